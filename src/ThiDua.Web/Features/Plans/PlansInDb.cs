using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Plans;

/// <summary>Tells whether the text is still that which somebody looked at: an addition raises the last id, a removal lowers the count, a change raises a version.</summary>
public sealed record PlanSeen(int Sections, int LastSection, int SectionVersions, int Bases, int LastBasis, int BasisVersions)
{
    public static PlanSeen Of(Plan plan) => new(
        plan.Sections.Count, plan.Sections.Select(row => row.Id).Append(0).Max(), plan.Sections.Sum(row => row.Version),
        plan.Bases.Count, plan.Bases.Select(row => row.Id).Append(0).Max(), plan.Bases.Sum(row => row.Version));

    public override string ToString() => $"{Sections}.{LastSection}.{SectionVersions}.{Bases}.{LastBasis}.{BasisVersions}";
}

/// <summary>A plan as those who write it load and guard it.</summary>
internal static class PlansInDb
{
    public const string Changed = "Kế hoạch vừa được sửa sau khi bạn mở trang này. Xem lại rồi thực hiện.";

    public static IQueryable<Plan> Readable(this PortalDb db, Actor reader) => db.Plans.Where(Plan.ReadableBy(reader));

    /// <summary>With its sections and bases.</summary>
    public static Task<Plan> PlanToChange(this PortalDb db, int planId, Actor by) => db.Readable(by).Include(row => row.Sections).Include(row => row.Bases).OneAsync(row => row.Id == planId);

    /// <summary>Saves what was changed in the text, provided that the plan still takes changes.</summary>
    public static Task SavePlan(this PortalDb db, Plan plan)
    {
        db.MustStillBe(db.Plans.Where(row => row.Id == plan.Id && (row.State == PlanState.Draft || row.State == PlanState.Finalizing)), row => row.State, "Kế hoạch vừa được chuyển sang bước khác, không sửa được nữa.");
        return db.SaveChangesAsync();
    }

    /// <summary>At the save the text is still that which was seen; whoever edits it waits for it.</summary>
    public static void MustStillRead(this PortalDb db, Plan plan, PlanSeen seen)
    {
        var itself = db.Plans.Where(row => row.Id == plan.Id);
        var (sections, bases) = (db.PlanSections.Where(row => row.PlanId == plan.Id), db.PlanBases.Where(row => row.PlanId == plan.Id));
        db.MustStillBe(itself, row => row.State, Changed); // takes the row, for which whoever edits the text waits
        db.MustStillBe(
            itself.Where(row => sections.Count() == seen.Sections && (seen.Sections == 0 || (sections.Max(one => one.Id) == seen.LastSection && sections.Sum(one => one.Version) == seen.SectionVersions))
                && bases.Count() == seen.Bases && (seen.Bases == 0 || (bases.Max(one => one.Id) == seen.LastBasis && bases.Sum(one => one.Version) == seen.BasisVersions))),
            row => row.State,
            Changed);
    }

    /// <summary>Who removed a row that was there; a row that never was in this year does not exist.</summary>
    public static async Task<string> RemovedBy<T>(this PortalDb db, Plan plan, int id)
    {
        var (kind, subject) = (typeof(T).Name, $"{id}");
        return await db.AuditEntries.AsNoTracking().Where(row => row.ClusterYearId == plan.ClusterYearId && row.Kind == kind && row.Subject == subject && row.Change == nameof(EntityState.Deleted))
            .OrderByDescending(row => row.Id).Select(row => row.UserName).FirstOrDefaultAsync() ?? throw new NotFound();
    }

    /// <summary>A section that was there and is gone is told; one that never was does not exist.</summary>
    public static async Task RequireSection(this PortalDb db, Plan plan, int sectionId)
    {
        if (plan.Sections.All(row => row.Id != sectionId))
        {
            throw new RuleViolation($"{await db.RemovedBy<PlanSection>(plan, sectionId)} vừa xóa mục này khỏi kế hoạch.");
        }
    }

    public static async Task RequireBasis(this PortalDb db, Plan plan, int basisId)
    {
        if (plan.Bases.All(row => row.Id != basisId))
        {
            throw new RuleViolation($"{await db.RemovedBy<PlanBasis>(plan, basisId)} vừa xóa căn cứ này khỏi kế hoạch.");
        }
    }

    /// <summary>What a textarea holds, one entry a line.</summary>
    public static IReadOnlyList<string> LinesOf(string? typed) => typed is null ? [] : [.. typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
