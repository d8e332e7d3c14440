using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThiDua.Web.Access;

/// <summary>The six digits that an authenticator app shows for half a minute (mã xác thực), by RFC 6238 with SHA-1.</summary>
/// <remarks>Identity checks such codes too, but does not say which half minute one belongs to; without that a code seen over a shoulder opens the account again.</remarks>
public static class AuthenticatorCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The half minute, counted from 1970, to which the code belongs: now, the one before or the one after; null where to none of them.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var (secret, present) = (Secret(key), now.ToUnixTimeSeconds() / StepSeconds);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), Encoding.UTF8.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>What the app shows at this time.</summary>
    public static string At(string key, DateTimeOffset time) => At(Secret(key), time.ToUnixTimeSeconds() / StepSeconds);

    private static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the algorithm that the apps know
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Secret(string key)
    {
        var (bytes, bits, count) = (new List<byte>(), 0, 0);
        foreach (var letter in key)
        {
            (bits, count) = (((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF, count + 5);
            if (count >= 8)
            {
                bytes.Add((byte)(bits >> (count - 8)));
                count -= 8;
            }
        }

        return [.. bytes];
    }
}
