using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

/// <summary>Framework schemes of the authority of a test's cluster year.</summary>
public static class FrameworksInTest
{
    public static readonly (string Name, string Value)[] Decision =
        [("Document.Number", "15/QĐ-HĐTĐKT"), ("Document.IssuedOn", "15/01/2020"), ("Document.Issuer", "Cơ quan quản lý thử"), ("Document.Abstract", "Ban hành bảng điểm khung"), ("IsConfirmed", "true")];

    public static readonly (string Name, string Value)[] OfSignatory = [("Signatory", "Người ký"), ("SignatoryOffice", "Chủ tịch")];

    private static readonly DocumentReference Document = new("15/QĐ-HĐTĐKT", new(2020, 1, 15), "Cơ quan quản lý thử", "Ban hành bảng điểm khung");

    /// <summary>I locked (60) with I.1 (40) and I.2 (20); II free (40) with a suggestion II.1; B bonus locked with B.1.</summary>
    public static readonly IReadOnlyList<(string? ParentCode, CriterionDescription Description)> Lines =
    [
        (null, new("I", "Nhiệm vụ chung", CriterionKind.Normal, 60, null)),
        ("I", new("I.1", "Giải ngân vốn đầu tư công", CriterionKind.Normal, 40, new ProportionalRule()) { Unit = "%" }),
        ("I", new("I.2", "Cải cách hành chính", CriterionKind.Normal, 20, new JudgedRule(0.5m)) { EvidenceNeeded = "Quyết định công bố" }),
        (null, new("II", "Nhiệm vụ riêng của cụm", CriterionKind.Normal, 40, null)),
        ("II", new("II.1", "Chỉ tiêu đặc thù", CriterionKind.Normal, 40, new JudgedRule(0.5m))),
        (null, new("B", "Điểm thưởng", CriterionKind.Bonus, 5, null)),
        ("B", new("B.1", "Sáng kiến", CriterionKind.Bonus, 5, new PerOccurrenceRule(1))),
    ];

    public static string Frameworks(this ClusterYearInTest year, string path = "") => $"/co-quan/{year.Authority.Id}/bang-diem-khung{path}";

    /// <summary>A draft for the year.</summary>
    public static Task<int> AFramework(this ClusterYearInTest year, Portal portal, bool isIssued = false) => portal.WithDb(
        async db =>
        {
            var by = year.Acting(year.Authority, Capacity.Head);
            var framework = new FrameworkScheme(by, year.Authority.Id, new(2020), "Bảng điểm khung năm 2020", 100);
            framework.Rewrite(by, Lines, code => code == "II" ? FrameworkPart.Free : null);
            if (isIssued)
            {
                framework.Issue(by, new(ClusterYearInTest.Now), Document, null);
            }

            db.Add(framework);
            await db.SaveChangesAsync();
            return framework.Id;
        },
        year.Acting(year.Authority, Capacity.Head));

    public static Task<int> AnIssuedFramework(this ClusterYearInTest year, Portal portal) => year.AFramework(portal, isIssued: true);

    /// <summary>The scheme made from the framework in force, as the leader's clerk makes it.</summary>
    public static async Task FollowFramework(this ClusterYearInTest year, Portal portal) => await year.StartScheme($"khung-{await year.AnIssuedFramework(portal)}");
}
