using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The sheets of the second appraisal with the totals adopted and those that would follow.</summary>
public sealed record SecondListPage(RankingState? State, SecondAppraisalScope Scope, bool MayAppraise, IReadOnlyList<SecondListPage.Row> Rows)
{
    public sealed record Row(int SheetId, string UnitName, int? Rank, decimal Total, int? RankThen, decimal TotalThen, int Changed, bool IsInScope);

    public bool IsOpen => State == RankingState.Adopted;
}

/// <summary>One sheet of the second appraisal, line by line.</summary>
public sealed record SecondPage(int SheetId, string UnitName, bool MayWrite, string? WhyNot, IReadOnlyList<SecondPage.Line> Lines)
{
    public sealed record Line(int Index, Criterion Criterion, decimal? Self, decimal? Appraised, decimal? Final, decimal? Second, string? Reason, int Version)
    {
        public required string Seen { get; init; }

        public bool Differs => Second is not null && Second != Final;
    }
}

public sealed class ShowSecondAppraisal(PortalDb db, CurrentActor current)
{
    public async Task<SecondListPage> List()
    {
        var state = await db.Rankings.AsNoTracking().Select(row => (RankingState?)row.State).SingleOrDefaultAsync();
        var layer = await db.ResultLayers.AsNoTracking().Where(row => ResultLayer.FromAdoption.Contains(row.Kind)).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        if (layer is null)
        {
            return new(state, SecondAppraisalScope.All, false, []);
        }

        var scope = await db.ScoringSchemes.AsNoTracking().Select(row => row.SecondAppraisal).FirstAsync();
        var sheets = await db.ScoreSheets.AsNoTracking().ToDictionaryAsync(row => row.UnitId, row => row.Id);
        var (snapshot, changes) = (layer.Snapshot(), await SecondFigures.Changes(db));
        var then = snapshot.With(changes).Compute().ToDictionary(row => row.Unit.UnitId);
        return new(state, scope, current.Actor.Can(Permission.AppraiseSecond), [.. snapshot.Compute().Select(row => new SecondListPage.Row(sheets[row.Unit.UnitId], row.Unit.Name, row.Place.Rank, row.Totals.Total, then[row.Unit.UnitId].Place.Rank, then[row.Unit.UnitId].Totals.Total,
            changes.Count(change => change.UnitId == row.Unit.UnitId), scope == SecondAppraisalScope.All || row.Place.Rank <= 3))]);
    }

    public async Task<SecondPage> Handle(int sheetId, SaveSecondFigures.Form? typed)
    {
        var sheet = await db.ScoreSheets.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sheetId) ?? throw new NotFound();
        var state = await db.Rankings.AsNoTracking().Select(row => row.State).SingleAsync();
        if (!await db.ResultLayers.AnyAsync(row => row.Kind == ResultLayerKind.Adopted))
        {
            throw new NotFound();
        }

        var cells = (await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheetId).ToListAsync()).ToDictionary(row => (row.CriterionId, row.Stage));
        var criteria = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId).ToListAsync();
        var leaves = new SchemeTree(criteria.Select(row => row.Node())).Leaves.Where(leaf => cells.ContainsKey((leaf.Id, ScoreStage.Final))).ToList();
        var by = current.Actor;
        var whyNot = !by.Can(Permission.AppraiseSecond) ? null
            : by.UnitId == sheet.UnitId || by.OwnOrganizationIds.Contains(sheet.UnitId) ? "Không ai được thẩm định bảng điểm của đơn vị mình."
            : state != RankingState.Adopted ? "Kết quả không còn ở trạng thái “Đã thông qua”, không thẩm định lần hai được."
            : !await SecondScope.Contains(db, sheet) ? "Theo bảng tiêu chí, chỉ ba đơn vị dẫn đầu được thẩm định lần hai." : "";
        return new(sheetId, sheet.UnitName, whyNot == "", whyNot, [.. leaves.Select((leaf, index) =>
        {
            ScoreEntry? Cell(ScoreStage stage) => cells.GetValueOrDefault((leaf.Id, stage));
            var (second, line) = (Cell(ScoreStage.Second), typed?.Lines.Find(row => row.CriterionId == leaf.Id));
            line = line is { IsTouched: true } ? line : null;
            return new SecondPage.Line(index, criteria.Find(row => row.Id == leaf.Id)!, Cell(ScoreStage.Self)?.Points, Cell(ScoreStage.Appraised)?.Points, Cell(ScoreStage.Final)?.Points,
                line is null ? second?.Points : line.Points, line is null ? second?.Note : line.Reason, second?.Version ?? 0) { Seen = line?.Seen ?? TypedFigure.Print(second?.Points, second?.Note) };
        })]);
    }
}
