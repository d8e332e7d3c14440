using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The regulation of the northern cluster, recorded from its signed decision; its parameters beyond number and date are invented.</summary>
internal static class DemoRegulation
{
    private static readonly DocumentReference Decision = new("369/QĐ-CTĐ", new(2019, 5, 27), "Cụm thi đua các tỉnh, thành Bắc Bộ", "Về việc ban hành Quy chế tổ chức và hoạt động của Cụm thi đua các tỉnh, thành Bắc Bộ");

    public static YearParameters Parameters { get; } = new()
    {
        Deputies = 1,
        LeaderChoice = LeaderChoice.Honour,
        Majority = new(MajorityKind.MoreThanHalf, MajorityOf.Present),
        TieKeys = [new(TieKeyKind.SectionTotal, "IV"), new(TieKeyKind.FewerDeductions), new(TieKeyKind.Vote)],
        ObjectionDays = 5,
        CommentDays = 10,
        Honours = ["Nhất", "Nhì", "Ba"],
    };

    /// <summary>Recorded by the leading unit when the year begins, which then runs by it.</summary>
    public static async Task Plant(DemoStage stage, ClusterYear year, string clerk)
    {
        var (by, at) = (stage.ActAs(clerk, year), new DateTime(2020, 3, 24, 2, 0, 0, DateTimeKind.Utc));
        var words = ClusterWords.Of(year.Cluster.Kind, year.Cluster.LeaderTitle, year.Cluster.DeputyTitle);
        var terms = new RegulationTerms($"Quy chế tổ chức và hoạt động của {year.Name}", Parameters) { Text = RegulationStarter.Text(year.Name, Parameters, words) };
        var regulation = Regulation.Record(by, year.ClusterId, terms, Decision, new(at, $"Văn bản số {Decision.InWords()}."));
        stage.Db.Add(regulation);
        await stage.Db.SaveChangesAsync();
        year.TakeRegulation(by, new(regulation.Id, Parameters, Decision), at);
        await stage.Db.SaveChangesAsync();
    }
}
