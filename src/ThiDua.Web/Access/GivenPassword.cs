using System.Security.Cryptography;

namespace ThiDua.Web.Access;

/// <summary>A first password that an administrator hands over: random, easy to read aloud and to type, to be changed at the first sign-in.</summary>
public static class GivenPassword
{
    private const string Upper = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Four groups of one capital, two small letters and a digit: "Kpt7-Fwa2-Rxe9-Bnu4", about 64 bits.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => $"{One(Upper)}{One(Lower)}{One(Lower)}{One(Digits)}"));

    private static char One(string letters) => letters[RandomNumberGenerator.GetInt32(letters.Length)];
}
