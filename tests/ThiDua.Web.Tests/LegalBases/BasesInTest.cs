using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.LegalBases;

/// <summary>Documents of the catalogue, and years to cite them in.</summary>
public static class BasesInTest
{
    /// <summary>A plan that the cluster added to its own list.</summary>
    public static Task<int> ALegalBasis(this ClusterYearInTest year, Portal portal, string? number = null)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var clusterId = await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.ClusterId).SingleAsync();
                var row = new LegalBasis(by, clusterId, new("Kế hoạch") { Number = number ?? $"{Portal.Next()}/KH-UBND", IssuedOn = new(2020, 1, 6), Issuer = "Ủy ban nhân dân tỉnh", Abstract = "về phong trào thi đua năm 2020", InForceFrom = new(2020, 1, 6) });
                db.Add(row);
                await db.SaveChangesAsync();
                return row.Id;
            },
            by);
    }

    /// <summary>A document of everybody's list, by its number.</summary>
    public static Task<int> OfPortal(this Portal portal, string number) => portal.WithDb(db => db.LegalBases.Where(row => row.Number == number && row.ClusterId == null).Select(row => row.Id).SingleAsync());

    /// <summary>Another year of the same cluster, led by the same unit.</summary>
    public static Task<int> AYear(this ClusterYearInTest year, Portal portal, int number) => portal.WithDb(async db =>
    {
        var cluster = await db.ClusterYears.IgnoreQueryFilters().Where(row => row.Id == year.Id).Select(row => row.Cluster).SingleAsync();
        var made = new ClusterYear(Actor.Portal, cluster, number, new(), new DocumentReference("14/HĐTĐKT", new(number, 1, 5), "Hội đồng Thi đua - Khen thưởng", ""));
        made.AddMember(Actor.Portal, year.Leader.Id, year.Leader.Name, new(2020, 1, 1));
        made.AppointLeader(Actor.Portal, year.Leader.Id, new(2020, 1, 1));
        db.Add(made);
        await db.SaveChangesAsync();
        return made.Id;
    });

    /// <summary>A draft of that year resting on these documents.</summary>
    public static Task<int> APlanOn(this ClusterYearInTest year, Portal portal, int yearId, params BasisDescription[] bases)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk) with { ClusterYearId = yearId };
        return portal.WithDb(
            async db =>
            {
                var plan = new Plan(by, new("Hoạt động của Cụm") { Recipients = ["Các đơn vị thành viên"], SignatoryLines = ["CỤM TRƯỞNG"] });
                plan.AddSectionBelow(by, null, new("Mục đích", "Đổi mới thi đua."));
                foreach (var basis in bases)
                {
                    plan.AddBasis(by, basis);
                }

                db.Add(plan);
                await db.SaveChangesAsync();
                return plan.Id;
            },
            by);
    }

    public static BasisDescription Decree(string number, DateOnly issuedOn) => new(BasisOpening.Implementing, "Nghị định") { Number = number, IssuedOn = issuedOn, Issuer = "Chính phủ" };

    public static BasisDescription OldDecree => Decree("91/2017/NĐ-CP", new(2017, 7, 31));

    public static BasisDescription NewDecree => Decree("98/2023/NĐ-CP", new(2023, 12, 31));

    public static Task Conclude(this ClusterYearInTest year, Portal portal) => portal.WithDb(db => db.ClusterYears.Where(row => row.Id == year.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClusterYearStage.Concluded)));
}
