namespace ThiDua.Web.Files;

/// <summary>Whether a content may be given out: only what is <see cref="Clear"/>. Waiting: chưa quét mã độc; Infected: có mã độc.</summary>
public enum FileStanding
{
    Missing,
    Clear,
    Waiting,
    Infected,
}

/// <summary>The contents of files by their SHA-256, shared by all servers of the portal. A content appears whole or not at all.</summary>
public interface IFileContents
{
    /// <summary>A place for what is still coming; whatever is left behind there is removed after a day.</summary>
    string NewTemporary();

    /// <summary>Takes what has come whole; a content that is there already is the same and stays.</summary>
    void Keep(string temporary, string sha256, FileStanding standing);

    FileStanding StandingOf(string sha256);

    /// <returns>Null where no content of this standing is there.</returns>
    Stream? Open(string sha256, FileStanding standing);

    /// <returns>False where another server was faster.</returns>
    bool Move(string sha256, FileStanding from, FileStanding to);

    /// <summary>What stands so, with the time at which it came last.</summary>
    IEnumerable<(string Sha256, DateTime CameAt)> All(FileStanding standing);

    /// <summary>Removes a content, unless it came again since then.</summary>
    bool Remove(string sha256, FileStanding standing, DateTime cameBefore);
}
