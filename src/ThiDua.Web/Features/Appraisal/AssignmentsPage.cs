using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Phân công thẩm định: who appraises which sheet, by position or by assignment, and who may not.</summary>
public sealed record AssignmentsPage(int Version, bool MayAssign, bool MayDeclare, IReadOnlyList<AssignmentsPage.Row> Rows, IReadOnlyList<AssignmentsPage.Conflict> Conflicts)
{
    public sealed record Row(int UnitId, string UnitName, ScoreSheetState State, string ResponsibleName, AppraiserAssignment? Assignment, bool MayAssign);

    public sealed record Conflict(AppraisalConflict Told, string UnitName, bool MayDecide, bool IsAskedByThisPerson);

    /// <summary>Those to choose from: units of the year and people of them.</summary>
    public IReadOnlyList<Appraiser> Appraisers { get; init; } = [];

    /// <summary>How many sheets each appraiser answers for.</summary>
    public IEnumerable<(string Name, int Sheets)> Load =>
        Rows.GroupBy(row => row.ResponsibleName).Select(group => (group.Key, group.Count())).OrderByDescending(row => row.Item2).ThenBy(row => row.Key, Text.VietnameseOrder);
}

/// <summary>An act on assignments or conflicts with its form.</summary>
public sealed record AssignmentAct<TForm>(AssignmentsPage Page, TForm Form)
{
    public AssignmentsPage.Row? Row { get; init; }

    public AssignmentsPage.Conflict? Conflict { get; init; }
}

public sealed class ShowAssignments(PortalDb db, CurrentActor current, CurrentYear entered, TimeProvider clock)
{
    public async Task<AssignmentsPage> Handle()
    {
        var (year, by) = (entered.Year, current.Actor);
        var isOpen = year.Stage != ClusterYearStage.Concluded;
        var sheets = (await db.ScoreSheets.AsNoTracking().Select(sheet => new { sheet.UnitId, sheet.UnitName, sheet.State }).ToListAsync()).OrderBy(sheet => sheet.UnitName, Text.VietnameseOrder).ToList();
        var answering = sheets.Select(sheet => Answering(sheet.UnitId)).ToHashSet();
        var names = await db.Organizations.Where(row => answering.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return new(year.Plan?.Version ?? 0, isOpen && by.Can(Permission.AssignAppraisers), isOpen && by.Can(Permission.AppraiseScores),
            [.. sheets.Select(sheet => new AssignmentsPage.Row(sheet.UnitId, sheet.UnitName, sheet.State, year.Duties.AssignmentOf(sheet.UnitId)?.Appraiser.Name ?? names[Answering(sheet.UnitId)], year.Duties.AssignmentOf(sheet.UnitId), isOpen && AppraisalPlan.MayAssign(by, sheet.UnitId, year.LeaderId)))],
            [.. (year.Plan?.Conflicts ?? []).OrderByDescending(row => row.Number).Select(row => new AssignmentsPage.Conflict(row, sheets.Find(sheet => sheet.UnitId == row.UnitId)?.UnitName ?? "", isOpen && row.IsInForce && AppraisalPlan.MayDecide(by, row), row.Asked?.UserId == by.UserId))]);
    }

    public async Task<AssignmentAct<AssignAppraisers.Form>> ToAssign(AssignAppraisers.Form? typed) =>
        await Act(typed ?? new() { Document = new() { IssuedOn = Days.Today(clock) } }, (form, page) => form with { Version = page.Version });

    public async Task<AssignmentAct<DeclareConflict.Form>> ToDeclare(DeclareConflict.Form? typed) =>
        await Act(typed ?? new(), (form, page) => form with { Version = page.Version });

    public async Task<AssignmentAct<WithdrawAssignment.Form>> ToWithdraw(int unitId)
    {
        var page = await Handle();
        return new(page, new() { Version = page.Version }) { Row = page.Rows.FirstOrDefault(row => row.UnitId == unitId && row.Assignment is not null) ?? throw new NotFound() };
    }

    public async Task<AssignmentAct<LiftConflict.Form>> ToLift(int number, LiftConflict.Form? typed)
    {
        var page = await Handle();
        var conflict = page.Conflicts.FirstOrDefault(row => row.Told.Number == number && row.Told.IsInForce) ?? throw new NotFound();
        return new(page, (typed ?? new() { Number = number }) with { Version = page.Version }) { Conflict = conflict };
    }

    /// <summary>Units of the year that are members today, each followed by its people who prepare or approve.</summary>
    public async Task<IReadOnlyList<Appraiser>> Appraisers()
    {
        var today = Days.Today(clock);
        var units = await db.Memberships.AsNoTracking().Where(row => row.FromOn <= today && (row.ToOn == null || row.ToOn >= today)).Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync();
        var people = await (
            from member in db.Memberships
            where member.FromOn <= today && (member.ToOn == null || member.ToOn >= today)
            join unit in db.Organizations on member.OrganizationId equals unit.Id
            from office in db.Offices
            where office.OrganizationId == unit.Id || (office.OrganizationId == unit.AdvisingBodyId && office.Capacity == Capacity.Clerk)
            where office.Capacity != Capacity.Registrar && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)
            join user in db.Users on office.UserId equals user.Id
            select new { UnitId = unit.Id, PersonId = user.Id, user.FullName, office.Title }).Distinct().ToListAsync();
        return [.. units.OrderBy(unit => unit.NameThen, Text.VietnameseOrder).SelectMany(unit =>
            people.Where(person => person.UnitId == unit.OrganizationId).DistinctBy(person => person.PersonId).OrderBy(person => person.FullName, Text.VietnameseOrder)
                .Select(person => new Appraiser(unit.OrganizationId, person.PersonId, $"{person.FullName}, {unit.NameThen}"))
                .Prepend(new(unit.OrganizationId, null, unit.NameThen)))];
    }

    private async Task<AssignmentAct<TForm>> Act<TForm>(TForm form, Func<TForm, AssignmentsPage, TForm> withVersion)
    {
        var page = await Handle() with { Appraisers = await Appraisers() };
        return new(page, withVersion(form, page));
    }

    private int Answering(int unitId) => entered.Year.Duties.Responsible(unitId) ?? entered.Year.StandingBodyId ?? entered.Year.AuthorityId;
}
