namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>The end of a document: Nơi nhận with its lines, capitals above the signature, the name below. In a scan both columns may stand in one line.</summary>
internal sealed class ClosingReader
{
    private const int MostLines = 80;
    private readonly List<string> _recipients = [];
    private readonly List<string> _signature = [];
    private readonly List<string> _after = [];
    private string? _signatory;
    private bool _signs;
    private bool _receives;
    private bool _open;

    /// <summary>Where it begins; the number of lines where there is none.</summary>
    public static int Find(List<PaperLine> lines, int from)
    {
        var first = Math.Max(from, lines.Count - MostLines);
        var head = lines.FindLastIndex(lines.Count - 1, lines.Count - first, line => line.Cells.Any(PaperWords.IsRecipientsHead));
        if (head >= first)
        {
            // What stands above it in capitals, without a number, belongs to the signature.
            while (head > first && Recognised.IsCapitals(lines[head - 1].Text) && SectionMark.At(lines[head - 1].Text) is null && lines[head - 1].Text.Length < 60)
            {
                head--;
            }

            return head;
        }

        var end = lines.FindLastIndex(lines.Count - 1, lines.Count - first, line => line.Text.EndsWith("./.", StringComparison.Ordinal));
        if (end >= first)
        {
            return end + 1;
        }

        var at = lines.Count;
        while (at > first && (Recognised.IsCapitals(lines[at - 1].Text) || IsName(lines[at - 1].Text)) && SectionMark.At(lines[at - 1].Text) is null)
        {
            at--;
        }

        return at <= lines.Count - 2 && IsName(lines[^1].Text) ? at : lines.Count;
    }

    public PaperClosing Read(IEnumerable<PaperLine> lines)
    {
        foreach (var line in lines)
        {
            foreach (var cell in line.Cells)
            {
                Take(cell, line.Cells.Count == 1);
            }
        }

        return new(_recipients, _signature, _signatory, _after);
    }

    private void Take(string cell, bool isAlone)
    {
        var text = cell.Trim('*', '_', ' ');
        if (PaperWords.IsRecipientsHead(text))
        {
            (_receives, _signs) = (true, false);
            text = text.IndexOf(':') is var colon and >= 0 ? text[(colon + 1)..].Trim() : "";
        }

        if (!text.Any(char.IsLetter) || text.StartsWith('('))
        {
            return;
        }

        if (text[0] is '-' or '+' or '–' && _receives && _signatory is null)
        {
            AddRecipient(text.TrimStart('-', '+', '–', ' '));
        }
        else if (_signatory is not null)
        {
            _after.Add(text);
        }
        else if (Recognised.IsCapitals(text) && text.Count(char.IsLetter) > 3)
        {
            _signature.Add(text);
            _signs |= isAlone;
        }
        else if ((_signs || (_signature.Count > 0 && !_open)) && IsName(text))
        {
            _signatory = text;
        }
        else if (_receives && !_signs)
        {
            TakeMore(text);
        }
        else
        {
            _after.Add(text);
        }
    }

    private void TakeMore(string text)
    {
        if (_open && _recipients.Count > 0)
        {
            _recipients[^1] += " " + text.TrimEnd(';', '.', ' ');
            _open = text[^1] is not (';' or '.');
        }
        else
        {
            AddRecipient(text);
        }
    }

    private void AddRecipient(string text)
    {
        _recipients.Add(text.TrimEnd(';', '.', ' '));
        _open = text.Length > 0 && text[^1] is not (';' or '.');
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower));
    }
}
