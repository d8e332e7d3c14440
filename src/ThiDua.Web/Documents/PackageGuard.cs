using System.IO.Compression;
using ThiDua.Domain;

namespace ThiDua.Web.Documents;

/// <summary>What is asked of an uploaded office file before anything in it is understood: its size, its kind, and that it does not unpack without end.</summary>
internal static class PackageGuard
{
    private const int MostEntries = 2_000;

    /// <summary>The file in memory, no longer than this.</summary>
    public static MemoryStream Copy(Stream file, long most, string tooLarge, string wrongKind)
    {
        var copy = new MemoryStream();
        CopyAtMost(file, copy, most, tooLarge);
        RuleViolation.Require(copy.Length > 0, "Tệp rỗng, không có nội dung.");
        RuleViolation.Require(copy.GetBuffer().AsSpan().StartsWith("PK"u8), wrongKind);
        copy.Position = 0;
        return copy;
    }

    // Sizes that a ZIP tells of itself may lie: everything is unpacked once, into nothing.
    /// <summary>Refuses a file that unpacks to more than this.</summary>
    public static void RefuseTraps(Stream file, long mostUnpacked, string tooLarge, string damaged)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        RuleViolation.Require(zip.Entries.Count <= MostEntries, damaged);
        foreach (var entry in zip.Entries)
        {
            using var unpacked = entry.Open();
            mostUnpacked -= CopyAtMost(unpacked, Stream.Null, mostUnpacked, tooLarge);
        }

        file.Position = 0;
    }

    private static long CopyAtMost(Stream source, Stream target, long most, string refusal)
    {
        var (buffer, total) = (new byte[81_920], 0L);
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            total += read;
            RuleViolation.Require(total <= most, refusal);
            target.Write(buffer, 0, read);
        }

        return total;
    }
}
