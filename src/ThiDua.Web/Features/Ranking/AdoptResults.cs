using FluentValidation;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Thông qua: the conference adopts the results and gives the honours; the appraised figures become the final ones.</summary>
public sealed class AdoptResults(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingDocumentForm
    {
        public AdoptionManner Manner { get; init; }

        /// <summary>How many units agreed, where it was adopted in writing.</summary>
        public int? InFavour { get; init; }

        public List<HonourLine> Honours { get; init; } = [];
    }

    /// <summary>The honour of one unit as chosen in the form; a reason where it differs from the rank.</summary>
    public sealed record HonourLine
    {
        public int UnitId { get; init; }

        public string? Honour { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class Validator : RankingDocumentForm.DocumentRulesFor<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Manner).IsInEnum().WithMessage("Chọn cách thông qua.");
            RuleFor(form => form.InFavour).NotNull().When(form => form.Manner == AdoptionManner.InWriting).WithMessage("Nhập số đơn vị đồng ý bằng văn bản.");
            RuleForEach(form => form.Honours).ChildRules(line => line.RuleFor(x => x.Reason).MaximumLength(1000).WithMessage("Lý do tối đa 1.000 ký tự."));
        }
    }

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var results = await ResultsInMaking.Load(db, year.Year, ScoreStage.Appraised);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(results.ComputeClusterRelative(current.Actor, note.At));
        var adoption = new Adoption(form.Document.ToReference(), await HonoursByRank(), [.. form.Honours.Select(line => new HonourGiven(line.UnitId, line.Honour, line.Reason))]) { Manner = form.Manner, InFavour = form.InFavour };
        ranking.Adopt(current.Actor, note, results.Standings, results.Snapshot(), adoption);
        results.MustNotMove(db);
        var moving = results.Moving.ToList();
        foreach (var sheet in moving)
        {
            sheet.Adopt(current.Actor, note);
        }

        db.AddRange(from sheet in moving.Concat(results.FromFacts) from cell in results.Cells where cell.SheetId == sheet.Id select ScoreEntry.Adopted(current.Actor, sheet, cell, note.At));

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> HonoursByRank() =>
        (await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => row.Parameters).SingleAsync()).Honours;
}
