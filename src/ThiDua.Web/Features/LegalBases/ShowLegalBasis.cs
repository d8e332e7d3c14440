using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.LegalBases;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Bases;
using ThiDua.Web.Features.Shared.Changes;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>The fields of a document with the others that it may name.</summary>
public sealed record LegalBasisFields(LegalBasisForm Form, IReadOnlyList<LegalBasis> Others)
{
    public IEnumerable<SelectListItem> Choices => Others.Select(row => new SelectListItem(row.Name, $"{row.Id}")).Prepend(new("–", ""));
}

/// <summary>The form of a new document.</summary>
public sealed record NewLegalBasisPage(string Here, bool IsOfPortal, LegalBasisFields Fields);

/// <summary>One document: what is kept of it, its standing today, who wrote it; the form for those who keep it.</summary>
public sealed record LegalBasisPage(string Here, LegalBasis Stored, BasisFinding Today, LegalBasisFields? Fields, IReadOnlyList<ChangeOfRow> Changes)
{
    public LegalBasis? Successor { get; init; }

    public LegalBasis? Amends { get; init; }

    public IReadOnlyList<LegalBasis> Replaces { get; init; } = [];

    public IReadOnlyList<LegalBasis> AmendedBy { get; init; } = [];

    /// <summary>Somebody else saved first: what is stored is shown beside what was typed.</summary>
    public bool IsOvertaken => Fields is not null && Fields.Form.Version != Stored.Version;
}

/// <summary>Shows one document of the catalogue, or the form of a new one.</summary>
public sealed class ShowLegalBasis(PortalDb db, ReadCatalogue catalogue, KeepingBases keeping, ReadChanges changes, TimeProvider clock)
{
    private static readonly Dictionary<string, string> FieldLabels = new()
    {
        [nameof(LegalBasis.Kind)] = "Loại văn bản",
        [nameof(LegalBasis.Number)] = "Số, ký hiệu",
        [nameof(LegalBasis.IssuedOn)] = "Ngày văn bản",
        [nameof(LegalBasis.Issuer)] = "Cơ quan ban hành",
        [nameof(LegalBasis.Abstract)] = "Trích yếu",
        [nameof(LegalBasis.InForceFrom)] = "Có hiệu lực từ ngày",
        [nameof(LegalBasis.InForceTo)] = "Có hiệu lực đến hết ngày",
        [nameof(LegalBasis.ReplacedById)] = "Được thay bằng",
        [nameof(LegalBasis.AmendsId)] = "Sửa đổi, bổ sung",
        [nameof(LegalBasis.IsToBeVerified)] = "Cần kiểm tra",
        [nameof(LegalBasis.Note)] = "Ghi chú",
    };

    public async Task<NewLegalBasisPage> New(LegalBasisForm form) => new(keeping.Here, catalogue.ClusterId is null, new(form, await Others(null)));

    public async Task<LegalBasisPage> Handle(int legalBasisId, LegalBasisForm? typed = null)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var (row, known) = (await catalogue.Query().AsNoTracking().OneAsync(row => row.Id == legalBasisId), await catalogue.Handle());
        var isKept = keeping.Handle(row);
        var others = await Others(legalBasisId);
        var written = isKept ? await changes.Handle(nameof(LegalBasis), row.Id, FieldLabels, (field, value) => field is nameof(LegalBasis.ReplacedById) or nameof(LegalBasis.AmendsId) ? known.WithId(int.Parse(value, CultureInfo.InvariantCulture))?.Name ?? "–" : null) : [];
        return new(keeping.Here, row, known.Check(row, Days.Today(clock)), isKept ? new(typed ?? LegalBasisForm.Of(row), others) : null, written)
        {
            Successor = known.WithId(row.ReplacedById),
            Amends = known.WithId(row.AmendsId),
            Replaces = [.. others.Where(other => other.ReplacedById == row.Id)],
            AmendedBy = [.. others.Where(other => other.AmendsId == row.Id)],
        };
    }

    private async Task<IReadOnlyList<LegalBasis>> Others(int? exceptId) => await catalogue.Query().AsNoTracking().Where(row => row.Id != exceptId).InPrintedOrder().ToListAsync();
}
