using System.Text;
using ThiDua.Domain;

namespace ThiDua.Web.Documents;

/// <summary>Reads a CSV file that somebody uploads, as one sheet of texts: UTF-8 with or without mark, comma or semicolon, any line ends, quotes by RFC 4180.</summary>
public static class CsvReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadSheet Read(Stream file, XlsxLimits? limits = null)
    {
        limits ??= new();
        var text = TextOf(file, limits.FileBytes);
        RuleViolation.Require(!string.IsNullOrWhiteSpace(text), "Tệp rỗng, không có nội dung.");
        return new("CSV", IsHidden: false, new CsvRows(text, Separator(text), limits).Read());
    }

    private static string TextOf(Stream file, long most)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            copy.Write(buffer, 0, read);
            RuleViolation.Require(copy.Length <= most, $"Tệp lớn hơn {most / 1024 / 1024} MB.");
        }

        try
        {
            return Strict.GetString(copy.GetBuffer(), 0, (int)copy.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RuleViolation("Tệp CSV không phải bảng mã UTF-8. Trong Excel hãy chọn lưu dạng “CSV UTF-8” hoặc dùng tệp .xlsx.");
        }
    }

    // The mark that stands more often in the first line, outside quotes.
    private static char Separator(string text)
    {
        var (commas, semicolons, isQuoted) = (0, 0, false);
        foreach (var letter in text)
        {
            isQuoted ^= letter == '"';
            if (!isQuoted && letter is '\n' or '\r')
            {
                break;
            }

            commas += !isQuoted && letter == ',' ? 1 : 0;
            semicolons += !isQuoted && letter == ';' ? 1 : 0;
        }

        return semicolons > commas ? ';' : ',';
    }
}

/// <summary>Takes a CSV text apart.</summary>
internal sealed class CsvRows(string text, char separator, XlsxLimits limits)
{
    private readonly List<ReadRow> _rows = [];
    private readonly StringBuilder _value = new();
    private List<ReadCell> _cells = [];
    private int _row = 1;
    private int _column;
    private int _at;

    public IReadOnlyList<ReadRow> Read()
    {
        while (_at < text.Length)
        {
            ReadValue();
            KeepCell();
            if (_at < text.Length && text[_at] == separator)
            {
                (_column, _at) = (_column + 1, _at + 1);
            }
            else
            {
                EndRow();
            }
        }

        KeepRow();
        return _rows;
    }

    private void ReadValue()
    {
        _value.Clear();
        if (text[_at] == '"')
        {
            ReadQuoted();
        }

        for (; _at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'); _at++)
        {
            _value.Append(text[_at]);
        }
    }

    private void ReadQuoted()
    {
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"' && (_at + 1 >= text.Length || text[_at + 1] != '"'))
            {
                _at++;
                return;
            }

            _at += text[_at] == '"' ? 1 : 0;
            _value.Append(text[_at]);
        }

        throw new RuleViolation($"Dấu ngoặc kép ở ô {CellAddress.Of(_column, _row)} không được đóng.");
    }

    private void KeepCell()
    {
        RuleViolation.Require(_column < limits.Columns, $"Hàng {_row} có hơn {limits.Columns} cột.");
        if (_value.Length > 0)
        {
            _cells.Add(new(_column, _row) { Text = _value.Replace("\r\n", "\n").ToString() });
        }
    }

    private void EndRow()
    {
        KeepRow();
        if (_at < text.Length)
        {
            _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        }

        (_row, _column) = (_row + 1, 0);
    }

    private void KeepRow()
    {
        if (_cells.Exists(cell => !cell.IsEmpty))
        {
            RuleViolation.Require(_rows.Count < limits.Rows, $"Tệp có hơn {limits.Rows} hàng dữ liệu.");
            _rows.Add(new(_row, _cells));
        }

        _cells = [];
    }
}
