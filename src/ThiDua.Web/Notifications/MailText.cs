using System.Net;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>The words of a mail, plain and as HTML: what happened, where, and the address that leads on; it opens on a phone too.</summary>
internal static class MailText
{
    private const string Foot = "Thư này do cổng ThiDua gửi tự động, xin không trả lời. Cách nhận thư được chọn ở mục Thông báo trên cổng.";

    public static MailContent Of(Notification notice, string address, string name, MailOptions options) =>
        new(address, name, $"[ThiDua] {notice.Title}", Plain(null, [notice], options), Html(null, [notice], options));

    /// <summary>What one person is reminded of, in one mail.</summary>
    public static MailContent Reminders(string address, string name, IReadOnlyList<Notification> notices, MailOptions options) => notices.Count == 1
        ? Of(notices[0], address, name, options)
        : new(address, name, $"[ThiDua] {notices.Count} việc sắp đến hạn, quá hạn", Plain("Nhắc việc:", notices, options), Html("Nhắc việc:", notices, options));

    /// <summary>A reminder as a short text to be copied into a chat, with the address that leads on.</summary>
    public static string ForChat(string title, string? detail, string? place, string address) => string.Join('\n', new[] { title, detail, place, address }.OfType<string>());

    public static MailContent Digest(string address, string name, DateOnly day, IReadOnlyList<Notification> notices, int more, MailOptions options)
    {
        var head = $"Ngày {day:dd/MM/yyyy} có {notices.Count + more} thông báo chưa đọc{(more > 0 ? $", dưới đây là {notices.Count} thông báo mới nhất" : "")}:";
        return new(address, name, $"[ThiDua] {notices.Count + more} thông báo chưa đọc, ngày {day:dd/MM/yyyy}", Plain(head, notices, options), Html(head, notices, options));
    }

    private static string Plain(string? head, IReadOnlyList<Notification> notices, MailOptions options) =>
        string.Join("\n\n", [.. head is null ? Array.Empty<string>() : [head], .. notices.Select(notice => string.Join('\n', Lines(notice, options))), "--\n" + Foot]) + "\n";

    private static IEnumerable<string> Lines(Notification notice, MailOptions options) =>
        new[] { notice.Title, notice.Detail, notice.Place, options.AddressOf(notice.Link) }.OfType<string>();

    private static string Html(string? head, IReadOnlyList<Notification> notices, MailOptions options) =>
        $"<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>ThiDua</title></head><body>{(head is null ? "" : $"<p>{Text(head)}</p>")}{string.Concat(notices.Select(notice => Block(notice, options)))}<hr><p><small>{Text(Foot)}</small></p></body></html>";

    private static string Block(Notification notice, MailOptions options) =>
        $"<p><strong>{Text(notice.Title)}</strong>{(notice.Detail is { } detail ? $"<br>{Text(detail).Replace("\n", "<br>", StringComparison.Ordinal)}" : "")}{(notice.Place is { } place ? $"<br>{Text(place)}" : "")}{(options.AddressOf(notice.Link) is { } address ? $"<br><a href=\"{Text(address)}\">Mở trên cổng</a>" : "")}</p>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
