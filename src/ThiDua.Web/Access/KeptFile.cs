using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ThiDua.Domain;

namespace ThiDua.Web.Access;

/// <summary>
/// Keeps an uploaded file between its preview and the confirmation: it travels encrypted with the page, for this person and an hour only,
/// and is read and checked anew when it comes back. Nothing waits on the server, whichever node answers.
/// </summary>
public sealed class KeptFile(IDataProtectionProvider protection, CurrentPerson person)
{
    public const int LargestBytes = 2 * 1024 * 1024;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Keeps the file with what its preview said, so that the confirmation is of that and nothing else.</summary>
    public string Keep(string purpose, byte[] file, string preview) => WebEncoders.Base64UrlEncode(Protector(purpose).Protect([.. Digest(preview), .. file], Lasts));

    /// <exception cref="RuleViolation">It is too old, somebody else's, or changed on the way.</exception>
    public byte[] Open(string purpose, string? kept, out Func<string, bool> isPreviewOf)
    {
        try
        {
            var content = Protector(purpose).Unprotect(WebEncoders.Base64UrlDecode(kept ?? ""));
            isPreviewOf = preview => Digest(preview).AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes));
            return content[SHA256.HashSizeInBytes..];
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            throw new RuleViolation("Bản xem trước đã quá một giờ hoặc không còn đọc được. Hãy chọn lại tệp.", "File");
        }
    }

    public static async Task<byte[]> BytesOf(IFormFile file)
    {
        RuleViolation.Require(file.Length <= LargestBytes, "Tệp lớn hơn 2 MB. Hãy chia thành nhiều tệp.", "File");
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Digest(string preview) => SHA256.HashData(Encoding.UTF8.GetBytes(preview));

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(nameof(KeptFile), purpose, $"{person.Person.UserId}").ToTimeLimitedDataProtector();
}
