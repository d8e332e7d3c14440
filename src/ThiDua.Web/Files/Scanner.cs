using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>What a scan came to: clean, what was found, or why it was not done; <paramref name="IsGone"/>: the scanner itself does not answer.</summary>
public sealed record Scan(bool IsClean, string? Found = null, string? Problem = null, bool IsGone = false)
{
    private const string Ending = " FOUND";

    /// <summary>Reads the answer of clamd: <c>stream: OK</c>, <c>stream: Name FOUND</c>, or what went wrong.</summary>
    public static Scan Read(string answer)
    {
        var told = answer.Trim('\0', '\n', ' ');
        var said = told.StartsWith("stream: ", StringComparison.Ordinal) ? told["stream: ".Length..] : told;
        return said == "OK" ? new(true)
            : said.EndsWith(Ending, StringComparison.Ordinal) ? new(false, Found: said[..^Ending.Length])
            : said.Length == 0 ? new(false, Problem: "it ended without an answer", IsGone: true)
            : new(false, Problem: said);
    }
}

/// <summary>Has files scanned by ClamAV over its socket (INSTREAM): streamed in pieces, within a time.</summary>
public sealed partial class Scanner(IOptions<FilesOptions> options, ILogger<Scanner> log)
{
    private const int PieceSize = 64 * 1024;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(5);

    public bool IsOn => options.Value.ScannerEndPoint is not null;

    /// <summary>Never throws because of the scanner: whatever is not a clear answer is a scan that was not done.</summary>
    public async Task<Scan> Run(Stream content, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(TimeSpan.FromSeconds(options.Value.ScannerTimeoutSeconds));
        Scan scan;
        try
        {
            scan = Scan.Read(await Ask(content, time.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            scan = new(false, Problem: failure is OperationCanceledException ? "no answer in time" : failure.Message, IsGone: true);
        }

        if (scan.Problem is { } problem)
        {
            LogNotDone(log, options.Value.Scanner!, problem);
        }

        return scan;
    }

    private async Task<string> Ask(Stream content, CancellationToken cancellationToken)
    {
        using var socket = await Connect(cancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        try
        {
            await Send(stream, content, cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is SocketException)
        {
            // It has had enough before the end, and may have said why.
        }

        return await ReadAnswer(stream, cancellationToken);
    }

    private async Task<Socket> Connect(CancellationToken cancellationToken)
    {
        var place = options.Value.ScannerEndPoint ?? throw new InvalidOperationException("No scanner is configured.");
        var socket = place is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(ConnectsWithin);
            await socket.ConnectAsync(place, time.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Each piece with its length before it; a length of nothing ends the stream.
    private static async Task Send(NetworkStream stream, Stream content, CancellationToken cancellationToken)
    {
        const int LengthSize = sizeof(uint);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize + LengthSize);
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(buffer.AsMemory(LengthSize, PieceSize), cancellationToken);
                BinaryPrimitives.WriteUInt32BigEndian(buffer, (uint)read);
                await stream.WriteAsync(buffer.AsMemory(0, LengthSize + read), cancellationToken);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<string> ReadAnswer(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (answer, length, read) = (new byte[LongestAnswer], 0, 0);
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (answer[length - 1] == 0)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(answer, 0, length);
    }

    [LoggerMessage(LogLevel.Error, "The scanner at {Scanner} did not scan a file: {Problem}")]
    private static partial void LogNotDone(ILogger log, string scanner, string problem);
}
