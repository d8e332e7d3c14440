using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class AuthenticatorCodeTests
{
    // RFC 6238, appendix B: the last six of the eight digits; the secret "12345678901234567890" in base 32.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        AuthenticatorCode.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Fact]
    public void The_half_minutes_beside_the_present_one_count_others_do_not()
    {
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var now = DateTimeOffset.FromUnixTimeSeconds(1_600_000_010);
        foreach (var (seconds, counts) in new[] { (-60, false), (-30, true), (0, true), (30, true), (60, false) })
        {
            (AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, now.AddSeconds(seconds)), now) is not null).ShouldBe(counts, $"{seconds} s");
        }
    }
}
