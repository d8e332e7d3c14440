using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Không xét, tạm dừng xét: the bars of the year that this person may read, newest first, and for whom they may record one.</summary>
public sealed record BarsPage(int? Version, IReadOnlyList<BarsPage.Row> Rows, IReadOnlyList<BarsPage.Unit> Units)
{
    public sealed record Row(ResultBar Bar, string UnitName, bool MayLift);

    public sealed record Unit(int Id, string Name);
}

/// <summary>An act on the bars with its form.</summary>
public sealed record BarAct<TForm>(BarsPage Page, TForm Form, BarsPage.Row? Row = null);

/// <summary>Shows the bars and the forms that record and lift them.</summary>
public sealed class ShowBars(PortalDb db, CurrentActor current, CurrentYear entered, TimeProvider clock)
{
    private BarDuty Duty => new(entered.Year.InForce);

    public async Task<BarsPage> Handle()
    {
        var (by, duty, isOpen) = (current.Actor, Duty, entered.Year.Stage != ClusterYearStage.Concluded);
        var ranking = await db.Rankings.AsNoTracking().Select(row => new { row.State, row.Version }).SingleOrDefaultAsync();
        var members = await db.Memberships.AsNoTracking().OrderBy(row => row.Id).Select(row => new BarsPage.Unit(row.OrganizationId, row.NameThen)).ToListAsync();
        var bars = await db.ResultBars.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync();
        return new(
            ranking?.Version,
            [.. bars.Where(bar => duty.MayRead(by, bar.UnitId, ranking?.State)).Select(bar => new BarsPage.Row(bar, members.FindLast(unit => unit.Id == bar.UnitId)?.Name ?? "", isOpen && bar.State == BarState.InForce && duty.RefusalToLift(by, bar.UnitId, bar.RecordedById) is null))],
            isOpen && ranking is not null ? [.. members.DistinctBy(unit => unit.Id).Where(unit => duty.Refusal(by, unit.Id) is null).OrderBy(unit => unit.Name, Text.VietnameseOrder)] : []);
    }

    public async Task<BarAct<RecordBar.Form>> ToRecord(RecordBar.Form? typed)
    {
        var page = await Handle();
        RuleViolation.Require(page.Version is not null, NoRanking);
        RuleViolation.Require(entered.Year.Stage != ClusterYearStage.Concluded, "Năm thi đua đã kết thúc, không thay đổi được nữa.");
        return page.Units.Count > 0 ? new(page, (typed ?? new() { FromOn = Days.Today(clock) }) with { Version = page.Version!.Value }) : throw new NotPermitted(Duty.Refusal(current.Actor, 0)!);
    }

    public async Task<BarAct<LiftBar.Form>> ToLift(int barId, LiftBar.Form? typed)
    {
        var page = await Handle();
        var row = page.Rows.FirstOrDefault(row => row.Bar.Id == barId) ?? throw new NotFound();
        if (Duty.RefusalToLift(current.Actor, row.Bar.UnitId, row.Bar.RecordedById) is { } refusal)
        {
            throw new NotPermitted(refusal);
        }

        RuleViolation.Require(typed is not null || row.MayLift, "Việc không xét này đã được gỡ bỏ.");
        return new(page, (typed ?? new()) with { Version = row.Bar.Version }, row);
    }

    internal const string NoRanking = "Chưa có hồ sơ xếp hạng: hồ sơ được mở khi ban hành bảng tiêu chí và thang điểm.";
}
