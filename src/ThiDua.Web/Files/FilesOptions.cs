using System.Net;
using System.Net.Sockets;

namespace ThiDua.Web.Files;

/// <summary>Where files are kept, who scans them and how long what nobody uses stays, section <c>Files</c> of the configuration.</summary>
public sealed class FilesOptions
{
    /// <summary>Less would race with somebody who sends the same file again.</summary>
    private const int LeastDays = 2;

    /// <summary>What the operating systems allow for a socket's path.</summary>
    private const int LongestPath = 100;

    private const string OnThisMachine = "unix:";

    public string Root { get; set; } = "data/files";

    /// <summary>The socket of ClamAV's <c>clamd</c>: <c>unix:/run/clamav/clamd.ctl</c> or <c>tcp://host:3310</c>; null: files are not scanned.</summary>
    public string? Scanner { get; set; }

    /// <summary>How long the scan of one file may take.</summary>
    public int ScannerTimeoutSeconds { get; set; } = 60;

    /// <summary>How long a file stays that no dossier points at any more.</summary>
    public int KeepUnusedDays { get; set; } = 30;

    /// <summary>Where the scanner listens; null: there is none, or its address is not understood, which stops the start.</summary>
    public EndPoint? ScannerEndPoint => Scanner switch
    {
        null => null,
        _ when Scanner.StartsWith(OnThisMachine + '/', StringComparison.Ordinal) && Scanner.Length - OnThisMachine.Length <= LongestPath => new UnixDomainSocketEndPoint(Scanner[OnThisMachine.Length..]),
        _ when Uri.TryCreate(Scanner, UriKind.Absolute, out var address) && address is { Scheme: "tcp", Host.Length: > 0, Port: > 0 } => new DnsEndPoint(address.Host, address.Port),
        _ => null,
    };

    /// <summary>What is wrong with these options; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        string?[] faults =
        [
            Root.Length == 0 ? "Files:Root names a folder." : null,
            string.IsNullOrWhiteSpace(Scanner) || ScannerEndPoint is not null ? null : "Files:Scanner is unix:/path/of/the/socket or tcp://host:port.",
            ScannerTimeoutSeconds is < 1 or > 240 ? "Files:ScannerTimeoutSeconds is 1 to 240." : null,
            KeepUnusedDays < LeastDays ? "Files:KeepUnusedDays is 2 or more." : null,
        ];
        return faults.OfType<string>();
    }
}
