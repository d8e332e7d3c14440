namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>The heading block of a document, read line by line; in a scan the two columns stand side by side in one line.</summary>
internal sealed class HeadReader(List<PaperLine> lines, int width)
{
    private const int MostLines = 40;
    private const int MostAbstractLines = 6;
    private const int LongestAbstractLine = 180;

    private readonly List<string> _issuer = [];
    private readonly List<string> _abstract = [];
    private string? _number;
    private string? _symbol;
    private string? _place;
    private DateOnly? _issuedOn;
    private string? _kind;

    /// <summary>The heading block, and the line after it.</summary>
    public PaperHead Read(out int next)
    {
        for (next = 0; next < Math.Min(lines.Count, MostLines) && Take(next); next++)
        {
        }

        return new(_issuer, _number, _symbol, _place, _issuedOn, _kind, _abstract.Count == 0 ? null : string.Join(' ', _abstract));
    }

    private bool Take(int index)
    {
        var line = lines[index];
        if (PaperWords.OpeningAt(line.Text) is not null || SectionMark.At(line.Text) is not null || line.IsTable)
        {
            return false;
        }

        if (_kind is not null)
        {
            return TakeAbstract(index);
        }

        _kind = PaperWords.KindAlone(line.Text);
        return _kind is not null || line.Cells.All(TakeCell);
    }

    private bool TakeCell(string cell)
    {
        if (PaperWords.IsEmblem(cell) || TakeNumber(cell) || TakePlaceAndDate(cell))
        {
            return true;
        }

        if (Recognised.Folded(Recognised.Cut(cell, 4)).StartsWith("v/v", StringComparison.Ordinal))
        {
            _abstract.Add(cell);
            return true;
        }

        var isIssuer = _number is null && cell.Length <= 80 && (Recognised.IsCapitals(cell) || _issuer.Count == 0);
        _issuer.AddRange(isIssuer ? [cell] : []);
        return isIssuer;
    }

    // "Số: 05/KH-CTĐ", "Số:1466/KH-CTĐ", "Số:    /KH-CTĐ".
    private bool TakeNumber(string cell)
    {
        var slash = cell.IndexOf('/');
        if (slash < 0 || slash > 20 || !Recognised.Folded(cell.AsSpan(0, 2)).Equals("so", StringComparison.Ordinal))
        {
            return false;
        }

        var number = cell[2..slash].Trim(':', '.', ' ', ';');
        if (number.Length > 0 && !number.All(char.IsLetterOrDigit))
        {
            return false;
        }

        (_number, _symbol) = (number.Length > 0 ? number : null, cell[(slash + 1)..].Trim());
        return true;
    }

    // "Thanh Hóa, ngày 02 tháng7 năm 2020"; day and month may be blank.
    private bool TakePlaceAndDate(string cell)
    {
        var reader = new DateReader(cell);
        var day = reader.Tokens.FindIndex(token => token.Folded == "ngay");
        if (cell.Length > 80 || day < 0 || !reader.Tokens.Exists(token => token.Folded == "thang") || !reader.Tokens.Exists(token => token.Folded == "nam"))
        {
            return false;
        }

        var date = reader.At(day, out _);
        _issuedOn = date.Count == 1 && date[0] is { To: null, From: { Unit: DateUnit.Day, Year: { } year } } ? date[0].Days(year).First : null;
        _place = Text.Clean(cell[..reader.Tokens[day].Start].Trim(',', '.', ' '));
        return true;
    }

    private bool TakeAbstract(int index)
    {
        var (line, before) = (lines[index].Text, lines[index - 1].Text);
        if (PaperWords.IsEmblem(line))
        {
            return true;
        }

        var goesOn = _abstract.Count == 0 || char.IsLower(line[0]) || (!lines[index].AfterGap && !(before.Length < width * 0.85 && line.Length >= width * 0.85));
        if (!goesOn || _abstract.Count == MostAbstractLines || line.Length > LongestAbstractLine || line[^1] is ':' or '.' or ',')
        {
            return false;
        }

        _abstract.Add(line);
        return true;
    }
}
