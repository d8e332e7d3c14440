using ThiDua.Domain.Access;
using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Quyết định thành lập Tổ thẩm định, Đoàn kiểm tra: members from the units of the cluster.</summary>
internal static class TeamDecision
{
    private sealed record Words(string Team, string Chair, string Vice, string Member);

    private static readonly Words Appraisal = new("Tổ thẩm định", "Tổ trưởng", "Tổ phó", "Thành viên");
    private static readonly Words Inspection = new("Đoàn kiểm tra", "Trưởng đoàn", "Phó Trưởng đoàn", "Thành viên");

    public static DraftedText ToAppraise(DraftFacts facts, DraftedBy issuer) => Start(
        facts,
        issuer,
        Appraisal,
        $"kết quả tự chấm điểm thi đua năm {facts.Year} của {facts.ClusterName}",
        AppraisingUnits(facts),
        AppraisalDuties(facts));

    public static DraftedText ToInspect(DraftFacts facts, DraftedBy issuer) => Start(
        facts,
        issuer,
        Inspection,
        $"công tác thi đua, khen thưởng năm {facts.Year} tại các đơn vị thuộc {facts.ClusterName}",
        facts.Units,
        InspectionDuties(facts, issuer));

    private static DraftedText Start(DraftFacts facts, DraftedBy issuer, Words words, string about, IReadOnlyList<DraftUnit> units, IReadOnlyList<string> duties) =>
        DraftStarters.Decision(facts, issuer, $"Về việc thành lập {words.Team} {about}", BasesOfYear(facts)) with
        {
            Body = Paragraphs(
                $"**Điều 1.** Thành lập {words.Team} {about}, gồm các thành viên sau:",
                Lines(Table(facts, issuer, words, units)),
                "Các đơn vị cử người tham gia bằng văn bản; người được cử thay đổi thì đơn vị cử người khác và thông báo để biết.",
                $"**Điều 2.** {words.Team} có nhiệm vụ:",
                Lines(duties.Select((duty, index) => $"{index + 1}. {duty}")),
                $"**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Các thành viên {words.Team} và các đơn vị thành viên {facts.ClusterName} chịu trách nhiệm thi hành Quyết định này."),
            Recipients = DraftStarters.Recipients(facts, issuer, lastArticle: 3),
        };

    private static IEnumerable<string> BasesOfYear(DraftFacts facts)
    {
        if (facts.NamedBy is { } named)
        {
            yield return Basis("Căn cứ", "Văn bản", named);
        }

        if (facts.Plan is { } plan)
        {
            yield return Basis("Thực hiện", "Kế hoạch", plan);
        }
    }

    // Who issues for the authority takes the chair; else the leader does.
    private static IEnumerable<string> Table(DraftFacts facts, DraftedBy issuer, Words words, IReadOnlyList<DraftUnit> units)
    {
        string[] above = issuer.IsCluster ? [] : [issuer.Name];
        var rows = above.Concat(units.Select(unit => unit.Name)).Select((name, index) => (Name: name, Part: index == 0 ? words.Chair : index == 1 && (facts.Deputies.Count > 0 || above.Length > 0) ? words.Vice : words.Member));
        return
        [
            "| TT | Cơ quan, đơn vị | Người tham gia | Nhiệm vụ |",
            "| :-: | --- | --- | --- |",
            .. rows.Select((row, index) => $"| {index + 1} | {Markup(row.Name)} | {(row.Part == words.Member ? "Đại diện đơn vị" : "Đại diện lãnh đạo")} | {row.Part} |"),
        ];
    }

    // Those to whom sheets are assigned, where that was done; else all, for each sheet may come to each.
    private static IReadOnlyList<DraftUnit> AppraisingUnits(DraftFacts facts)
    {
        var assigned = facts.Appraisers.Select(row => row.UnitId).ToHashSet();
        return assigned.Count == 0 ? facts.Units : [.. facts.Units.Where(unit => assigned.Contains(unit.Id) || unit.Position is Position.Leader or Position.Deputy)];
    }

    private static IReadOnlyList<string> AppraisalDuties(DraftFacts facts)
    {
        var scheme = facts.Scheme is { } document ? $" ban hành tại văn bản số {document.Number} {OfficialDate.InWords(document.IssuedOn)}" : "";
        var ofLeader = facts.Deputies.Count > 0 ? $" Bảng tự chấm điểm của đơn vị {facts.LeaderTitle} do đơn vị {facts.DeputyTitle} thẩm định." : "";
        var until = facts.AppraisalUntil is { } day ? $"đến hết {OfficialDate.InWords(day)}" : $"trước hội nghị tổng kết năm {facts.Year} của {facts.KindWord}";
        return
        [
            $"Thẩm định bảng tự chấm điểm và minh chứng của các đơn vị theo bảng tiêu chí và thang điểm thi đua năm {facts.Year}{scheme}; nêu rõ lý do ở từng nội dung có điểm khác điểm tự chấm.",
            $"Thành viên Tổ thẩm định không thẩm định bảng tự chấm điểm của đơn vị mình.{ofLeader}",
            .. facts.Appraisers.Count > 0 ? [$"Phân công: {Markup(Listed(facts.Appraisers.Select(row => $"{row.Name} thẩm định bảng tự chấm điểm của {string.Join(", ", row.Appraises)}")))}."] : Array.Empty<string>(),
            $"Hoàn thành việc thẩm định {until}, báo cáo kết quả để {facts.ClusterName} bình xét, xếp hạng. Tổ thẩm định tự giải thể sau khi hoàn thành nhiệm vụ.",
        ];
    }

    private static IReadOnlyList<string> InspectionDuties(DraftFacts facts, DraftedBy issuer) =>
    [
        $"Kiểm tra việc tổ chức phong trào thi đua, thực hiện giao ước thi đua, các chỉ tiêu đã đăng ký và công tác khen thưởng năm {facts.Year} tại các đơn vị: {Markup(Listed(facts.Units.Select(unit => unit.Name)))}.",
        "Thành viên Đoàn kiểm tra không tham gia kiểm tra tại đơn vị mình.",
        facts.InspectionPlan is { } plan ? $"Thời gian kiểm tra: theo Kế hoạch số {plan.Number} {OfficialDate.InWords(plan.IssuedOn)} của {Markup(plan.Issuer)}." : $"Thời gian kiểm tra: từ ngày {Blank} đến hết ngày {Blank}.",
        $"Lập biên bản tại từng đơn vị, báo cáo kết quả kiểm tra với {Markup(issuer.IsCluster ? facts.ClusterName : issuer.Name)} sau khi kết thúc kiểm tra. Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ.",
    ];
}
