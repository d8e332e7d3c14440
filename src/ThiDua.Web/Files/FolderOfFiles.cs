using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>Contents in a folder, on a disk that all servers share: every step is one rename, so that none sees a half of another's.</summary>
public sealed class FolderOfFiles(IOptions<FilesOptions> options) : IFileContents
{
    /// <summary>The folder of what is not whole yet.</summary>
    public const string Unfinished = "tmp";

    private const int BufferSize = 81920;
    private const int HashLength = 64;

    private string Root => Path.GetFullPath(options.Value.Root);

    public string NewTemporary() => Path.Combine(Directory.CreateDirectory(Path.Combine(Root, Unfinished)).FullName, Guid.NewGuid().ToString("N"));

    public void Keep(string temporary, string sha256, FileStanding standing)
    {
        var place = PathOf(sha256, standing);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        try
        {
            File.Move(temporary, place, overwrite: true);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.SetLastWriteTimeUtc(place, DateTime.UtcNow); // on Windows, while somebody reads it
        }

        DurableFolder.Sync(Path.GetDirectoryName(place)!);
        if (standing == FileStanding.Clear)
        {
            foreach (var former in new[] { FileStanding.Waiting, FileStanding.Infected }.Select(other => PathOf(sha256, other)).Where(File.Exists))
            {
                File.Delete(former);
            }
        }
    }

    public FileStanding StandingOf(string sha256) =>
        new[] { FileStanding.Clear, FileStanding.Infected, FileStanding.Waiting }.FirstOrDefault(standing => File.Exists(PathOf(sha256, standing)));

    public Stream? Open(string sha256, FileStanding standing)
    {
        try
        {
            return new FileStream(PathOf(sha256, standing), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Move(string sha256, FileStanding from, FileStanding to)
    {
        var place = PathOf(sha256, to);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        try
        {
            File.Move(PathOf(sha256, from), place, overwrite: true);
            DurableFolder.Sync(Path.GetDirectoryName(place)!);
            return true;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public IEnumerable<(string Sha256, DateTime CameAt)> All(FileStanding standing) =>
        FoldersOf(standing).Where(folder => folder.Exists).SelectMany(folder => folder.EnumerateFiles()).Where(file => file.Name.Length == HashLength).Select(file => (file.Name, file.LastWriteTimeUtc));

    // Taken away by its name first: what somebody sends at this moment has a place of its own.
    public bool Remove(string sha256, FileStanding standing, DateTime cameBefore)
    {
        var (place, away) = (PathOf(sha256, standing), NewTemporary());
        if (!File.Exists(place) || File.GetLastWriteTimeUtc(place) >= cameBefore)
        {
            return false;
        }

        try
        {
            File.Move(place, away);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(away) >= cameBefore)
        {
            File.Move(away, place, overwrite: true);
            return false;
        }

        File.Delete(away);
        return true;
    }

    private IEnumerable<DirectoryInfo> FoldersOf(FileStanding standing) => standing switch
    {
        FileStanding.Clear => Directory.Exists(Root) ? new DirectoryInfo(Root).EnumerateDirectories("??") : [],
        _ => [new DirectoryInfo(PathOf("", standing))],
    };

    private string PathOf(string sha256, FileStanding standing) => standing switch
    {
        FileStanding.Clear => Path.Combine(Root, sha256[..2], sha256),
        FileStanding.Waiting => Path.Combine(Root, "waiting", sha256),
        FileStanding.Infected => Path.Combine(Root, "infected", sha256),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
