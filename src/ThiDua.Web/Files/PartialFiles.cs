using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>Files that arrive in pieces: what came stays on disk, also where the connection or the server breaks in the middle of a piece.</summary>
public sealed class PartialFiles(IOptions<FilesOptions> options)
{
    private const int BufferSize = 81920;

    /// <summary>How many bytes have come.</summary>
    public long Length(string key) => new FileInfo(PathOf(key)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Adds a piece where the last one ended, up to the size of the whole. One that begins elsewhere, or while another is being written, adds nothing.</summary>
    /// <returns>Whether it was added.</returns>
    public async Task<bool> Append(string key, long offset, Stream piece, long wholeSize, CancellationToken cancellationToken)
    {
        await using var file = OpenToAdd(key);
        if (file is null || file.Length != offset)
        {
            return false;
        }

        file.Seek(0, SeekOrigin.End);
        try
        {
            var buffer = new byte[BufferSize];
            int read;
            while (file.Position < wholeSize && (read = await piece.ReadAsync(buffer.AsMemory(0, (int)Math.Min(BufferSize, wholeSize - file.Position)), cancellationToken)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return true;
        }
        finally
        {
            file.Flush(flushToDisk: true);
        }
    }

    public Stream Open(string key) => new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);

    public void Delete(string key) => File.Delete(PathOf(key));

    private FileStream? OpenToAdd(string key)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            return new FileStream(PathOf(key), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        }
        catch (IOException)
        {
            return null; // another piece is being written
        }
    }

    private string PathOf(string key) => Path.Combine(Path.GetFullPath(options.Value.Root), FolderOfFiles.Unfinished, key);
}
