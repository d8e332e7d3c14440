using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>The one Save of the page without JavaScript: every line that was changed, in one transaction.</summary>
public sealed class SaveSheet(PortalDb db, WriteOwnLines write)
{
    public sealed record Form
    {
        public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line : TypedScore
    {
        public int CriterionId { get; init; }

        /// <summary>Of a line that somebody else changed meanwhile: what they wrote stays.</summary>
        public bool TakesTheirs { get; init; }

        /// <summary>What the line held when the page was made; a line left as it was is not saved.</summary>
        public string? Seen { get; init; }
    }

    public sealed class LineValidator : TypedScoreRules<Line>;

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleForEach(form => form.Lines).SetValidator(new LineValidator());
    }

    /// <param name="sheetId">The sheet.</param>
    /// <param name="form">All lines as posted.</param>
    /// <param name="isUsable">Whether the line of this index was typed so that it can be saved.</param>
    /// <returns>How many lines were saved, and the conflicts by criterion.</returns>
    public async Task<(int Saved, IReadOnlyDictionary<int, LineOvertaken> Conflicts)> Handle(int sheetId, Form form, Func<int, bool> isUsable)
    {
        var sheet = await write.Handle(sheetId);
        var criteria = await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId).ToDictionaryAsync(row => row.Id);
        var cells = await db.ScoreEntries.Where(row => row.SheetId == sheetId && row.Stage == ScoreStage.Self).ToDictionaryAsync(row => row.CriterionId);
        var (saved, conflicts) = (0, new Dictionary<int, LineOvertaken>());
        for (var index = 0; index < form.Lines.Count; index++)
        {
            var line = form.Lines[index];
            if (line.TakesTheirs || !isUsable(index) || !cells.TryGetValue(line.CriterionId, out var cell) || criteria.GetValueOrDefault(line.CriterionId) is not { Rule: { } rule and not ByPortalRule } criterion
                || line.SaysNothingNew(rule, cell) || Print(line.ToScoring(rule, new())) == line.Seen)
            {
                continue;
            }

            if (cell.Version != line.Version)
            {
                conflicts[line.CriterionId] = SaveLine.Overtaken(cell, criterion);
                continue;
            }

            write.Enter(cell, line, criterion);
            saved++;
        }

        if (saved > 0)
        {
            await write.Save(sheet);
        }

        return (saved, conflicts);
    }

    /// <summary>A short print of what a line holds, carried by the page.</summary>
    public static string Print(SelfScoring scoring) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(
        new object?[] { Plain(scoring.Values.Target), Plain(scoring.Values.Achieved), scoring.Values.Level, Plain(scoring.Values.Points), scoring.Values.Parts?.Select(Plain), scoring.Explanation, scoring.HasSecretEvidence }))))[..16];

    private static string? Plain(decimal? figure) => figure?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
