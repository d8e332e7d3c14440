using System.Text;
using System.Text.RegularExpressions;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Markup;

namespace ThiDua.Domain.Regulations;

/// <summary>A part of a regulation in reading order: a chapter, an article, or what stands under them in the small Markdown.</summary>
public abstract record RegulationPart;

/// <summary>Chương: "Chương I" and its title.</summary>
public sealed record ChapterPart(int Number, string Title) : RegulationPart
{
    public string Label => $"Chương {RomanNumber.Of(Number)}";
}

/// <summary>Điều: its number and title, which may be missing.</summary>
public sealed record ArticlePart(int Number, string Title) : RegulationPart
{
    public string Heading => $"Điều {Number}. {Title}".TrimEnd();
}

public sealed record BodyPart(string Markup) : RegulationPart;

/// <summary>The text of a regulation (quy chế) as typed: a line "Chương I" with its title on it or on the next one, a line "Điều 1. …", the rest small Markdown; marks in braces stand for the parameters.</summary>
public static partial class RegulationText
{
    public static IReadOnlyList<RegulationPart> Parse(string? text)
    {
        var (parts, body) = (new List<RegulationPart>(), new StringBuilder());
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim().Replace("**", "", StringComparison.Ordinal);
            if (Chapter().Match(line) is { Success: true } chapter && RomanNumber.Read(chapter.Groups["number"].Value) is { } number)
            {
                Close();
                var hasTitle = chapter.Groups["title"].Length > 0;
                parts.Add(new ChapterPart(number, hasTitle ? chapter.Groups["title"].Value : TitleBelow(lines, ref at)));
            }
            else if (Article().Match(line) is { Success: true } article)
            {
                Close();
                parts.Add(new ArticlePart(int.Parse(article.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), article.Groups["title"].Value));
            }
            else
            {
                body.Append(lines[at]).Append('\n');
            }
        }

        Close();
        return parts;

        void Close()
        {
            if (Text.Clean(body.ToString()) is { } markup)
            {
                parts.Add(new BodyPart(markup));
            }

            body.Clear();
        }
    }

    /// <summary>The text with the sentences of the parameters in place of their marks; a numbered line of which nothing is left goes.</summary>
    public static string Filled(string? text, YearParameters parameters, ClusterWords words)
    {
        var filled = new StringBuilder();
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            var shown = ParameterWords.All.Aggregate(line, (now, parameter) => now.Replace(ParameterWords.MarkOf(parameter), MarkupText.Escape(ParameterWords.Sentence(parameter, parameters, words) ?? ""), StringComparison.Ordinal)).TrimEnd();
            if (shown == line.TrimEnd() || !IsBare(shown))
            {
                filled.Append(shown).Append('\n');
            }
        }

        return filled.ToString().TrimEnd('\n');
    }

    /// <summary>All reasons why the text cannot be signed yet.</summary>
    public static IReadOnlyList<string> Problems(string? text, YearParameters parameters)
    {
        if (Text.Clean(text) is null)
        {
            return ["Chưa có nội dung quy chế."];
        }

        var parts = Parse(text);
        return
        [
            .. Sequence(parts.OfType<ChapterPart>().Select(part => part.Number), "Chương", RomanNumber.Of),
            .. Sequence(parts.OfType<ArticlePart>().Select(part => part.Number), "Điều", number => $"{number}"),
            .. parts.OfType<ArticlePart>().Any() ? Array.Empty<string>() : ["Chưa có điều nào; mỗi điều bắt đầu bằng một dòng “Điều 1. …”."],
            .. EmptyParts(parts),
            .. MarkProblems(text!, parameters),
            .. Text.HasBlank(text) ? ["Nội dung còn chỗ để trống (… hoặc ___)."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Sequence(IEnumerable<int> numbers, string word, Func<int, string> shown) =>
        numbers.Select((number, index) => (number, due: index + 1)).Where(row => row.number != row.due).Take(1).Select(row => $"{word} {shown(row.number)} đứng ở chỗ của {word} {shown(row.due)}.");

    private static IEnumerable<string> EmptyParts(IReadOnlyList<RegulationPart> parts)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            var next = at + 1 < parts.Count ? parts[at + 1] : null;
            if (parts[at] is ChapterPart chapter && (chapter.Title.Length == 0 || next is null or ChapterPart))
            {
                yield return chapter.Title.Length == 0 ? $"{chapter.Label} chưa có tên." : $"{chapter.Label} chưa có điều nào.";
            }
            else if (parts[at] is ArticlePart article && next is not BodyPart && !article.Title.EndsWith('.'))
            {
                yield return $"Điều {article.Number} chưa có nội dung.";
            }
        }
    }

    // What is laid down stands in the text, once: typed as a parameter, printed by its mark.
    private static IEnumerable<string> MarkProblems(string text, YearParameters parameters)
    {
        var any = new ClusterWords("", "", "");
        foreach (var parameter in ParameterWords.All)
        {
            var times = text.Split(ParameterWords.MarkOf(parameter), StringSplitOptions.None).Length - 1;
            if (times == 0 && ParameterWords.Sentence(parameter, parameters, any) is not null)
            {
                yield return $"Nội dung chưa nêu “{Labels.Of(parameter)}”: thêm {ParameterWords.MarkOf(parameter)} vào điều quy định việc này.";
            }
            else if (times > 1)
            {
                yield return $"{ParameterWords.MarkOf(parameter)} có {times} lần trong nội dung; chỉ để một lần.";
            }
        }

        foreach (var unknown in Mark().Matches(text).Select(match => match.Value).Where(mark => ParameterWords.All.All(parameter => ParameterWords.MarkOf(parameter) != mark)).Distinct())
        {
            yield return $"{unknown} không phải là quy định nào của cổng; sửa hoặc bỏ dấu ngoặc nhọn.";
        }
    }

    private static string TitleBelow(string[] lines, ref int at)
    {
        for (var next = at + 1; next < lines.Length; next++)
        {
            if (Text.Clean(lines[next].Replace("**", "", StringComparison.Ordinal)) is { } title)
            {
                if (Chapter().IsMatch(title) || Article().IsMatch(title))
                {
                    return "";
                }

                at = next;
                return title;
            }
        }

        return "";
    }

    private static bool IsBare(string line) => line.Trim().TrimStart('-', '+').Trim() is var rest && (rest.Length == 0 || NumberMark.At(rest)?.Length == rest.Length);

    [GeneratedRegex(@"^(Chương|CHƯƠNG)\s+(?<number>[IVXL]+)\s*[.:\-–]?\s*(?<title>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(Điều|ĐIỀU)\s+(?<number>\d{1,3})\s*[.:]\s*(?<title>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Article();

    [GeneratedRegex(@"\{[^{}\n]*\}", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
