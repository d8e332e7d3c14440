using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Điều chỉnh kết quả after adoption: a further layer with its document; the layers before stay as they are. The one change that a concluded year takes.</summary>
public sealed class CorrectResults(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    /// <summary>How many lines one correction has at most.</summary>
    public const int MostLines = 20;

    public sealed record Form : RankingDocumentForm
    {
        public List<Line> Lines { get; init; } = [];
    }

    /// <summary>One figure to change; an empty line is left out.</summary>
    public sealed record Line
    {
        public int? UnitId { get; init; }

        public string? Code { get; init; }

        public decimal? Points { get; init; }

        public string? Reason { get; init; }

        public bool IsEmpty => UnitId is null && Text.Clean(Code) is null && Points is null && Text.Clean(Reason) is null;
    }

    public sealed class LineValidator : AbstractValidator<Line>
    {
        public LineValidator() => When(line => !line.IsEmpty, () =>
        {
            RuleFor(line => line.UnitId).NotNull().WithMessage("Chọn đơn vị.");
            RuleFor(line => line.Code).NotEmpty().WithMessage("Nhập số tiêu chí.").MaximumLength(40).WithMessage("Số tiêu chí tối đa 40 ký tự.");
            RuleFor(line => line.Points).NotNull().WithMessage("Nhập điểm mới.");
            RuleFor(line => line.Reason).NotEmpty().WithMessage("Nêu lý do.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        });
    }

    public sealed class Validator : RankingDocumentForm.DocumentRulesFor<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do điều chỉnh kết quả.");
            RuleFor(form => form.Lines).Must(lines => lines.Count <= MostLines).WithMessage($"Mỗi lần điều chỉnh tối đa {MostLines} dòng.");
            RuleForEach(form => form.Lines).SetValidator(new LineValidator());
        }
    }

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var (inForce, note) = (await db.LayerInForce(cancellationToken), await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken));
        var changes = await Changes(form, inForce.Snapshot(), note.At);
        ranking.Correct(current.Actor, note, form.Document.ToReference(), inForce, changes);
        await db.TakeIntoFinal(current.Actor, changes, note.At, cancellationToken);
        db.CorrectsResults = true;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<LineChange>> Changes(Form form, ResultSnapshot now, DateTime at)
    {
        var criteria = (await db.Criteria.AsNoTracking().ToListAsync()).Where(row => row.Rule is not null && now.Nodes.Any(node => node.Id == row.Id)).ToDictionary(row => row.Code, StringComparer.OrdinalIgnoreCase);
        return [.. form.Lines.Select((line, index) => (line, index)).Where(row => !row.line.IsEmpty).Select(row =>
        {
            var (line, field) = (row.line, $"Lines[{row.index}]");
            RuleViolation.Require(criteria.TryGetValue(Text.Clean(line.Code)!, out var criterion), $"Không có tiêu chí {line.Code}.", $"{field}.Code");
            var leaf = now.Units.FirstOrDefault(unit => unit.UnitId == line.UnitId)?.Leaves.GetValueOrDefault(criterion!.Id);
            RuleViolation.Require(leaf is not null, "Đơn vị không có dòng điểm này trong kết quả.", $"{field}.UnitId");
            RuleViolation.Require(!form.Lines.Take(row.index).Any(before => before.UnitId == line.UnitId && Text.Clean(before.Code) == Text.Clean(line.Code)), "Dòng này đã ghi ở trên.", $"{field}.Code");
            var problem = PointBounds.Problem(criterion!.Max, criterion.Kind, line.Points!.Value);
            RuleViolation.Require(problem is null, problem ?? "", $"{field}.Points");
            var points = PointBounds.Counted(criterion.Kind, line.Points.Value);
            RuleViolation.Require(points != leaf!.Points, "Điểm mới bằng điểm hiện có.", $"{field}.Points");
            return new LineChange(line.UnitId!.Value, criterion.Id, leaf.Points, points, Text.Clean(line.Reason)!, current.Actor.UserName, at);
        })];
    }
}
