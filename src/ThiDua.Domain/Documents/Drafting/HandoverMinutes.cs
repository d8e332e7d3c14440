using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Biên bản bàn giao: this year's leader hands over to next year's, listing what was done and what is open.</summary>
internal static class HandoverMinutes
{
    public static DraftedText Start(DraftFacts facts, DraftedBy issuer)
    {
        var next = facts.Year + 1;
        var (giver, taker) = (facts.Leader?.Name ?? Blank, facts.NextLeader?.Name ?? Blank);
        return new($"Bàn giao nhiệm vụ đơn vị {facts.LeaderTitle} {facts.ClusterName} năm {facts.Year} cho đơn vị {facts.LeaderTitle} năm {next}")
        {
            Body = Paragraphs(
            [
                $"Hôm nay, ngày {Blank} tháng {Blank} năm {Blank}, tại {Markup(facts.Place ?? Blank)}, đơn vị {facts.LeaderTitle} năm {facts.Year} và đơn vị {facts.LeaderTitle} năm {next} của {facts.ClusterName} tiến hành bàn giao nhiệm vụ như sau:",
                "**I. THÀNH PHẦN**",
                $"1. Bên bàn giao: {Markup(giver)}, đơn vị {facts.LeaderTitle} năm {facts.Year}; đại diện: {Head(facts.Leader)}.",
                $"2. Bên nhận bàn giao: {Markup(taker)}, đơn vị {facts.LeaderTitle} năm {next}; đại diện: {Head(facts.NextLeader)}.",
                "**II. NỘI DUNG BÀN GIAO**",
                .. Done(facts),
                .. StillOpen(facts),
                "**III. TRÁCH NHIỆM CỦA CÁC BÊN**",
                $"1. Bên bàn giao bàn giao hồ sơ, tài liệu nêu trên và tiếp tục chịu trách nhiệm về các việc của năm thi đua {facts.Year} cho đến khi năm thi đua kết thúc.",
                $"2. Bên nhận bàn giao thực hiện nhiệm vụ đơn vị {facts.LeaderTitle} năm {next} kể từ ngày ký biên bản này và phối hợp với bên bàn giao xử lý các việc đang giải quyết.",
                $"Biên bản được lập thành 03 bản có giá trị như nhau: mỗi bên giữ 01 bản, gửi {Markup(facts.AuthorityName)} 01 bản.",
            ]),
            Recipients = [$"{facts.AuthorityName} (để b/c)", .. facts.StandingBodyName is { } body ? [body] : Array.Empty<string>(), $"Các đơn vị thành viên {facts.ClusterName}"],
            SignatoryLines = ["ĐẠI DIỆN BÊN BÀN GIAO", .. issuer.SignatureLines],
            SecondLines = ["ĐẠI DIỆN BÊN NHẬN BÀN GIAO", .. facts.NextLeader is { } unit ? [$"{facts.LeaderTitle} năm {next}".ToUpperInvariant(), OfficeOf(unit.HeadTitle, unit.ShortName).ToUpperInvariant()] : Array.Empty<string>()],
        };
    }

    private static IEnumerable<string> Done(DraftFacts facts)
    {
        yield return $"1. Hồ sơ, tài liệu năm {facts.Year} của {facts.ClusterName}:";
        yield return facts.Issued.Count > 0
            ? Lines(Items(["Văn bản đã ban hành: " + Count(facts.Issued.Count) + " văn bản, gồm " + Listed(facts.Issued), "Sổ đăng ký văn bản đi, bản đã ký của các văn bản và hồ sơ chấm điểm, bình xét năm " + facts.Year]))
            : Lines(Items(["Sổ đăng ký văn bản đi và hồ sơ chấm điểm, bình xét năm " + facts.Year]));
    }

    private static IEnumerable<string> StillOpen(DraftFacts facts)
    {
        if (facts.Open.Count == 0)
        {
            yield return "2. Việc đang giải quyết: không có.";
            yield break;
        }

        yield return "2. Việc đang giải quyết, tiếp tục theo dõi:";
        const string letters = "abcdđeghi";
        foreach (var (matters, index) in facts.Open.Take(letters.Length).Select((matters, index) => (matters, index)))
        {
            yield return $"{letters[index]}) {matters.What} ({Count(matters.Items.Count)}):";
            yield return Lines(Items(matters.Items));
        }
    }

    private static string Head(DraftUnit? unit) => unit is null ? Blank : Markup(OfficeOf(unit.HeadTitle, unit.ShortName));
}
