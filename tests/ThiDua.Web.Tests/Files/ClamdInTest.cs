using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ThiDua.Web.Tests.Files;

/// <summary>How the stand-in behaves.</summary>
public enum ClamdMood
{
    Works,
    Hangs,
    DiesMidway,
    HasALowLimit,
    IsGone,
}

/// <summary>Speaks clamd's INSTREAM as the real one does: lengths before the pieces, an answer that ends with a zero; it finds EICAR anywhere.</summary>
internal sealed class ClamdInTest : IAsyncDisposable
{
    /// <summary>The harmless sample that every scanner reports, in two halves so that none reports this file.</summary>
    public static readonly string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private const int LowLimit = 1000;
    private readonly CancellationTokenSource _end = new();
    private readonly Socket _listener;
    private readonly string? _file;
    private readonly Task _serving;

    public ClamdInTest(bool overUnixSocket = false)
    {
        if (overUnixSocket)
        {
            _file = Path.Combine(Directory.CreateTempSubdirectory("clamd-").FullName, "clamd.ctl");
            _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            _listener.Bind(new UnixDomainSocketEndPoint(_file));
        }
        else
        {
            _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        }

        _listener.Listen();
        Address = _file is null ? $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}" : $"unix:{_file}";
        _serving = Serve();
    }

    public string Address { get; }

    public volatile ClamdMood Mood;

    /// <summary>The largest piece that came, and how many bytes in all.</summary>
    public (int Largest, long All) Seen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        if (_file is not null)
        {
            Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
        }
    }

    private async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = Answer(await _listener.AcceptAsync(_end.Token));
            }
            catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Answer(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            var command = new byte["zINSTREAM\0".Length];
            if (Mood == ClamdMood.IsGone)
            {
                return;
            }

            await stream.ReadExactlyAsync(command, _end.Token);
            Encoding.ASCII.GetString(command).ShouldBe("zINSTREAM\0");
            if (await Read(stream) is { } answer)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), _end.Token);
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException)
        {
            // The portal waited long enough, or the test is over.
        }
    }

    private async Task<string?> Read(NetworkStream stream)
    {
        var (all, length) = (new MemoryStream(), new byte[sizeof(uint)]);
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(length);
            if (size == 0)
            {
                break;
            }

            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece, _end.Token);
            all.Write(piece);
            Seen = (Math.Max(Seen.Largest, size), Seen.All + size);
            if (Mood == ClamdMood.DiesMidway)
            {
                return null;
            }

            if (Mood == ClamdMood.HasALowLimit && all.Length > LowLimit)
            {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }

        if (Mood == ClamdMood.Hangs)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        return Encoding.Latin1.GetString(all.ToArray()).Contains(Eicar, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
