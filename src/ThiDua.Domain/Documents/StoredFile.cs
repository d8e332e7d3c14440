namespace ThiDua.Domain.Documents;

/// <summary>A file's content, kept once under its SHA-256 (lower-case hex).</summary>
public sealed class StoredFile(string sha256, long size, string mediaType, DateTime storedAt)
{
    public int Id { get; private set; }

    public string Sha256 { get; private set; } = sha256;

    /// <summary>In bytes.</summary>
    public long Size { get; private set; } = size;

    /// <summary>By content, never by name.</summary>
    public string MediaType { get; private set; } = mediaType;

    public DateTime StoredAt { get; private set; } = storedAt;
}
