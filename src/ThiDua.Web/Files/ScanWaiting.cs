using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>What a run over the waiting files came to.</summary>
public sealed record Scanned(int Clean, int Infected, int Waiting, bool IsScannerGone);

/// <summary>Scans what waits for the scanner (chưa quét), newest first. With the first start that has a scanner everything kept before waits for it; without one nothing waits.</summary>
public sealed partial class ScanWaiting(IFileContents contents, Scanner scanner, IOptions<FilesOptions> options, ILogger<ScanWaiting> log) : IHostedService
{
    // Stands in the folder while all that is given out was scanned.
    private string Mark => Path.Combine(Path.GetFullPath(options.Value.Root), "scanned");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (scanner.IsOn && !File.Exists(Mark))
        {
            MoveAll(FileStanding.Clear, FileStanding.Waiting);
            Directory.CreateDirectory(Path.GetDirectoryName(Mark)!);
            File.WriteAllText(Mark, "");
        }
        else if (!scanner.IsOn)
        {
            if (File.Exists(Mark))
            {
                File.Delete(Mark);
            }

            MoveAll(FileStanding.Waiting, FileStanding.Clear);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Scanned> Run(CancellationToken cancellationToken)
    {
        const int MostInVain = 3; // one file may take too long by itself; the next ones tell whether the scanner is there
        var (clean, infected, inVain) = (0, 0, 0);
        foreach (var (sha256, _) in scanner.IsOn ? contents.All(FileStanding.Waiting).OrderByDescending(file => file.CameAt).ToList() : [])
        {
            var scan = await ScanOne(sha256, cancellationToken);
            inVain = scan is { IsGone: true } ? inVain + 1 : 0;
            if (inVain == MostInVain)
            {
                break;
            }

            clean += scan is { IsClean: true } ? 1 : 0;
            infected += scan?.Found is null ? 0 : 1;
        }

        return new(clean, infected, contents.All(FileStanding.Waiting).Count(), inVain > 0);
    }

    private async Task<Scan?> ScanOne(string sha256, CancellationToken cancellationToken)
    {
        await using var content = contents.Open(sha256, FileStanding.Waiting);
        if (content is null)
        {
            return null; // another server has scanned it
        }

        var scan = await scanner.Run(content, cancellationToken);
        if (scan.Found is { } found)
        {
            LogInfected(log, sha256, found);
            contents.Move(sha256, FileStanding.Waiting, FileStanding.Infected);
        }
        else if (scan.IsClean)
        {
            contents.Move(sha256, FileStanding.Waiting, FileStanding.Clear);
        }

        return scan;
    }

    private void MoveAll(FileStanding from, FileStanding to)
    {
        foreach (var (sha256, _) in contents.All(from).ToList())
        {
            contents.Move(sha256, from, to);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The stored file {Sha256} is infected ({Found}) and is not given out any more")]
    private static partial void LogInfected(ILogger log, string sha256, string found);
}
