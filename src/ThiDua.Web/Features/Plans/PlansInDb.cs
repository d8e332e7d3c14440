using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Plans;

/// <summary>Tells whether the text is still that which somebody looked at: an addition raises the last id, a removal lowers the count, a change raises a version.</summary>
public sealed record PlanSeen(RowsSeen Sections, RowsSeen Bases, RowsSeen Blocks)
{
    public static PlanSeen Of(Plan plan) => new(RowsSeen.Of(plan.Sections), RowsSeen.Of(plan.Bases), RowsSeen.Of(plan.Blocks));

    public override string ToString() => $"{Sections}.{Bases}.{Blocks}";
}

/// <summary>How many rows of a kind, the last id and the sum of versions.</summary>
public sealed record RowsSeen(int Count, int Last, int Versions)
{
    public static RowsSeen Of(IReadOnlyCollection<IVersioned> rows) => new(rows.Count, rows.Select(row => row.Id).Append(0).Max(), rows.Sum(row => row.Version));

    public override string ToString() => $"{Count}.{Last}.{Versions}";
}

/// <summary>A plan as those who write it load and guard it.</summary>
internal static class PlansInDb
{
    public const string Changed = "Kế hoạch vừa được sửa sau khi bạn mở trang này. Xem lại rồi thực hiện.";

    public static IQueryable<Plan> Readable(this PortalDb db, Actor reader) => db.Plans.Where(Plan.ReadableBy(reader));

    public static Task<Plan> PlanToChange(this PortalDb db, int planId, Actor by) => db.Readable(by).WithText().OneAsync(row => row.Id == planId);

    /// <summary>With its sections, bases and blocks.</summary>
    public static IQueryable<Plan> WithText(this IQueryable<Plan> plans) => plans.Include(row => row.Sections).Include(row => row.Bases).Include(row => row.Blocks);

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
        var (sections, bases, blocks) = (db.PlanSections.Where(row => row.PlanId == plan.Id), db.PlanBases.Where(row => row.PlanId == plan.Id), db.PlanBlocks.Where(row => row.PlanId == plan.Id));
        db.MustStillBe(itself, row => row.State, Changed); // takes the row, for which whoever edits the text waits
        db.MustStillBe(
            itself.Where(row => sections.Count() == seen.Sections.Count && (seen.Sections.Count == 0 || (sections.Max(one => one.Id) == seen.Sections.Last && sections.Sum(one => one.Version) == seen.Sections.Versions))
                && bases.Count() == seen.Bases.Count && (seen.Bases.Count == 0 || (bases.Max(one => one.Id) == seen.Bases.Last && bases.Sum(one => one.Version) == seen.Bases.Versions))
                && blocks.Count() == seen.Blocks.Count && (seen.Blocks.Count == 0 || (blocks.Max(one => one.Id) == seen.Blocks.Last && blocks.Sum(one => one.Version) == seen.Blocks.Versions))),
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

    public static async Task RequireBlock(this PortalDb db, Plan plan, int blockId)
    {
        if (plan.Blocks.All(row => row.Id != blockId))
        {
            throw new RuleViolation($"{await db.RemovedBy<PlanBlock>(plan, blockId)} vừa xóa nội dung này khỏi kế hoạch.");
        }
    }
}
