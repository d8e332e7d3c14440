using System.Net.Mail;

namespace ThiDua.Web.Notifications;

/// <summary>How mail leaves the portal, section <c>Mail</c> of the configuration; with neither server nor folder there is none.</summary>
public sealed class MailOptions
{
    /// <summary>Mails at once to one person in an hour; what goes beyond waits for the digest.</summary>
    public const int AtOncePerHour = 5;

    /// <summary>The mail server; null: none.</summary>
    public string? Host { get; set; }

    /// <summary>587 with TLS, else usually 25.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted (STARTTLS) before anything is said.</summary>
    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "Cổng ThiDua";

    /// <summary>A folder that mails are put into instead of being sent; in development by default <c>data/mail</c>.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>The portal's address as people reach it, before each link; by default <c>Documents:PublicAddress</c>, in development where the portal listens.</summary>
    public string? PortalAddress { get; set; }

    /// <summary>How long one mail may take.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool IsOn => !string.IsNullOrWhiteSpace(Host) || !string.IsNullOrWhiteSpace(PickupFolder);

    /// <summary>Whether mails lead on to the portal.</summary>
    public bool KnowsPortal => !string.IsNullOrWhiteSpace(PortalAddress);

    /// <summary>The address of a page of the portal; null where the portal does not know its own.</summary>
    public string? AddressOf(string link) => !KnowsPortal ? null : PortalAddress!.TrimEnd('/') + link;

    /// <summary>What is wrong with these options; empty when nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        string?[] faults =
        [
            IsOn && !MailAddress.TryCreate(From, out _) ? "Mail:From is the address of the sender." : null,
            !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(PickupFolder) ? "Mail:Host and Mail:PickupFolder exclude each other." : null,
            Port is < 1 or > 65535 ? "Mail:Port is a port." : null,
            Port == 465 ? "Mail:Port 465 (TLS from the first byte) is not supported: use the server's port for STARTTLS, usually 587." : null,
            !string.IsNullOrEmpty(User) && !Tls ? "Mail:User needs Mail:Tls: a password is not sent in clear." : null,
            TimeoutSeconds is < 1 or > 240 ? "Mail:TimeoutSeconds is 1 to 240." : null,
            !string.IsNullOrWhiteSpace(PortalAddress) && !(Uri.TryCreate(PortalAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") ? "Mail:PortalAddress begins with http:// or https://." : null,
        ];
        return faults.OfType<string>();
    }
}
