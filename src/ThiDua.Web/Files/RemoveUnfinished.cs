using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>At start, and by a job: removes what uploads left behind that were cut off, once they are a day old.</summary>
public sealed class RemoveUnfinished(IOptions<FilesOptions> options, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>The number of files removed.</returns>
    public int Run()
    {
        var folder = new DirectoryInfo(Path.Combine(Path.GetFullPath(options.Value.Root), FolderOfFiles.Unfinished));
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        var old = folder.Exists ? folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before).ToList() : [];
        old.ForEach(file => file.Delete());
        return old.Count;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Run();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
