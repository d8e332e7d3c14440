using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>At start: removes what uploads left behind that a crash cut off, once they are a day old.</summary>
internal sealed class RemoveUnfinished(IOptions<FilesOptions> options, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Path.Combine(Path.GetFullPath(options.Value.Root), FileStore.Unfinished));
        if (folder.Exists)
        {
            var before = clock.GetUtcNow().UtcDateTime - Kept;
            foreach (var file in folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
            {
                file.Delete();
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
