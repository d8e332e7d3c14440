using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
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
        // A deadline stands on its last day; the first line of what is written says how the plan has it.
        var first = date.Content is DeadlineContent ? date.LastDay : date.FirstDay;
        string?[] lines =
        [
            "BEGIN:VEVENT",
            $"UID:{Id(date)}@thidua",
            $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;VALUE=DATE:{Day(first)}",
            $"DTEND;VALUE=DATE:{Day(date.LastDay.AddDays(1))}",
            $"SUMMARY:{Escaped(date.Content is DeadlineContent ? $"Hạn: {date.Title}" : date.Title)}",
            $"DESCRIPTION:{Escaped($"{date.Cluster}\n{date.Written}{(date.OwedBy is { } owedBy ? $"\n{Labels.Of(owedBy)}" : "")}")}",
            date.Place is { } place ? $"LOCATION:{Escaped(place)}" : null,
            options.AddressOf(date.Href) is { } address ? $"URL:{address}" : null,
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ];
        return lines.OfType<string>();
    }

    // The same for the same date of a plan at each reading.
    private static string Id(PlannedDate date) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{date.PlanId}/{date.SectionId}/{date.Content.GetType().Name}/{date.Title}")))[..32];

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
