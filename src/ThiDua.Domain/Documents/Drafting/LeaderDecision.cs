using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Quyết định cử đơn vị trưởng, đơn vị phó of the year.</summary>
internal static class LeaderDecision
{
    public static DraftedText Start(DraftFacts facts, DraftedBy issuer)
    {
        var positions = facts.Deputies.Count > 0 ? $"{facts.LeaderTitle}, {facts.DeputyTitle}" : facts.LeaderTitle;
        return DraftStarters.Decision(facts, issuer, $"Về việc cử đơn vị {positions} {facts.ClusterName} năm {facts.Year}") with
        {
            Body = Paragraphs(
            [
                $"**Điều 1.** Cử các đơn vị sau đây giữ vị trí {positions} {facts.ClusterName} năm {facts.Year}:",
                Lines(Named(facts)),
                .. facts.Units.Count > 0 ? [$"{facts.ClusterName} năm {facts.Year} gồm {Count(facts.Units.Count)} đơn vị thành viên: {Markup(Listed(facts.Units.Select(unit => unit.Name)))}."] : Array.Empty<string>(),
                "**Điều 2. Nhiệm vụ, thời gian giữ vị trí**",
                Lines(Duties(facts)),
                $"**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị có tên tại Điều 1 và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",
            ]),
            Recipients = DraftStarters.Recipients(facts, issuer, lastArticle: 3),
        };
    }

    private static IEnumerable<string> Named(DraftFacts facts)
    {
        yield return $"1. {facts.LeaderTitle}: {Markup(facts.Leader?.Name ?? Blank)}.";
        foreach (var (deputy, index) in facts.Deputies.Select((deputy, index) => (deputy, index)))
        {
            yield return $"{index + 2}. {facts.DeputyTitle}{(facts.Deputies.Count < 2 ? "" : index == 0 ? " thứ nhất" : " thứ hai")}: {Markup(deputy.Name)}.";
        }
    }

    private static IEnumerable<string> Duties(DraftFacts facts)
    {
        var others = facts.Deputies.Count > 0 ? $"đơn vị {facts.DeputyTitle} và các đơn vị thành viên" : "các đơn vị thành viên";
        yield return $"1. Đơn vị {facts.LeaderTitle} chủ trì, phối hợp với {others} xây dựng kế hoạch hoạt động, bảng tiêu chí và thang điểm; tổ chức ký kết giao ước thi đua, hội nghị sơ kết, tổng kết; thẩm định, bình xét, xếp hạng và đề nghị khen thưởng theo quy định.";
        if (facts.Deputies.Count > 0)
        {
            yield return $"2. Đơn vị {facts.DeputyTitle} phối hợp với đơn vị {facts.LeaderTitle} tổ chức các hoạt động của {facts.KindWord}; thẩm định bảng tự chấm điểm của đơn vị {facts.LeaderTitle}; thực hiện nhiệm vụ của đơn vị {facts.LeaderTitle} khi được ủy quyền.";
        }

        var from = facts.LedFrom is { } day ? OfficialDate.InWords(day) : "ngày ký Quyết định này";
        yield return $"{(facts.Deputies.Count > 0 ? 3 : 2)}. Thời gian giữ vị trí: từ {from} đến khi {facts.ClusterName} tổng kết năm {facts.Year} và bàn giao nhiệm vụ cho đơn vị {facts.LeaderTitle} năm sau.";
    }
}
