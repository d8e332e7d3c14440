using System.Globalization;

namespace ThiDua.Domain.Documents;

/// <summary>Dates as official documents write them (Nghị định 30/2020, Phụ lục I).</summary>
public static class OfficialDate
{
    /// <summary>ngày 02 tháng 7 năm 2020: days below 10 and months 1 and 2 with a leading zero.</summary>
    public static string InWords(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {Month(date)} năm {date.Year}");

    /// <summary>The month with its leading zero, where it has one.</summary>
    public static string Month(DateOnly date) => date.Month.ToString(date.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);
}
