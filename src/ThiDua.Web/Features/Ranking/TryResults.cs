using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Thử phương án điểm: what changes if some lines had other figures. Nothing is ever saved here.</summary>
public sealed class TryResults(PortalDb db, CurrentActor current, CurrentYear entered)
{
    /// <summary>How many lines can be tried at once.</summary>
    public const int Most = 6;

    /// <summary>A line as typed; an empty one is left out.</summary>
    public sealed record Line
    {
        public int? UnitId { get; init; }

        public int? CriterionId { get; init; }

        public decimal? Achieved { get; init; }

        public decimal? Points { get; init; }

        public bool IsEmpty => UnitId is null && CriterionId is null && Achieved is null && Points is null;
    }

    public sealed record Form
    {
        public List<Line> Lines { get; init; } = [];
    }

    public sealed class LineValidator : AbstractValidator<Line>
    {
        public LineValidator()
        {
            When(line => !line.IsEmpty, () =>
            {
                RuleFor(line => line.UnitId).NotNull().WithMessage("Chọn đơn vị.");
                RuleFor(line => line.CriterionId).NotNull().WithMessage("Chọn tiêu chí.");
                RuleFor(line => line.Points).Must((line, points) => points is null != line.Achieved is null).WithMessage("Nhập số thực hiện hoặc điểm, một trong hai.");
            });
        }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Lines).Must(lines => lines.Any(line => !line.IsEmpty)).WithMessage("Nhập ít nhất một thay đổi để thử.");
            RuleFor(form => form.Lines).Must(lines => lines.Count <= Most).WithMessage($"Mỗi lần thử tối đa {Most} dòng.");
            RuleForEach(form => form.Lines).SetValidator(new LineValidator());
        }
    }

    public async Task<TrialPage> Handle(Form form, bool isTried)
    {
        var state = await db.Rankings.AsNoTracking().Select(row => (RankingState?)row.State).SingleOrDefaultAsync();
        RuleViolation.Require(state is RankingState.EntryClosed or RankingState.DraftPublished or RankingState.Agreed, "Thử phương án được từ khi khóa nhập liệu đến trước khi thông qua kết quả.");
        var results = await ResultsInMaking.Load(db, entered.Year, ScoreStage.Appraised);
        var honours = await db.ClusterYears.AsNoTracking().Where(row => row.Id == entered.Year.Id).Select(row => row.Parameters).SingleAsync();
        db.ChangeTracker.Clear(); // whatever is computed from here on cannot be saved
        RuleViolation.Require(results.MayReadAll(current.Actor, entered.Year, state!.Value), "Chưa thử được phương án: phải thẩm định xong mọi bảng điểm; đơn vị phó thử được sau khi công bố dự kiến.");
        var present = results.ProvisionalSnapshot(current.Actor);
        var tried = isTried ? ResultTrial.Apply(present, results.Lines(), [.. form.Lines.Select((line, index) => (line, index)).Where(row => !row.line.IsEmpty).Select(row => new TriedLine(row.line.UnitId!.Value, row.line.CriterionId!.Value, row.line.Achieved, row.line.Points, $"Lines[{row.index}]"))]) : null;
        return new(form, [.. present.Units.Where(unit => unit.UnrankedReason is null)], new SchemeTree(present.Nodes).Leaves, TrialPage.Compare(present, tried, honours.Honours)) { HasBands = present.Bands.Count > 0, IsTried = isTried };
    }
}

/// <summary>The form of a trial, and after it the ranking as it is beside the ranking as it would be.</summary>
public sealed record TrialPage(TryResults.Form Form, IReadOnlyList<UnitResult> Units, IReadOnlyList<SchemeNode> Leaves, IReadOnlyList<TrialPage.Row> Rows)
{
    public sealed record Standing(decimal Total, decimal Percent, int? Rank, string? Honour, string? Band, string? Tie);

    public sealed record Row(int UnitId, string UnitName, Standing Now, Standing? Then)
    {
        /// <summary>Places won (&gt; 0) or lost.</summary>
        public int Moved => Now.Rank is { } now && Then?.Rank is { } then ? now - then : 0;

        public bool IsChanged => Then is not null && Then != Now;
    }

    public bool HasBands { get; init; }

    public bool IsTried { get; init; }

    public static IReadOnlyList<Row> Compare(ResultSnapshot present, ResultSnapshot? tried, IReadOnlyList<string> honours)
    {
        var now = present.Compute().ToDictionary(row => row.Unit.UnitId, Of);
        return [.. (tried ?? present).Compute().Select(row => new Row(row.Unit.UnitId, row.Unit.Name, now[row.Unit.UnitId], tried is null ? null : Of(row)))];

        Standing Of(ResultRow row) => new(row.Totals.Total, row.Totals.Percent, row.Place.Rank, Adoption.ByRank(honours, row.Honour), row.Class.Band, row.Place.TieUnresolved ? "đồng hạng" : null);
    }
}
