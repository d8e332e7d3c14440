using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>Lời phát động thi đua: read out at the conference, no number, not in the register.</summary>
internal static class LaunchSpeech
{
    private static readonly string[] Usual =
    [
        "Phấn đấu hoàn thành và hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao và đã đăng ký",
        "Tổ chức các phong trào thi đua thiết thực, hiệu quả, gắn với nhiệm vụ chính trị của từng đơn vị",
        "Kịp thời phát hiện, bồi dưỡng, tôn vinh và nhân rộng các điển hình tiên tiến; khen thưởng đúng người, đúng việc",
        "Trao đổi kinh nghiệm, giúp đỡ lẫn nhau; thực hiện đúng quy chế hoạt động, chế độ thông tin, báo cáo",
    ];

    public static DraftedText Start(DraftFacts facts)
    {
        var leader = facts.Leader is { } unit ? $"{Markup(unit.Name)}, đơn vị {facts.LeaderTitle}" : $"đơn vị {facts.LeaderTitle}";
        var plan = facts.Plan is { } document ? $" và Kế hoạch số {document.Number} {OfficialDate.InWords(document.IssuedOn)}" : "";
        var members = facts.Units.Count > 0 ? $"{Count(facts.Units.Count)} đơn vị thành viên" : "các đơn vị thành viên";
        return new($"Năm {facts.Year} của {facts.ClusterName}")
        {
            Body = Paragraphs(
                "Kính thưa các vị đại biểu, khách quý!",
                $"Thưa đại diện lãnh đạo các đơn vị thành viên {facts.ClusterName}!",
                "Chủ tịch Hồ Chí Minh đã dạy: “Thi đua là yêu nước, yêu nước thì phải thi đua. Và những người thi đua là những người yêu nước nhất”. Thực hiện lời dạy của Người, trong những năm qua, các đơn vị trong " + facts.KindWord + " đã tổ chức nhiều phong trào thi đua thiết thực, góp phần quan trọng hoàn thành các nhiệm vụ được giao.",
                $"Để hoàn thành thắng lợi nhiệm vụ năm {facts.Year}, thực hiện giao ước thi đua{plan}, thay mặt {facts.ClusterName}, {leader} phát động phong trào thi đua năm {facts.Year} và đề nghị {members} tập trung thực hiện tốt các nội dung sau:",
                Lines(Items(facts.Commitments.Count > 0 ? facts.Commitments : Usual)),
                $"Với truyền thống đoàn kết và tinh thần trách nhiệm, tôi tin tưởng rằng các đơn vị thành viên {facts.ClusterName} sẽ thi đua sôi nổi, thực hiện thắng lợi các nội dung đã ký kết.",
                "Xin kính chúc các vị đại biểu, khách quý và toàn thể các đồng chí mạnh khỏe, hạnh phúc và thành công.",
                "Trân trọng cảm ơn!"),
        };
    }
}
