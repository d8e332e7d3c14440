using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

[Collection("Documents")]
public sealed class OfficialDocumentPdfTests(Renderer renderer)
{
    [Fact]
    public async Task A_plan_is_printed() => (await renderer.Print(Samples.Plan)).Info.ShouldContain("Tagged:          yes");

    [Fact]
    public async Task Minutes_are_printed() => (await renderer.Print(Samples.Minutes)).Pages.ShouldBe(2);

    [Fact]
    public async Task A_score_sheet_is_printed() => (await renderer.Print(Samples.ScoreSheet())).Pages.ShouldBeGreaterThan(1);

    [Fact]
    public async Task A_summary_is_printed() => (await renderer.Print(Samples.Summary())).Pages.ShouldBeGreaterThan(1);
}
