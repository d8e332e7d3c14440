using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Web.Features.Requests;

/// <summary>The words with which a letter to the authority begins its life; everything may be rewritten.</summary>
internal static class FirstWords
{
    private const int LongestName = 900;

    public static RequestTerms Of(RequestManner manner, SubjectChoice text, string cluster, string authority, string addressee)
    {
        var about = text.Subject.Name;
        var done = text.IsIssued ? $"{cluster} đã ban hành {about} ({(text.Number is { } number ? $"{number}, " : "")}gửi kèm theo)." : $"{cluster} đã xây dựng dự thảo {about} (gửi kèm theo).";
        var (name, asks) = manner switch
        {
            RequestManner.AskOpinion => ($"Xin ý kiến về {about}", $"{cluster} đề nghị {authority} xem xét, cho ý kiến để {(text.IsIssued ? "tổ chức thực hiện" : "hoàn thiện, ban hành")}."),
            RequestManner.AskApproval => ($"Đề nghị phê duyệt {about}", $"{cluster} kính trình {authority} xem xét, phê duyệt."),
            _ => ($"{(text.IsIssued ? "Việc ban hành" : "Việc xây dựng")} {about}", $"{cluster} trân trọng báo cáo {authority} để theo dõi, chỉ đạo."),
        };
        return new(name.Length <= LongestName ? name : name[..(name.LastIndexOf(' ', LongestName) + 1)].TrimEnd() + "…", $"{done}\n\n{asks}") { Addressees = [addressee] };
    }
}
