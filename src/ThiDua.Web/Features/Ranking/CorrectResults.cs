using FluentValidation;
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
        var (now, note) = (await db.LaterResults([], cancellationToken), await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken));
        var results = now with { Changes = ResultCorrection.Of(current.Actor, now.InForce.Snapshot(), Corrected(form), note.At) };
        ranking.Correct(current.Actor, note, form.Document.ToReference(), results);
        await db.TakeIntoFinal(current.Actor, results.Changes, note.At, cancellationToken);
        db.CorrectsResults = true;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IReadOnlyList<CorrectedLine> Corrected(Form form) =>
        [.. form.Lines.Select((line, index) => (line, index)).Where(row => !row.line.IsEmpty).Select(row => new CorrectedLine(row.line.UnitId!.Value, row.line.Code!, row.line.Points!.Value, row.line.Reason!, $"Lines[{row.index}]"))];
}
