using System.Globalization;
using ThiDua.Domain.Documents;

namespace ThiDua.Web.Documents;

/// <summary>Figures and dates as official documents print them: <c>1.234,50</c>, <c>02/7/2020</c>, <c>ngày 02 tháng 7 năm 2020</c>.</summary>
public static class DocumentFormats
{
    /// <summary>Format of points: two decimals, rounded half away from zero.</summary>
    public const string Points = "#,##0.00";

    /// <summary>Format where a column names none: decimals only where there are some.</summary>
    public const string General = "#,##0.##";

    internal static readonly CultureInfo Vietnamese = FixedVietnamese();

    /// <summary>A figure with dots between thousands and a decimal comma; <paramref name="format"/> is a number format as in spreadsheets.</summary>
    public static string Number(decimal number, string? format = null)
        => Rounded(number, format).ToString(format ?? General, Vietnamese);

    /// <summary>The figure as it is shown: rounded half away from zero to the decimals of its format.</summary>
    public static decimal Rounded(decimal number, string? format = null)
        => Math.Round(number, Decimals(format ?? General), MidpointRounding.AwayFromZero);

    /// <summary>A date in a table: days below 10 and months 1 and 2 with a leading zero, <c>02/7/2020</c>.</summary>
    public static string Date(DateOnly date)
        => string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{OfficialDate.Month(date)}/{date.Year}");

    /// <summary>A date in words: <c>ngày 02 tháng 7 năm 2020</c>.</summary>
    public static string DateInWords(DateOnly date)
        => OfficialDate.InWords(date);

    internal static string Upper(string text) => text.ToUpper(Vietnamese);

    private static int Decimals(string format)
    {
        var point = format.IndexOf('.');
        return point < 0 ? 0 : format[(point + 1)..].Count(mark => mark is '0' or '#') + (format.Contains('%') ? 2 : 0);
    }

    // Machines differ in what they know of vi-VN, and users may change its marks.
    private static CultureInfo FixedVietnamese()
    {
        var culture = new CultureInfo("vi-VN", useUserOverride: false);
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "-";
        return CultureInfo.ReadOnly(culture);
    }
}
