using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;

namespace ThiDua.Domain.Tests.Reporting;

/// <summary>A requirement of two items and the people around it: leader 1, deputy 2, members 7 and 8.</summary>
internal static class ReportsInTest
{
    public const int Leader = 1;
    public const int Deputy = 2;
    public const int Unit = 7;
    public const int Other = 8;
    public static readonly DateTime Early = new(2020, 7, 1, 3, 0, 0, DateTimeKind.Utc);

    private static int _last = 100;

    public static Actor By(int unit = Unit, Capacity capacity = Capacity.Head, Position position = Position.Member) => new(100 + unit, $"Người {unit}", 1, "Cương vị", unit, capacity)
    {
        ClusterYearId = 1,
        UnitId = position is Position.Authority or Position.StandingBody ? null : unit,
        Positions = new HashSet<Position> { position is Position.Authority or Position.StandingBody ? position : Position.Member, position },
        OwnOrganizationIds = new HashSet<int> { unit },
    };

    public static Actor Chair => By(Leader, Capacity.Clerk, Position.Leader);

    public static Actor Vice => By(Deputy, Capacity.Clerk, Position.Deputy);

    public static Actor Authority => By(50, Capacity.Clerk, Position.Authority);

    public static ReportRequirement Draft(string? when = "trước ngày 10/7/2020", bool closesHard = false, OwedBy owedBy = OwedBy.EachMember, bool waits = false)
    {
        var requirement = new ReportRequirement(Chair, 2020, new(ReportKind.SixMonth, "Báo cáo sơ kết 6 tháng đầu năm") { When = when, ClosesHard = closesHard, OwedBy = owedBy, Recipient = new() { Name = "đơn vị Cụm trưởng", Through = "Ban Thi đua - Khen thưởng tỉnh" } }, waits);
        Identify(requirement.AddItem(Chair, new("Báo cáo sơ kết") { Kinds = [FileKind.Pdf, FileKind.Word], MostFiles = 2 }));
        Identify(requirement.AddItem(Chair, new("Tài liệu liên quan", IsRequired: false)));
        return requirement;
    }

    public static ReportRequirement Announced(string when = "trước ngày 10/7/2020", bool closesHard = false, OwedBy owedBy = OwedBy.EachMember, bool waits = false)
    {
        var requirement = Draft(when, closesHard, owedBy, waits);
        requirement.Announce(Chair, new(Early));
        return requirement;
    }

    public static ReportSubmission Begun(ReportRequirement requirement, int unit = Unit, DateTime? at = null) => ReportSubmission.Begin(By(unit, position: unit == Leader ? Position.Leader : Position.Member), requirement, (unit, $"Tỉnh {unit}"), at ?? Early);

    public static SubmittedFile Add(this ReportSubmission submission, ReportRequirement requirement, DateTime? at = null, string name = "bao-cao.pdf", int item = 0, string type = "application/pdf", int? content = null)
    {
        var stored = new StoredFile(new string('a', 64), 10, type, at ?? Early);
        Identify(stored, content);
        var file = submission.AddFile(By(submission.UnitId), requirement, new(requirement.Items[item].Id, stored, name, at ?? Early), at ?? Early);
        Identify(file);
        return file;
    }

    public static ReportSubmission Submitted(ReportRequirement requirement, int unit = Unit, DateTime? at = null)
    {
        var submission = Begun(requirement, unit);
        submission.Add(requirement);
        submission.Submit(By(unit), requirement, new(at ?? Early));
        return submission;
    }

    public static T Identify<T>(T row, int? id = null)
        where T : class
    {
        typeof(T).GetProperty("Id")!.DeclaringType!.GetProperty("Id")!.SetValue(row, id ?? ++_last);
        return row;
    }
}
