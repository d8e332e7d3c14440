using ThiDua.Domain;
using ThiDua.Domain.Clusters;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The two clusters of the published plans, each with its year 2020: members, leader, deputy and naming document.</summary>
internal static class DemoClusters
{
    private static readonly DateOnly NewYear = new(2020, 1, 1);

    public static Task<ClusterYear> NorthCentral(DemoStage stage)
    {
        var description = new ClusterDescription("Cụm thi đua các tỉnh Bắc Trung Bộ", ClusterKind.Cum, ClusterLevel.Central)
        {
            Letterhead = "CỤM THI ĐUA CÁC TỈNH\nBẮC TRUNG BỘ",
            Abbreviation = "CTĐBTB",
            LeaderTitle = "Cụm trưởng",
            DeputyTitle = "Cụm phó",
            StandingBodyId = stage.Organization(DemoOrganizations.Board).Id,
        };
        var naming = new DocumentReference("13/HĐTĐKT-VI", new(2020, 4, 27), "Hội đồng Thi đua - Khen thưởng Trung ương", "Về việc thông báo Trưởng, Phó các cụm, khối thi đua năm 2020");
        return SetUp(stage, "hdtw.ld", DemoOrganizations.Council, description, naming, new() { HasPreparatorySession = true, Honours = ["Dẫn đầu", "Nhì"] }, [.. DemoOrganizations.NorthCentral.Select(DemoOrganizations.OfProvince)]);
    }

    public static Task<ClusterYear> North(DemoStage stage)
    {
        var description = new ClusterDescription("Cụm thi đua các tỉnh, thành Bắc Bộ", ClusterKind.Cum, ClusterLevel.Ministry)
        {
            Letterhead = "CỤM THI ĐUA\nCÁC TỈNH, THÀNH BẮC BỘ",
            Abbreviation = "CTĐ",
            LeaderTitle = "Cụm trưởng",
            DeputyTitle = "Cụm phó",
            StandingBodyId = stage.Organization(DemoOrganizations.MinistryOffice).Id,
        };
        var naming = new DocumentReference("369/QĐ-CTĐ", new(2019, 5, 27), "Cụm thi đua các tỉnh, thành Bắc Bộ", "Về việc ban hành Quy chế tổ chức và hoạt động của Cụm thi đua các tỉnh, thành Bắc Bộ");
        return SetUp(stage, "bonoivu.ld", DemoOrganizations.Ministry, description, naming, new() { Honours = ["Nhất", "Nhì", "Ba"] }, [.. DemoOrganizations.North.Select(DemoOrganizations.HomeAffairsOf)]);
    }

    // The first member leads, the second is the deputy.
    private static async Task<ClusterYear> SetUp(DemoStage stage, string userName, string authority, ClusterDescription description, DocumentReference naming, YearParameters parameters, IReadOnlyList<string> members)
    {
        var by = stage.ActForAuthority(userName, authority);
        var cluster = new Cluster(by, stage.Organization(authority).Id, description);
        var year = new ClusterYear(by, cluster, 2020, parameters, naming);
        foreach (var member in members.Select(stage.Organization))
        {
            year.AddMember(by, member.Id, member.Name, NewYear);
        }

        year.AppointLeader(by, stage.Organization(members[0]).Id, NewYear);
        year.AppointDeputy(by, stage.Organization(members[1]).Id, NewYear);
        stage.Db.Add(year);
        await stage.Db.SaveChangesAsync();
        return year;
    }
}
