using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>Whether a mail still waits, was taken by the mail server, or was given up.</summary>
public enum MailState { Waiting, Sent, Failed }

/// <summary>A mail as it is written: to whom, subject, plain and HTML text.</summary>
public sealed record MailContent(string Address, string Name, string Subject, string Text, string Html);

/// <summary>A mail to be sent (thư chờ gửi), written in the transaction of what it tells; a job sends it. Who sends claims the row first, for a while.</summary>
public sealed class OutboxMail : INotAudited
{
    private OutboxMail() => Key = Address = Name = Subject = Text = Html = "";

    public OutboxMail(int userId, MailContent content, DateTime at)
    {
        (UserId, CreatedAt, NotBefore, Key) = (userId, at, at, Guid.NewGuid().ToString("N"));
        (Address, Name, Subject, Text, Html) = (content.Address, content.Name, Notification.Short(content.Subject, 400), content.Text, content.Html);
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    /// <summary>The left side of its Message-ID: the same at each try, so that a mail server that got it twice can tell.</summary>
    public string Key { get; private set; }

    public string Address { get; private set; }

    public string Name { get; private set; }

    public string Subject { get; private set; }

    public string Text { get; private set; }

    public string Html { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The day whose digest it is, one for each person and day; null: no digest.</summary>
    public DateOnly? DigestOn { get; init; }

    public MailState State { get; private set; }

    /// <summary>How often sending was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not sent before.</summary>
    public DateTime NotBefore { get; private set; }

    /// <summary>Who sends it now.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>After this whoever claimed it is taken for dead.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>What the mail server answered at the last try.</summary>
    public string? LastError { get; private set; }
}
