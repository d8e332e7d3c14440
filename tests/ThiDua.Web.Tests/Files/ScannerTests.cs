using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ThiDua.Web.Files;

namespace ThiDua.Web.Tests.Files;

/// <summary>What is said to ClamAV and what is understood of its answers. Without clamd on this machine a stand-in speaks for it; the output says which.</summary>
public sealed class ScannerTests(ITestOutputHelper output)
{
    private const string RealSocket = "/run/clamav/clamd.ctl";

    private static Task<Scan> Run(string address, byte[] content, int seconds = 30) =>
        new Scanner(Options.Create(new FilesOptions { Scanner = address, ScannerTimeoutSeconds = seconds }), NullLogger<Scanner>.Instance).Run(new MemoryStream(content), CancellationToken.None);

    [Fact]
    public async Task EICAR_is_found_and_a_plain_text_is_clean()
    {
        var isReal = File.Exists(RealSocket);
        await using var standIn = isReal ? null : new ClamdInTest(overUnixSocket: true);
        output.WriteLine(isReal ? $"Scanned by clamd at {RealSocket}." : "No clamd on this machine: a stand-in that speaks its protocol over a Unix socket answered.");
        var address = standIn?.Address ?? $"unix:{RealSocket}";
        (await Run(address, Encoding.ASCII.GetBytes(ClamdInTest.Eicar))).Found!.ShouldContain("Eicar", Case.Insensitive);
        (await Run(address, "Báo cáo"u8.ToArray())).ShouldBe(new(true));
    }

    [Fact]
    public async Task A_large_file_is_sent_in_small_pieces_to_its_last_byte()
    {
        await using var clamd = new ClamdInTest();
        byte[] content = [.. new byte[5_000_000], .. Encoding.ASCII.GetBytes(ClamdInTest.Eicar)];
        (await Run(clamd.Address, content)).Found.ShouldBe("Eicar-Test-Signature");
        clamd.Seen.ShouldBe((64 * 1024, content.Length));
    }

    [Theory]
    [InlineData(ClamdMood.Hangs, "no answer in time", true)]
    [InlineData(ClamdMood.DiesMidway, null, true)]
    [InlineData(ClamdMood.IsGone, null, true)]
    [InlineData(ClamdMood.HasALowLimit, "INSTREAM size limit exceeded. ERROR", false)]
    public async Task Whatever_is_no_clear_answer_is_no_scan(ClamdMood mood, string? says, bool isGone)
    {
        await using var clamd = new ClamdInTest { Mood = mood };
        var scan = await Run(clamd.Address, new byte[2000], seconds: 1);
        (scan.IsClean, scan.Found, scan.IsGone).ShouldBe((false, null, isGone));
        scan.Problem.ShouldNotBeNull();
        if (says is not null)
        {
            scan.Problem.ShouldBe(says);
        }
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:1")]
    [InlineData("unix:/run/there/is/none.ctl")]
    public async Task Nobody_at_the_address_is_no_scan(string address) => (await Run(address, [1])).IsGone.ShouldBeTrue();

    [Theory]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("tcp://clamav:3310", true)]
    [InlineData("clamav:3310", false)]
    [InlineData("tcp://clamav", false)]
    [InlineData("unix:clamd.ctl", false)]
    public void An_address_that_is_not_understood_stops_the_start(string address, bool isUnderstood) =>
        new FilesOptions { Scanner = address }.Faults().Any().ShouldBe(!isUnderstood);
}
