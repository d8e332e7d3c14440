using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;

namespace ThiDua.Web.Files;

/// <summary>Where files are kept.</summary>
public sealed class FilesOptions
{
    public string Root { get; set; } = "data/files";
}

/// <summary>Keeps files by the SHA-256 of their content: streamed to disk while hashing, checked by content, moved into place when whole.</summary>
public sealed partial class FileStore(PortalDb db, IOptions<FilesOptions> options, TimeProvider clock, ILogger<FileStore> log)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 50L * 1024 * 1024;

    /// <summary>The folder of uploads that are not whole yet.</summary>
    public const string Unfinished = "tmp";

    private const int BufferSize = 81920;

    private string Root => Path.GetFullPath(options.Value.Root);

    /// <summary>A file sent with a form; null where none was chosen.</summary>
    public async Task<StoredFile?> Receive(IFormFile? file, string field, CancellationToken cancellationToken)
    {
        if (file is null || file.FileName.Length == 0)
        {
            return null;
        }

        try
        {
            await using var content = file.OpenReadStream();
            return await Receive(content, file.FileName, cancellationToken);
        }
        catch (RuleViolation refusal)
        {
            throw new RuleViolation(refusal.Message, field);
        }
    }

    /// <summary>Stores a stream; a content that is known already is kept once.</summary>
    /// <exception cref="RuleViolation">Empty, too large, or not what may be uploaded; the sentence says which.</exception>
    public async Task<StoredFile> Receive(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, Unfinished)).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            var (sha256, size) = await Write(content, temporary, cancellationToken);
            RuleViolation.Require(size > 0, $"Tệp “{FileNames.Clean(fileName)}” rỗng (0 byte).");
            var mediaType = ContentCheck.MediaType(temporary, FileNames.Clean(fileName));
            var place = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
            {
                File.Move(temporary, place, overwrite: true);
                DurableFolder.Sync(Path.GetDirectoryName(place)!);
            }

            return await Known(sha256, cancellationToken) ?? await Add(new(sha256, size, mediaType, clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="RuleViolation">The file is not there any more: an administrator must bring it back from the backup.</exception>
    public Stream Open(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            LogLost(log, sha256);
            throw new RuleViolation("Tệp này không còn trên máy chủ. Hãy báo quản trị hệ thống khôi phục từ bản sao lưu; số liệu của dòng không bị ảnh hưởng.");
        }
    }

    [LoggerMessage(LogLevel.Critical, "The stored file {Sha256} is missing: bring it back from the backup")]
    private static partial void LogLost(ILogger log, string sha256);

    private string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256);

    private Task<StoredFile?> Known(string sha256, CancellationToken cancellationToken) => db.StoredFiles.SingleOrDefaultAsync(row => row.Sha256 == sha256, cancellationToken);

    // Two uploads of one content at once: the row of the other serves both.
    private async Task<StoredFile> Add(StoredFile file, CancellationToken cancellationToken)
    {
        db.StoredFiles.Add(file);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return file;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.Entry(file).State = EntityState.Detached;
            return await db.StoredFiles.SingleAsync(row => row.Sha256 == file.Sha256, cancellationToken);
        }
    }

    private static async Task<(string Sha256, long Size)> Write(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                size += read;
                RuleViolation.Require(size <= LargestFile, "Tệp lớn hơn 50 MB. Hãy chia nhỏ hoặc giảm dung lượng rồi gửi lại.");
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
