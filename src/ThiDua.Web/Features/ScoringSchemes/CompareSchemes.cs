using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Two schemes side by side, chosen among the versions of this year and the schemes of others that this person may read.</summary>
public sealed record ComparePage(IReadOnlyList<SelectListItem> Choices, string? BeforeKey, string? AfterKey, SchemeComparison? Comparison, bool HasAll)
{
    public string NameOf(string? key) => Choices.FirstOrDefault(choice => choice.Value == key)?.Text ?? "";

    public IEnumerable<ComparedNode> Nodes => Comparison is null ? [] : HasAll ? Comparison.Nodes : Comparison.Changes;
}

/// <summary>Loads the comparison; without choice what is newest against what came before it.</summary>
public sealed class CompareSchemes(PortalDb db, SchemeSources sources, CurrentYear year)
{
    private const string OfEdition = "phien-ban-";

    public async Task<ComparePage> Handle(string? before, string? after, bool all)
    {
        var versions = await db.AllSchemes().AsNoTracking().Where(row => row.State != SchemeState.Dropped).OrderByDescending(row => row.Edition).Select(row => new { row.Edition, row.State }).ToListAsync();
        List<SelectListItem> own = [.. versions.Select(row => new SelectListItem($"Năm {year.Year.Year}, phiên bản {row.Edition} ({Domain.Labels.Of(row.State).ToLowerInvariant()})", $"{OfEdition}{row.Edition}"))];
        List<SelectListItem> choices = [.. own, .. (await sources.OtherSchemes()).Select(row => new SelectListItem($"{row.Name.Replace("Sao chép từ ", "", StringComparison.Ordinal).Replace("Lập từ b", "B", StringComparison.Ordinal)}: {row.Hint}", row.Key))];
        after = string.IsNullOrEmpty(after) ? own.FirstOrDefault()?.Value : after;
        before = string.IsNullOrEmpty(before) ? choices.SkipWhile(choice => choice.Value != after).Skip(1).FirstOrDefault()?.Value : before;
        return before is null || after is null ? new(choices, before, after, null, all) : new(choices, before, after, SchemeComparison.Of(await Find(before), await Find(after)), all);
    }

    private async Task<ScoringScheme> Find(string key) =>
        key.StartsWith(OfEdition, StringComparison.Ordinal) && int.TryParse(key[OfEdition.Length..], out var edition)
            ? await db.AllSchemes().AsNoTracking().Include(row => row.Criteria).OneAsync(row => row.Edition == edition && row.State != SchemeState.Dropped)
            : await sources.Scheme(key);
}

/// <summary>Two texts word by word: what only one of them has is marked.</summary>
public static class WordDifference
{
    private const int Most = 1_500;

    public static (IReadOnlyList<(string Text, bool IsOwn)> Before, IReadOnlyList<(string Text, bool IsOwn)> After) Of(string before, string after)
    {
        var (a, b) = (before.Split(' '), after.Split(' '));
        if (a.Length > Most || b.Length > Most)
        {
            return ([(before, true)], [(after, true)]);
        }

        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (left, right, x, y) = (new List<(string, bool)>(), new List<(string, bool)>(), 0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                left.Add((a[x++], false));
                right.Add((b[y++], false));
            }
            else if (y >= b.Length || (x < a.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                left.Add((a[x++], true));
            }
            else
            {
                right.Add((b[y++], true));
            }
        }

        return (Joined(left), Joined(right));
    }

    // Neighbouring words that stand alike are one piece.
    private static List<(string Text, bool IsOwn)> Joined(List<(string Text, bool IsOwn)> words)
    {
        var pieces = new List<(string Text, bool IsOwn)>();
        foreach (var word in words)
        {
            if (pieces.Count > 0 && pieces[^1].IsOwn == word.IsOwn)
            {
                pieces[^1] = ($"{pieces[^1].Text} {word.Text}", word.IsOwn);
            }
            else
            {
                pieces.Add(word);
            }
        }

        return pieces;
    }
}
