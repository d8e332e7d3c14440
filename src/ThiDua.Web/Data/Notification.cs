using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>What a notification says, where it happened, and where one goes on.</summary>
public sealed record NoticeText(string Title, string? Detail, string? Place, string Link)
{
    /// <summary>Whether it reminds of something that is owed (nhắc việc): it is offered as a text for a chat, too.</summary>
    public bool IsReminder { get; init; }
}

/// <summary>That something happened which concerns a person in one of their offices (thông báo). Shown only while the person holds that office.</summary>
public sealed class Notification : INotAudited
{
    private const int LongestDetail = 1000;

    private Notification() => (Title, Link) = ("", "");

    public Notification(int userId, int officeId, NoticeText text, DateTime at)
    {
        (UserId, OfficeId, CreatedAt) = (userId, officeId, at);
        (Title, Place, Link, IsReminder) = (Short(text.Title, 400), text.Place is { } place ? Short(place, 400) : null, text.Link, text.IsReminder);
        Detail = text.Detail is { } detail ? Short(detail, LongestDetail) : null;
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public int OfficeId { get; private set; }

    public string Title { get; private set; }

    /// <summary>The reason that was given.</summary>
    public string? Detail { get; private set; }

    /// <summary>The cluster year.</summary>
    public string? Place { get; private set; }

    public string Link { get; private set; }

    /// <summary>Whether it reminds of something that is owed (nhắc việc).</summary>
    public bool IsReminder { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? ReadAt { get; private set; }

    /// <summary>When it was put into a mail; null: the next digest tells it, unless it was read by then.</summary>
    public DateTime? MailedAt { get; private set; }

    public void Read(DateTime at) => ReadAt ??= at;

    public void PutIntoMail(DateTime at) => MailedAt ??= at;

    internal static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
