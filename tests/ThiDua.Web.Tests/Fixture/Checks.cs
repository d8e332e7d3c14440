namespace ThiDua.Web.Tests.Fixture;

/// <summary>How large the long checks are: small in <c>scripts/test</c>, full in <c>scripts/check</c> (<c>THIDUA_CHECKS=full</c>).</summary>
public static class Checks
{
    public static bool Full => Environment.GetEnvironmentVariable("THIDUA_CHECKS") == "full";

    /// <summary>How many random files are tried: the thousand of checks S6 and X1, or so many.</summary>
    public static int RandomFiles(int small) => Full ? 1000 : small;
}
