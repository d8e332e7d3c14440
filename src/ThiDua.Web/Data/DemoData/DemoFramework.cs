using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The ministry's framework for its clusters in 2020, which the northern cluster's scheme fits: all locked but one section.</summary>
internal static class DemoFramework
{
    private const string FreeSection = "II";

    public static async Task Plant(DemoStage stage)
    {
        var template = SchemeTemplate.FromJson(Resources.Text("Schemes/provincial-block.json"));
        var by = stage.ActForAuthority("bonoivu.ld", DemoOrganizations.Ministry);
        var framework = new FrameworkScheme(by, stage.Organization(DemoOrganizations.Ministry).Id, new(2020, ClusterKind.Cum), "Bảng điểm khung năm 2020 của các cụm thi đua", template.ContentTotal);
        framework.Rewrite(by, DemoScheme.LinesOf(template), code => code == FreeSection ? FrameworkPart.Free : null);
        framework.Issue(by, new(new(2020, 2, 28, 3, 0, 0, DateTimeKind.Utc)), new("128/QĐ-BNV", new(2020, 2, 28), "Bộ Nội vụ", "Ban hành bảng điểm khung năm 2020 của các cụm thi đua"), null);
        stage.Db.Add(framework);
        await stage.Db.SaveChangesAsync();
    }
}
