using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Tests.Fixture;

/// <summary>A unit of a test's cluster year with the people who work for it.</summary>
public sealed record UnitInTest(int Id, string Name, int ClerkId, int HeadId);

/// <summary>A cluster year of a test's own: authority, standing body, leader, deputy and members, each with a clerk and a head.</summary>
public sealed class ClusterYearInTest(Portal portal)
{
    public static readonly DateTime Now = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);

    public int Id { get; private set; }

    public UnitInTest Authority { get; private set; } = null!;

    public UnitInTest StandingBody { get; private set; } = null!;

    /// <summary>The leader first, then the deputy, then the others.</summary>
    public IReadOnlyList<UnitInTest> Units { get; private set; } = [];

    public UnitInTest Leader => Units[0];

    public UnitInTest Deputy => Units[1];

    public UnitInTest Member => Units[2];

    public string Url => $"/cum/{Id}";

    public static async Task<ClusterYearInTest> Make(Portal portal, int units = 4, bool hasPreparatorySession = true)
    {
        var made = new ClusterYearInTest(portal);
        made.Authority = await made.AUnit("Cơ quan quản lý");
        made.StandingBody = await made.AUnit("Cơ quan thường trực");
        var all = new List<UnitInTest>();
        for (var index = 0; index < units; index++)
        {
            all.Add(await made.AUnit(index == 0 ? "Tỉnh Trưởng" : index == 1 ? "Tỉnh Phó" : $"Tỉnh Thành viên {index - 1}"));
        }

        made.Units = all;
        made.Id = await portal.WithDb(async db =>
        {
            var cluster = new Cluster(Actor.Portal, made.Authority.Id, new($"Cụm thi đua thử {Portal.Next()}", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐT", StandingBodyId = made.StandingBody.Id });
            var year = new ClusterYear(Actor.Portal, cluster, 2020, new() { HasPreparatorySession = hasPreparatorySession, Honours = ["Dẫn đầu", "Nhì"] }, new("13/HĐTĐKT", new(2020, 4, 27), "Hội đồng Thi đua - Khen thưởng", "Về việc thông báo Trưởng, Phó các cụm, khối thi đua năm 2020"));
            foreach (var unit in all)
            {
                year.AddMember(Actor.Portal, unit.Id, unit.Name, new(2020, 1, 1));
            }

            year.AppointLeader(Actor.Portal, all[0].Id, new(2020, 1, 1));
            if (units > 1)
            {
                year.AppointDeputy(Actor.Portal, all[1].Id, new(2020, 1, 1));
            }

            db.Add(year);
            await db.SaveChangesAsync();
            return year.Id;
        });
        return made;
    }

    /// <summary>Another unit of no cluster, with a clerk and a head.</summary>
    public async Task<UnitInTest> AUnit(string name)
    {
        var number = Portal.Next();
        return await portal.WithDb(async db =>
        {
            var kind = await db.OrganizationKinds.OrderBy(row => row.Id).FirstOrDefaultAsync() ?? new OrganizationKind($"Ủy ban nhân dân {number}", 1);
            if (kind.Id == 0)
            {
                db.Add(kind);
                await db.SaveChangesAsync();
            }

            var unit = new Organization(Actor.Portal, new($"T{number}", $"{name} {number}", $"{name} {number}", kind.Id) { PlaceName = "Thanh Hóa", HeadTitle = "CHỦ TỊCH" });
            var (clerk, head) = (AUser($"cv{number}", $"Chuyên viên {number}"), AUser($"ld{number}", $"Lãnh đạo {number}"));
            db.AddRange(unit, clerk, head);
            await db.SaveChangesAsync();
            db.AddRange(new Office(Actor.Portal, clerk.Id, unit.Id, Capacity.Clerk, "Chuyên viên", new(2020, 1, 1)), new Office(Actor.Portal, head.Id, unit.Id, Capacity.Head, "Chủ tịch", new(2020, 1, 1)));
            await db.SaveChangesAsync();
            return new UnitInTest(unit.Id, unit.Name, clerk.Id, head.Id);
        });
    }

    private static User AUser(string userName, string fullName) =>
        new() { UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), FullName = fullName, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true };

    public HttpClient ClerkOf(UnitInTest unit) => portal.As(unit.ClerkId);

    public HttpClient HeadOf(UnitInTest unit) => portal.As(unit.HeadId);

    /// <summary>An actor as the middleware makes it, for work on entities directly.</summary>
    public Actor Acting(UnitInTest unit, Capacity capacity) => new(capacity == Capacity.Head ? unit.HeadId : unit.ClerkId, $"Người của {unit.Name}", 1, "Cương vị thử", unit.Id, capacity)
    {
        ClusterYearId = Id,
        UnitId = Units.Contains(unit) ? unit.Id : null,
        Positions = PositionsOf(unit),
        OwnOrganizationIds = new HashSet<int> { unit.Id },
    };

    private HashSet<Position> PositionsOf(UnitInTest unit) =>
        unit == Authority ? [Position.Authority] : unit == StandingBody ? [Position.StandingBody] : unit == Leader ? [Position.Member, Position.Leader] : unit == Deputy ? [Position.Member, Position.Deputy] : [Position.Member];

    /// <summary>A small scheme of one criterion per way of scoring, still a draft: 100 points of content, a bonus of 5 at most, deductions.</summary>
    public Task<int> ADraftScheme() => portal.WithDb(
        async db =>
        {
            var by = Acting(Leader, Capacity.Head);
            var scheme = new ScoringScheme(by, Id, new("Bảng tiêu chí và thang điểm thử", 100) { CutOffOn = new(2020, 12, 31), TieKeys = [new(TieKeyKind.FewerDeductions, null)] });
            db.Add(scheme);
            await db.SaveChangesAsync();
            var section = scheme.AddCriterion(by, null, new("I", "Kinh tế - xã hội", CriterionKind.Normal, 70, null));
            var second = scheme.AddCriterion(by, null, new("II", "Thi đua, khen thưởng", CriterionKind.Normal, 30, null));
            var bonus = scheme.AddCriterion(by, null, new("B", "Điểm thưởng", CriterionKind.Bonus, 5, null));
            var deduction = scheme.AddCriterion(by, null, new("C", "Điểm trừ", CriterionKind.Deduction, null, null));
            await db.SaveChangesAsync();
            scheme.AddCriterion(by, section.Id, new("I.1", "Tốc độ tăng GRDP", CriterionKind.Normal, 40, new ClusterRelativeRule()) { Unit = "%" });
            scheme.AddCriterion(by, section.Id, new("I.2", "Giải ngân vốn đầu tư công", CriterionKind.Normal, 30, new ProportionalRule()) { Unit = "%" });
            scheme.AddCriterion(by, second.Id, new("II.1", "Văn bản chỉ đạo", CriterionKind.Normal, 20, new JudgedRule(0.5m)) { EvidenceNeeded = "Văn bản" });
            scheme.AddCriterion(by, second.Id, new("II.2", "Báo cáo đúng hạn", CriterionKind.Normal, 10, new ByPortalRule(PortalSource.Submissions, 2)));
            scheme.AddCriterion(by, bonus.Id, new("B.1", "Mô hình được nhân rộng", CriterionKind.Bonus, 5, new PerOccurrenceRule(2.5m)));
            scheme.AddCriterion(by, deduction.Id, new("C.1", "Hồ sơ bị trả lại", CriterionKind.Deduction, null, new PerOccurrenceRule(3)));
            await db.SaveChangesAsync();
            return scheme.Id;
        },
        Acting(Leader, Capacity.Head));
}
