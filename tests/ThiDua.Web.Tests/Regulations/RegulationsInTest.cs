using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Regulations;

/// <summary>Regulations put into the state that a test begins with.</summary>
public static class RegulationsInTest
{
    public static readonly DocumentReference Decision = new("369/QĐ-CTĐT", new(2019, 5, 27), "Cụm thi đua thử", "");

    public static readonly YearParameters Parameters = new()
    {
        Deputies = 1,
        LeaderChoice = LeaderChoice.Election,
        Majority = new(MajorityKind.TwoThirds, MajorityOf.Present),
        TieKeys = [new(TieKeyKind.SectionTotal, "II"), new(TieKeyKind.Vote), new(TieKeyKind.SectionTotal, "XX")],
        ObjectionDays = 5,
        CommentDays = 7,
        SilenceAgrees = false,
        HasPreparatorySession = true,
        Honours = ["Dẫn đầu", "Nhì"],
    };

    /// <summary>A draft of which nothing is missing.</summary>
    public static Task<int> ARegulation(this ClusterYearInTest year, Portal portal) => year.AsLeader(portal, async (db, by) =>
    {
        var regulation = new Domain.Regulations.Regulation(by, await db.ClusterOf(year), Terms(Parameters) with { Bases = ["Căn cứ Luật Thi đua, khen thưởng"], Recipients = ["Các đơn vị thành viên"], SignatoryLines = ["CỤM TRƯỞNG", "CHỦ TỊCH UBND TỈNH"] });
        db.Add(regulation);
        await db.SaveChangesAsync();
        return regulation.Id;
    });

    /// <summary>Recorded from its signed decision.</summary>
    public static Task<int> ARecordedRegulation(this ClusterYearInTest year, Portal portal, YearParameters? parameters = null, DocumentReference? decision = null) => year.AsLeader(portal, async (db, by) =>
    {
        var regulation = Domain.Regulations.Regulation.Record(by, await db.ClusterOf(year), Terms(parameters ?? Parameters), decision ?? Decision, new(ClusterYearInTest.Now));
        db.Add(regulation);
        await db.SaveChangesAsync();
        return regulation.Id;
    });

    public static RegulationTerms Terms(YearParameters parameters) =>
        new("Quy chế tổ chức và hoạt động của Cụm thi đua thử", parameters) { Text = RegulationStarter.Text("Cụm thi đua thử", parameters, ClusterWords.Of(ClusterKind.Cum, "Cụm trưởng", "Cụm phó")) };

    public static string Regulation(this ClusterYearInTest year, int regulationId, string path = "") => $"{year.Url}/quy-che/{regulationId}{path}";

    public static Task<Regulation> StoredRegulation(this ClusterYearInTest year, Portal portal, int regulationId) =>
        year.AsLeader(portal, (db, _) => db.Regulations.AsNoTracking().Include(row => row.History).SingleAsync(row => row.Id == regulationId));

    public static Task<ClusterYear> Stored(this ClusterYearInTest year, Portal portal) => year.AsLeader(portal, (db, _) => db.ClusterYears.AsNoTracking().Include(row => row.History).SingleAsync(row => row.Id == year.Id));

    public static Task<int> ClusterOf(this PortalDb db, ClusterYearInTest year) => db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.ClusterId).SingleAsync();

    public static Task<T> AsLeader<T>(this ClusterYearInTest year, Portal portal, Func<PortalDb, Actor, Task<T>> work)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(db => work(db, by), by);
    }
}
