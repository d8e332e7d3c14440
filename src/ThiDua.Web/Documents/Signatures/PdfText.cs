using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>Reads the text of a PDF by poppler's pdftotext, where the machine has it: a program of its own, for the file may be hostile.</summary>
public sealed partial class PdfText(IOptions<PdfOptions> options, ILogger<PdfText> log)
{
    private const int MostLetters = 5_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Null where there is no such program here, or it could not read the file.</summary>
    public async Task<string?> Read(byte[] pdf, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"thidua-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, pdf, cancellationToken);
        try
        {
            return await Run(path, cancellationToken);
        }
        catch (Win32Exception missing)
        {
            LogMissing(log, missing);
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<string?> Run(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(string.IsNullOrWhiteSpace(options.Value.TextToolPath) ? "pdftotext" : options.Value.TextToolPath, ["-enc", "UTF-8", "-q", path, "-"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var text = await ReadAtMost(process.StandardOutput, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? text : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task<string> ReadAtMost(StreamReader output, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new char[8192]);
        int read;
        while (text.Length < MostLetters && (read = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    [LoggerMessage(LogLevel.Warning, "pdftotext is not installed: the text of signed copies is not compared")]
    private static partial void LogMissing(ILogger log, Exception missing);
}
