using System.Globalization;
using System.Text;
using System.Xml;

namespace ThiDua.Web.Documents;

/// <summary>The set phrases of an official document (Nghị định 30/2020, Phụ lục I): written once, for every format.</summary>
public static class Wording
{
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
    internal const string RecipientsHead = "Nơi nhận:";
    private const string Blank = "     ";

    /// <summary><c>Số: 05/KH-CTĐBTB</c>; room for the number while it is open.</summary>
    public static string NumberLine(int? number, string symbol) => $"Số: {NumberAndSymbol(number, symbol)}";

    /// <summary><c>Thanh Hóa, ngày 02 tháng 7 năm 2020</c>; room for day and month while the date is open.</summary>
    public static string PlaceAndDate(string place, DateOnly? date, int year) => $"{place}, {DateOrBlank(date, year)}";

    /// <summary><c>(Kèm theo Kế hoạch số 05/KH-CTĐBTB ngày 02 tháng 7 năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ)</c>.</summary>
    public static string EnclosedWith(OfficialDocument document, string kind, string issuer)
        => $"(Kèm theo {kind}{NumberAndDate(document)} của {issuer})";

    /// <summary>The document with its number and date, also where an enclosure names them.</summary>
    public static OfficialDocument Numbered(OfficialDocument document, int number, DateOnly issuedOn)
    {
        var numbered = document with { Number = number, IssuedOn = issuedOn };
        return numbered with { Enclosure = Named(document.Enclosure), Annexes = [.. document.Annexes.Select(annex => annex with { Enclosure = Named(annex.Enclosure) })] };

        string? Named(string? enclosure) => enclosure?.Replace(NumberAndDate(document), NumberAndDate(numbered), StringComparison.Ordinal);
    }

    /// <summary>The legal bases with a semicolon after each and a full stop after the last.</summary>
    internal static IEnumerable<string> LegalBases(OfficialDocument document)
        => Closed(document.LegalBases, ";", ".");

    /// <summary>The lines below Nơi nhận, none where nobody receives.</summary>
    internal static IReadOnlyList<string> Recipients(OfficialDocument document)
    {
        if (document.Recipients.Count == 0 && document.Addressees.Count == 0)
        {
            return [];
        }
        string[] above = document.Addressees.Count > 0 ? ["Như trên"] : [];
        return [.. Closed([.. above, .. document.Recipients, $"Lưu: {document.Archive}"], ";", ".").Select(line => $"- {line}")];
    }

    /// <summary>One addressee follows the words, several stand below them.</summary>
    internal static IReadOnlyList<string> Addressees(OfficialDocument document) => document.Addressees switch
    {
        [] => [],
        [var only] => [$"Kính gửi: {Bare(only)}."],
        var several => ["Kính gửi:", .. Closed(several, ";", ".").Select(line => $"- {line}")],
    };

    /// <summary>The abstract of an official letter.</summary>
    internal static string Regarding(string subject)
        => subject.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? subject : $"V/v {(subject.StartsWith("Về việc ", StringComparison.OrdinalIgnoreCase) ? subject["Về việc ".Length..] : subject)}";

    /// <summary>Text as it may stand in a file: composed letters, no characters that XML forbids.</summary>
    internal static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                result.Append(rune.ToString());
            }
        }
        return result.Replace("\r\n", "\n").ToString().Normalize(NormalizationForm.FormC);
    }

    private static string NumberAndDate(OfficialDocument document)
        => $"{(document.Symbol is { } symbol ? $" số {NumberAndSymbol(document.Number, symbol)}" : "")} {DateOrBlank(document.IssuedOn, document.Year)}";

    private static string NumberAndSymbol(int? number, string symbol)
        => $"{number?.ToString("00", CultureInfo.InvariantCulture) ?? Blank}/{symbol}";

    private static string DateOrBlank(DateOnly? date, int year)
        => date is { } known ? DocumentFormats.DateInWords(known)
            : string.Create(CultureInfo.InvariantCulture, $"ngày{Blank}tháng{Blank}năm {year}");

    private static IEnumerable<string> Closed(IReadOnlyList<string> lines, string mark, string last)
        => lines.Select((line, index) => Bare(line) + (index == lines.Count - 1 ? last : mark));

    private static string Bare(string line) => line.TrimEnd().TrimEnd(';', '.', ',');
}
