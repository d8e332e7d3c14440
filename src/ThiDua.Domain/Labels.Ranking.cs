using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <content>The words of ranking and its layers.</content>
public static partial class Labels
{
    private static Dictionary<Enum, string> RankingWords() => new()
    {
        [RankingState.Collecting] = "Đang nhập liệu",
        [RankingState.EntryClosed] = "Đã khóa nhập liệu",
        [RankingState.DraftPublished] = "Đã công bố dự kiến",
        [RankingState.Agreed] = "Đã thống nhất",
        [RankingState.Adopted] = "Đã thông qua",
        [RankingState.Verified] = "Đã thẩm định lần hai",
        [RankingState.Recognized] = "Đã công nhận",
        [RankingStep.CloseEntry] = "Khóa nhập liệu",
        [RankingStep.ReopenEntry] = "Mở lại nhập liệu",
        [RankingStep.PublishDraft] = "Công bố dự kiến",
        [RankingStep.Agree] = "Thống nhất kết quả",
        [RankingStep.Adopt] = "Thông qua kết quả",
        [RankingStep.Verify] = "Kết luận thẩm định lần hai",
        [RankingStep.Correct] = "Điều chỉnh kết quả",
        [RankingStep.CorrectVerified] = "Điều chỉnh kết quả đã thẩm định",
        [RankingStep.CorrectRecognized] = "Điều chỉnh kết quả đã công nhận",
        [RankingStep.Recognize] = "Công nhận kết quả",
        [ResultLayerKind.Draft] = "Dự kiến",
        [ResultLayerKind.Agreed] = "Thống nhất tại phiên trù bị",
        [ResultLayerKind.Adopted] = "Cụm, khối thông qua",
        [ResultLayerKind.Verified] = "Cơ quan thường trực thẩm định",
        [ResultLayerKind.Corrected] = "Điều chỉnh kết quả",
        [ResultLayerKind.Recognized] = "Công nhận",
        [AdoptionManner.AtConference] = "Tại hội nghị",
        [AdoptionManner.InWriting] = "Lấy ý kiến bằng văn bản",
        [BarKind.Discipline] = "Bị kỷ luật",
        [BarKind.PendingCase] = "Vụ việc đang được xem xét",
        [BarKind.NoReport] = "Không nộp báo cáo",
        [BarKind.Other] = "Trường hợp khác theo quy định",
        [BarEffect.Honour] = "Suy tôn",
        [BarEffect.Classification] = "Xếp loại",
        [BarEffect.Commendation] = "Đề nghị khen thưởng",
        [BarState.InForce] = "Đang có hiệu lực",
        [BarState.Lifted] = "Đã gỡ bỏ",
        [BarStep.Record] = "Ghi nhận việc không xét",
        [BarStep.Lift] = "Gỡ bỏ việc không xét",
    };
}
