using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Công văn đôn đốc: what each unit has not sent, and since when; it starts as a letter of one's own and is edited as that.</summary>
public static class UrgingLetter
{
    public static DraftedText Start(DraftFacts facts, DraftedBy issuer, ReportRequirement requirement, IReadOnlyList<UrgedUnit> units, DateTime now)
    {
        var about = $"Về việc đôn đốc gửi {Lowered(requirement.Title)}";
        return DraftStarters.Of(DraftTemplate.FreeText, DocumentKind.Letter, facts, issuer, about) with
        {
            Addressees = units.Count <= DraftedText.MostLines ? [.. units.Select(unit => unit.Name)] : [$"Các đơn vị thành viên {facts.ClusterName} chưa gửi báo cáo"],
            Body = Body(facts, issuer, requirement, units, now),
        };
    }

    private static string Body(DraftFacts facts, DraftedBy issuer, ReportRequirement requirement, IReadOnlyList<UrgedUnit> units, DateTime now)
    {
        var (name, title, today) = (Markup(issuer.Name), Markup(Lowered(requirement.Title)), VietnamTime.DayOf(now));
        var by = facts.About(requirement).Plan is { } plan ? $"Thực hiện Kế hoạch số {Markup(plan.Number)} ngày {plan.IssuedOn:dd/MM/yyyy} của {Markup(plan.Issuer)}" : $"Theo yêu cầu báo cáo của {Markup(facts.ClusterName)}";
        return Paragraphs(
            $"{by}, các đơn vị gửi {title} về {Markup(requirement.Recipient.InWords ?? issuer.Name)} {Markup(requirement.When ?? "")}. Đến ngày {today:dd/MM/yyyy}, {name} chưa nhận được báo cáo của {Count(units.Count)} đơn vị sau:",
            Lines(Items([.. units.Select(unit => $"{unit.Name}: {Since(requirement, unit.Id, now)}")])),
            "Hồ sơ phải gửi gồm:",
            Lines(Items([.. requirement.Items.Select(item => item.IsRequired ? item.Name : $"{item.Name} (nếu có)")])),
            $"{name} đề nghị các đơn vị khẩn trương hoàn thành và gửi báo cáo theo quy định. Đơn vị có khó khăn, vướng mắc cần thông tin kịp thời để được xem xét gia hạn.");
    }

    private static string Since(ReportRequirement requirement, int unitId, DateTime now) => requirement.DeadlineOf(unitId) switch
    {
        { } deadline when requirement.DaysLate(unitId, now) is > 0 and var days => $"thời hạn {deadline}, đã quá hạn {Count(days)} ngày",
        { } deadline => $"thời hạn {deadline}, chưa gửi",
        null => "chưa gửi",
    };

    // "Báo cáo sơ kết" within a sentence; what begins with an abbreviation stays.
}
