using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Tests.Mail;

/// <summary>How the server behaves from the next connection on.</summary>
public enum Manner { Takes, RefusesRecipient, AsksToWait, SaysNothing, SaysNothingAfterData, DiesInData, DiesAfterData, ServesNobody }

/// <summary>A mail as the server took it.</summary>
public sealed partial record MailTaken(string To, string Raw)
{
    /// <summary>All that is written in its parts, plain and HTML, one after the other.</summary>
    public string Text { get; } = string.Join('\n', Base64Part().Matches(Raw).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups["body"].Value.Replace("\r\n", "", StringComparison.Ordinal)))));

    public string Header(string name) => Regex.Match(Raw, $@"^{name}: (?<value>.*(\r\n[ \t].*)*)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value.Replace("\r", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base64Part();
}

/// <summary>A small mail server on the loopback: it speaks SMTP, keeps what it takes, and fails in the manner that a test asks for.</summary>
public sealed class SmtpInTest : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly ConcurrentQueue<MailTaken> _taken = new();

    public SmtpInTest()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Manner Manner { get; set; }

    public IReadOnlyCollection<MailTaken> Taken => _taken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Talk(await _listener.AcceptTcpClientAsync(_stop.Token), Manner);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Talk(TcpClient client, Manner manner)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token).AsTask();
                if (manner == Manner.SaysNothing)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                await Say(manner == Manner.ServesNobody ? "421 thidua.test not now" : "220 thidua.test ESMTP");
                await Listen(reader, Say, manner);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
                // Hung up.
            }
        }
    }

    private async Task Listen(StreamReader reader, Func<string, Task> say, Manner manner)
    {
        var to = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when manner == Manner.RefusesRecipient:
                    await say("550 no such mailbox");
                    break;
                case "RCPT" when manner == Manner.AsksToWait:
                    await say("450 mailbox busy, later please");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await say("250 ok");
                    break;
                case "DATA":
                    await say("354 go on");
                    if (await Take(reader, to, manner))
                    {
                        await say("250 taken");
                        break;
                    }

                    return;
                case "QUIT":
                    await say("221 bye");
                    return;
                default:
                    await say("250 thidua.test");
                    break;
            }
        }
    }

    private async Task<bool> Take(StreamReader reader, string to, Manner manner)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            if (manner == Manner.DiesInData)
            {
                return false;
            }

            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (manner == Manner.SaysNothingAfterData)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (manner == Manner.Takes)
        {
            _taken.Enqueue(new(to, raw.ToString()));
        }

        return manner == Manner.Takes;
    }
}
