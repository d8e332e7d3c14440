using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.LegalBases;

/// <summary>Adds a document to the list that is kept here, or writes one anew.</summary>
public sealed class SaveLegalBasis(PortalDb db, CurrentActor current, ReadCatalogue catalogue, TimeProvider clock)
{
    /// <param name="legalBasisId">Null for a new one.</param>
    /// <param name="form">What was typed.</param>
    public async Task<int> Handle(int? legalBasisId, LegalBasisForm form)
    {
        catalogue.RequireOpen();
        var existing = legalBasisId is { } id ? await catalogue.ToChange(id) : null;
        Check(await catalogue.Handle(), legalBasisId, form);
        var row = existing ?? new LegalBasis(current.Actor, catalogue.ClusterId, form.ToDescription());
        if (existing is null)
        {
            db.Add(row);
        }
        else
        {
            existing.Describe(current.Actor, form.ToDescription());
            db.Expect(existing, form.Version);
        }

        await db.SaveOnce("Danh mục đã có văn bản này.", nameof(form.Number));
        return row.Id;
    }

    private void Check(LegalCatalogue known, int? id, LegalBasisForm form)
    {
        RuleViolation.Require(form.ReplacedById is null || known.WithId(form.ReplacedById) is not null, "Chọn văn bản trong danh mục.", nameof(form.ReplacedById));
        RuleViolation.Require(form.AmendsId is null || known.WithId(form.AmendsId) is not null, "Chọn văn bản trong danh mục.", nameof(form.AmendsId));
        known.RequireNoCircle(id, form.ReplacedById);
        var same = Text.Clean(form.Number) is { } number ? known.Find(new BasisDescription(BasisOpening.PursuantTo, form.Kind!) { Number = number, IssuedOn = form.IssuedOn }, Days.Today(clock)) : null;
        RuleViolation.Require(same is null || same.Id == id || (id is not null && known.WithId(id)?.Number == form.Number), $"Danh mục{(same?.ClusterId is null ? " chung" : " của cụm, khối")} đã có {same?.Name} ngày {same?.IssuedOn:dd/MM/yyyy}.", nameof(form.Number));
    }
}

/// <summary>Removes a document that nothing rests on; what is cited keeps its place and is ended instead.</summary>
public sealed class RemoveLegalBasis(PortalDb db, CurrentActor current, ReadCatalogue catalogue, TimeProvider clock)
{
    private const string Instead = "Ghi ngày cuối cùng có hiệu lực thay vì xóa.";

    public async Task Handle(int legalBasisId, RemoveLegalBasisForm form)
    {
        var row = await catalogue.ToChange(legalBasisId);
        row.RequireKeeper(current.Actor);
        RuleViolation.Require(!await db.LegalBases.AnyAsync(other => other.ReplacedById == row.Id || other.AmendsId == row.Id), $"Văn bản khác trong danh mục ghi là được thay bằng, hoặc sửa đổi, văn bản này. {Instead}");
        RuleViolation.Require(!await IsCited(row), $"Đã có kế hoạch dẫn văn bản này làm căn cứ. {Instead}");
        db.Remove(row);
        db.Expect(row, form.Version);
        await db.SaveChangesAsync();
    }

    // Of the cluster's own: by its plans; of everybody's: by any.
    private async Task<bool> IsCited(LegalBasis row)
    {
        var (clusterId, on) = (row.ClusterId, row.IssuedOn);
        var cited = await db.PlanBases.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
            .Where(basis => clusterId == null || db.ClusterYears.Any(year => year.Id == basis.ClusterYearId && year.ClusterId == clusterId))
            .Where(basis => basis.IssuedOn == null || on == null || basis.IssuedOn == on)
            .Select(basis => new { basis.Kind, basis.Number, basis.IssuedOn, basis.Abstract }).Distinct().ToListAsync();
        var itself = new LegalCatalogue([row]);
        return cited.Any(basis => itself.Find(new(BasisOpening.PursuantTo, basis.Kind) { Number = basis.Number, IssuedOn = basis.IssuedOn, Abstract = basis.Abstract }, Days.Today(clock)) is not null);
    }
}
