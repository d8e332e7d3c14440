using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;

namespace ThiDua.Web.Files;

/// <summary>Keeps files by the SHA-256 of their content: streamed to disk while hashing, checked by content, scanned, moved into place when whole.</summary>
public sealed partial class FileStore(PortalDb db, IFileContents contents, Scanner scanner, TimeProvider clock, ILogger<FileStore> log)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 50L * 1024 * 1024;

    private const int BufferSize = 81920;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

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
    /// <exception cref="RuleViolation">Empty, too large, infected, or not what may be uploaded; the sentence says which.</exception>
    public Task<StoredFile> Receive(Stream content, string fileName, CancellationToken cancellationToken) => Take(content, fileName, isOwn: false, cancellationToken);

    /// <summary>Stores what the portal has made itself: it needs no scan.</summary>
    public Task<StoredFile> KeepOwn(Stream content, string fileName, CancellationToken cancellationToken) => Take(content, fileName, isOwn: true, cancellationToken);

    /// <exception cref="RuleViolation">It is not scanned yet, infected, or not there any more: an administrator must bring it back from the backup.</exception>
    public Stream Open(string sha256)
    {
        if (contents.Open(sha256, FileStanding.Clear) is { } content)
        {
            return content;
        }

        if (HeldBack(sha256) is { } why)
        {
            throw new RuleViolation(why);
        }

        LogLost(log, sha256);
        throw new RuleViolation("Tệp này không còn trên máy chủ. Hãy báo quản trị hệ thống khôi phục từ bản sao lưu; số liệu của dòng không bị ảnh hưởng.");
    }

    /// <summary>Why a file is not given out and cannot be submitted; null where nothing holds it back.</summary>
    public string? HeldBack(string sha256) => contents.StandingOf(sha256) switch
    {
        FileStanding.Waiting => "Tệp chưa quét mã độc vì máy quét chưa trả lời. Cổng đã giữ tệp và tự quét lại mỗi phút; tệp mở được và nộp được sau khi quét xong.",
        FileStanding.Infected => "Tệp có mã độc, cổng không mở và không cho tải về. Hãy bỏ tệp này và gửi tệp sạch.",
        _ => null,
    };

    /// <exception cref="NotReady">Some are not scanned yet, or infected; all of them.</exception>
    public void RequireScanned(IEnumerable<(string Name, string Sha256)> files, string message) =>
        NotReady.Require([.. files.Select(file => HeldBack(file.Sha256) is { } why ? $"“{file.Name}”: {why}" : null).OfType<string>()], message);

    private async Task<StoredFile> Take(Stream content, string fileName, bool isOwn, CancellationToken cancellationToken)
    {
        var (temporary, name) = (contents.NewTemporary(), FileNames.Clean(fileName));
        try
        {
            var (sha256, size) = await Write(content, temporary, cancellationToken);
            RuleViolation.Require(size > 0, $"Tệp “{name}” rỗng (0 byte).");
            var mediaType = ContentCheck.MediaType(temporary, name);
            contents.Keep(temporary, sha256, isOwn || !scanner.IsOn ? FileStanding.Clear : await Scanned(temporary, sha256, name, cancellationToken));
            return await Known(sha256, cancellationToken) ?? await Add(new(sha256, size, mediaType, clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // What could not be scanned now waits; the same bytes found clean before need not.
    private async Task<FileStanding> Scanned(string path, string sha256, string name, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
        var scan = await scanner.Run(content, cancellationToken);
        if (scan.Found is { } found)
        {
            LogInfected(log, sha256, found);
            contents.Move(sha256, FileStanding.Clear, FileStanding.Infected);
            contents.Move(sha256, FileStanding.Waiting, FileStanding.Infected);
            throw new RuleViolation($"Tệp “{name}” có mã độc ({found}) nên không được nhận và đã bị xóa khỏi máy chủ. Hãy quét mã độc trên máy tính của bạn rồi gửi tệp sạch.");
        }

        return scan.IsClean || contents.StandingOf(sha256) == FileStanding.Clear ? FileStanding.Clear : FileStanding.Waiting;
    }

    [LoggerMessage(LogLevel.Critical, "The stored file {Sha256} is missing: bring it back from the backup")]
    private static partial void LogLost(ILogger log, string sha256);

    [LoggerMessage(LogLevel.Warning, "A file was refused: {Found} in {Sha256}")]
    private static partial void LogInfected(ILogger log, string sha256, string found);

    // What nobody pointed at for long counts as new from now on, so that it is not removed while somebody puts it into a dossier.
    private async Task<StoredFile?> Known(string sha256, CancellationToken cancellationToken)
    {
        var (known, now) = (await db.StoredFiles.SingleOrDefaultAsync(row => row.Sha256 == sha256, cancellationToken), clock.GetUtcNow().UtcDateTime);
        if (known is null || known.StoredAt > now - Day || await db.StoredFiles.Where(row => row.Id == known.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.StoredAt, now), cancellationToken) == 1)
        {
            return known;
        }

        db.Entry(known).State = EntityState.Detached;
        return null;
    }

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
