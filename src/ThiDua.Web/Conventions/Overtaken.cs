using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Conventions;

/// <summary>The row is no longer as the person saw it; the message says who changed it, when and to what.</summary>
public sealed class AlreadyChanged(string message) : DbUpdateConcurrencyException(message);

/// <summary>Tells who came first when two people write the same row: "… vừa cập nhật lúc 14:02".</summary>
public sealed class Overtaken(PortalDb db)
{
    public async Task<string> By(DbUpdateConcurrencyException conflict)
    {
        if (conflict is AlreadyChanged told)
        {
            return told.Message;
        }

        if (conflict.Entries.Count == 0)
        {
            return Sentence(null, null);
        }

        var entry = conflict.Entries[0];
        var (kind, subject) = (entry.Metadata.ClrType.Name, string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue)));
        var last = await db.AuditEntries.AsNoTracking().Where(row => row.Kind == kind && row.Subject == subject).OrderByDescending(row => row.Id).Select(row => new { row.UserName, row.At }).FirstOrDefaultAsync();
        return Sentence(last?.UserName, last?.At);
    }

    private static string Sentence(string? who, DateTime? at) =>
        who is null || at is null
            ? "Dữ liệu vừa được người khác thay đổi. Nội dung bạn nhập vẫn còn dưới đây; hãy so lại rồi lưu."
            : string.Create(CultureInfo.InvariantCulture, $"{who} vừa cập nhật lúc {Days.Local(at.Value):HH:mm}. Nội dung bạn nhập vẫn còn dưới đây; hãy so lại rồi lưu.");
}
