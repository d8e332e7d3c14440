using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>A document of the cluster that may be sent on, with its number and date.</summary>
public sealed record IssuedToSend(int Id, string InWords);

/// <summary>What the leader owes for the cluster is often issued already (báo cáo tổng hợp, kết quả): its printed file is put into the report without being uploaded again.</summary>
public sealed class TakeIssuedDocument(PortalDb db, CurrentActor current, TakeFile take, TimeProvider clock)
{
    private const int MostOffered = 50;

    public sealed record Form
    {
        public int? DocumentToSendId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.DocumentToSendId).NotNull().WithMessage("Chọn văn bản đã ban hành.");
    }

    /// <returns>What to say of it.</returns>
    public async Task<string> Handle(int requirementId, int unitId, int itemId, Form form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await take.RequireEntry(requirementId, unitId, itemId, now);
        var document = await Issued().Where(row => row.Id == form.DocumentToSendId).Select(row => new { row.Kind, Number = row.Number!.Value, row.Symbol, row.PdfId }).FirstOrDefaultAsync()
            ?? throw new RuleViolation("Chọn văn bản đã ban hành của cụm, khối.", nameof(form.DocumentToSendId));
        var file = await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == document.PdfId);
        var name = FileNames.Clean($"{Labels.Of(document.Kind)} {DocumentSymbol.Numbered(document.Number, document.Symbol).Replace('/', '-')}.pdf");
        var taken = await take.Put(requirementId, unitId, new(itemId, file, name, now), null);
        return taken.Told ?? $"Đã lấy “{name}” vào hồ sơ.";
    }

    /// <summary>The cluster's own documents in force whose file is made: the consolidated report of this kind first, then the newest.</summary>
    public async Task<IReadOnlyList<IssuedToSend>> Offered(ReportKind kind) =>
        [.. (await Issued().OrderByDescending(row => row.Origin == nameof(DraftedDocument) && db.DraftedDocuments.Any(draft => draft.Id == row.OriginId && db.ReportRequirements.Any(one => one.Id == draft.RequirementId && one.Kind == kind))).ThenByDescending(row => row.Id).Take(MostOffered).Select(row => new { row.Id, row.Kind, Number = row.Number!.Value, row.Symbol, row.Abstract }).ToListAsync())
            .Select(row => new IssuedToSend(row.Id, $"{Labels.Of(row.Kind)} số {DocumentSymbol.Numbered(row.Number, row.Symbol)}: {row.Abstract}"))];

    private IQueryable<IssuedDocument> Issued() =>
        db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.State == DocumentState.Issued && row.IssuerOrganizationId == null && row.PdfId != null && row.Number != null);
}
