using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Notifications;

namespace ThiDua.Web.Features.MyCalendar;

/// <summary>Dates as a calendar program reads them (RFC 5545): whole days, lines of at most 75 octets.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    public static string Write(IEnumerable<PlannedDate> dates, MailOptions options, DateTime now)
    {
        var lines = new List<string> { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ThiDua//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:ThiDua", "REFRESH-INTERVAL;VALUE=DURATION:PT6H" };
        lines.AddRange(dates.SelectMany(date => Event(date, options, now)));
        lines.Add("END:VCALENDAR");
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static IEnumerable<string> Event(PlannedDate date, MailOptions options, DateTime now)
    {
        string?[] lines =
        [
            "BEGIN:VEVENT",
            $"UID:{Id(date)}@thidua",
            $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;VALUE=DATE:{Day(date.FirstDay)}",
            $"DTEND;VALUE=DATE:{Day(date.LastDay.AddDays(1))}",
            $"SUMMARY:{Escaped(date.IsDeadline ? $"Hạn: {date.Title}" : date.Title)}",
            $"DESCRIPTION:{Escaped($"{date.Cluster}\n{date.Written}{(date.IsDeadline ? $"\n{date.Whom}" : "")}{(date.Standing is { } standing ? $"\nBáo cáo của đơn vị: {standing}" : "")}")}",
            date.Place is { } place ? $"LOCATION:{Escaped(place)}" : null,
            options.AddressOf(date.Href) is { } address ? $"URL:{address}" : null,
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ];
        return lines.OfType<string>();
    }

    private static string Id(PlannedDate date) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(date.Key)))[..32];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    // Folded between letters, never within one.
    private static string Folded(string line)
    {
        var (folded, length) = (new StringBuilder(), 0);
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(letter.ToString());
            length += letter.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
