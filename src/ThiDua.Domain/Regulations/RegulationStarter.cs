using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Regulations;

/// <summary>The text that a new regulation begins with (mẫu quy chế): the usual chapters, with the marks of the parameters that are laid down, so that nobody begins on an empty page.</summary>
public sealed class RegulationStarter(string clusterName, YearParameters parameters, ClusterWords words)
{
    private int _article;

    public static string Text(string clusterName, YearParameters parameters, ClusterWords words) => new RegulationStarter(clusterName, parameters, words).Made();

    private string Made()
    {
        var (cluster, leader, deputy) = (words.Cluster, words.Leader, words.Deputy);
        IEnumerable<string> lines =
        [
            .. Chapter("I", "Quy định chung"),
            .. Article("Phạm vi điều chỉnh, đối tượng áp dụng", $"Quy chế này quy định tổ chức, nguyên tắc, nội dung hoạt động của {clusterName} (sau đây gọi là {cluster}).", $"Quy chế này áp dụng đối với các đơn vị thành viên của {cluster} và cơ quan, tổ chức, cá nhân có liên quan."),
            .. Article("Nguyên tắc hoạt động", $"{cluster} hoạt động theo nguyên tắc tự nguyện, dân chủ, bình đẳng, đoàn kết, hợp tác và cùng phát triển.", "Việc chấm điểm, bình xét, suy tôn bảo đảm chính xác, công khai, minh bạch, công bằng; không đơn vị nào thẩm định điểm của chính mình."),
            .. Chapter("II", $"Tổ chức của {cluster}"),
            .. Article($"Đơn vị {leader}, đơn vị {deputy}", $"{cluster} có một đơn vị {leader}. {Mark(RegulationParameter.Deputies)}", Mark(RegulationParameter.LeaderChoice), Mark(RegulationParameter.Majority), $"Nhiệm kỳ của đơn vị {leader}, {deputy} là một năm thi đua."),
            .. Article($"Nhiệm vụ, quyền hạn của đơn vị {leader}", "Xây dựng kế hoạch hoạt động, bảng tiêu chí và thang điểm của năm; tổ chức lấy ý kiến, ban hành và triển khai thực hiện.", $"Chủ trì các hội nghị; theo dõi, đôn đốc, tổng hợp báo cáo, tổ chức thẩm định điểm; thay mặt {cluster} làm việc với cơ quan quản lý {cluster}.", $"Lập hồ sơ đề nghị khen thưởng và bàn giao cho đơn vị {leader} năm sau."),
            .. parameters.Deputies == 0 ? [] : Article($"Nhiệm vụ, quyền hạn của đơn vị {deputy}", $"Phối hợp với đơn vị {leader} tổ chức các hoạt động của {cluster}; thực hiện nhiệm vụ được đơn vị {leader} phân công, ủy quyền.", $"Thẩm định điểm của đơn vị {leader}."),
            .. Article("Nhiệm vụ, quyền hạn của đơn vị thành viên", $"Tham gia đầy đủ các hoạt động của {cluster}; góp ý dự thảo, đăng ký thi đua, báo cáo, tự chấm điểm đúng thời hạn và chịu trách nhiệm về số liệu.", $"Được tham gia bình xét, suy tôn, biểu quyết các nội dung của {cluster}."),
            .. Chapter("III", $"Hoạt động của {cluster}"),
            .. Article("Kế hoạch, giao ước và đăng ký thi đua", $"Hằng năm, {cluster} ban hành kế hoạch hoạt động, ký kết giao ước thi đua; các đơn vị đăng ký chỉ tiêu, danh hiệu thi đua.", "Kế hoạch được điều chỉnh khi cần thiết, sau khi các đơn vị có liên quan thống nhất."),
            .. Article("Lấy ý kiến dự thảo và thời hạn", Mark(RegulationParameter.Comments), Mark(RegulationParameter.Silence), Mark(RegulationParameter.DaysOff)),
            .. Article("Hội nghị", $"{cluster} tổ chức hội nghị ký kết giao ước thi đua, hội nghị sơ kết, hội nghị tổng kết; khi cần thiết tổ chức hội nghị chuyên đề hoặc lấy ý kiến bằng văn bản.", $"Nội dung, thời gian, địa điểm do đơn vị {leader} chuẩn bị và thông báo trước cho các đơn vị."),
            .. Article("Chế độ báo cáo", "Các đơn vị báo cáo sơ kết, tổng kết và báo cáo chuyên đề theo kế hoạch hoạt động của năm."),
            .. Chapter("IV", "Chấm điểm, xếp hạng, suy tôn và khen thưởng"),
            .. Article("Tự chấm điểm, thẩm định", "Các đơn vị tự chấm điểm theo bảng tiêu chí và thang điểm của năm, kèm minh chứng.", $"Đơn vị {leader} thẩm định điểm của các đơn vị; điểm khác điểm tự chấm phải nêu lý do.", Mark(RegulationParameter.Objection)),
            .. Article("Xếp hạng, suy tôn", Mark(RegulationParameter.Preparatory), Mark(RegulationParameter.TieKeys), Mark(RegulationParameter.Honours)),
            .. Article("Đề nghị khen thưởng", $"Căn cứ kết quả được thông qua, đơn vị {leader} lập hồ sơ đề nghị khen thưởng theo quy định của pháp luật về thi đua, khen thưởng."),
            .. Chapter("V", "Tổ chức thực hiện"),
            .. Article("Kinh phí", "Kinh phí tổ chức các hoạt động chung do các đơn vị thống nhất tại kế hoạch của năm; kinh phí tham gia do đơn vị bảo đảm."),
            .. Article("Trách nhiệm thi hành", $"Các đơn vị thành viên có trách nhiệm thực hiện Quy chế này. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về đơn vị {leader} để tổng hợp, thống nhất sửa đổi, bổ sung."),
        ];
        return string.Join('\n', lines).TrimEnd('\n');
    }

    private static IEnumerable<string> Chapter(string number, string title) => [$"Chương {number}", title, ""];

    // One paragraph stands alone, several are numbered; what is not laid down leaves no number behind.
    private IEnumerable<string> Article(string title, params string?[] paragraphs)
    {
        List<string> said = [.. paragraphs.OfType<string>()];
        return [$"Điều {++_article}. {title}", .. said.Select((text, index) => said.Count == 1 ? text : $"{index + 1}. {text}"), ""];
    }

    private string? Mark(RegulationParameter parameter) => ParameterWords.Sentence(parameter, parameters, words) is null ? null : ParameterWords.MarkOf(parameter);
}
