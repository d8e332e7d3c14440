using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.History;

/// <summary>The Vietnamese words for steps and states, which the history keeps by name.</summary>
public static class HistoryWords
{
    private static readonly (HistoryKind Kind, string Word, string Path)[] Kinds =
    [
        (HistoryKind.Year, "Năm thi đua", "nam-thi-dua"),
        (HistoryKind.Regulation, "Quy chế", "quy-che"),
        (HistoryKind.Plan, "Kế hoạch", "ke-hoach"),
        (HistoryKind.Covenant, "Giao ước", "giao-uoc"),
        (HistoryKind.Registration, "Đăng ký thi đua", "dang-ky"),
        (HistoryKind.Requirement, "Yêu cầu báo cáo", "yeu-cau-bao-cao"),
        (HistoryKind.Report, "Báo cáo của đơn vị", "bao-cao"),
        (HistoryKind.Scheme, "Bảng tiêu chí", "tieu-chi"),
        (HistoryKind.Sheet, "Bảng chấm điểm", "bang-cham-diem"),
        (HistoryKind.Ranking, "Xếp hạng", "xep-hang"),
        (HistoryKind.Bar, "Không xét, tạm dừng xét", "khong-xet"),
        (HistoryKind.Arrangement, "Lịch, phân công thẩm định", "lich-phan-cong"),
        (HistoryKind.Request, "Gửi cấp trên", "gui-cap-tren"),
        (HistoryKind.Document, "Văn bản", "van-ban"),
    ];

    public static IReadOnlyList<HistoryKind> AllKinds { get; } = [.. Kinds.Select(row => row.Kind)];

    public static string Of(HistoryKind kind) => Kinds.First(row => row.Kind == kind).Word;

    public static string PathOf(HistoryKind kind) => Kinds.First(row => row.Kind == kind).Path;

    public static HistoryKind? Parse(string? path) => Kinds.Where(row => row.Path == path).Select(row => (HistoryKind?)row.Kind).FirstOrDefault();

    public static string Step(HistoryKind kind, string name) => kind switch
    {
        HistoryKind.Year when Enum.TryParse<ClusterYearStep>(name, out var step) => Labels.Of(step),
        HistoryKind.Year or HistoryKind.Arrangement => Word<YearAct>(name),
        HistoryKind.Regulation => Word<RegulationStep>(name),
        HistoryKind.Plan => Word<PlanStep>(name),
        HistoryKind.Covenant => Word<CovenantStep>(name),
        HistoryKind.Request => Word<RequestStep>(name),
        HistoryKind.Registration => Word<RegistrationStep>(name),
        HistoryKind.Requirement => Enum.TryParse<YearAct>(name, out var act) ? Labels.Of(act) : Word<RequirementStep>(name),
        HistoryKind.Report => Word<ReportStep>(name),
        HistoryKind.Scheme => Word<SchemeStep>(name),
        HistoryKind.Sheet => Labels.OfSheetStep(name),
        HistoryKind.Bar => Word<BarStep>(name),
        HistoryKind.Document => Enum.TryParse<SignedCopyStep>(name, out var ofCopy) ? $"{Labels.Of(ofCopy)} (bản đã ký)" : Word<DocumentStep>(name),
        HistoryKind.Ranking when name == nameof(Domain.Scoring.Ranking.RecordTieVote) => Labels.Of(Domain.Access.Permission.RecordTieVote),
        _ => Word<RankingStep>(name),
    };

    public static string State(HistoryKind kind, string name) => kind switch
    {
        HistoryKind.Year => Word<ClusterYearStage>(name),
        HistoryKind.Regulation => Word<RegulationState>(name),
        HistoryKind.Plan => Word<PlanState>(name),
        HistoryKind.Covenant => Word<CovenantState>(name),
        HistoryKind.Request => Word<RequestState>(name),
        HistoryKind.Registration => Word<RegistrationState>(name),
        HistoryKind.Requirement => Word<RequirementState>(name),
        HistoryKind.Report => Word<ReportState>(name),
        HistoryKind.Scheme => Word<SchemeState>(name),
        HistoryKind.Sheet => Word<ScoreSheetState>(name),
        HistoryKind.Bar => Word<BarState>(name),
        HistoryKind.Document => Enum.TryParse<SignedCopyState>(name, out var ofCopy) ? Labels.Of(ofCopy) : Word<DocumentState>(name),
        _ => Word<RankingState>(name),
    };

    // A name that this version no longer knows is history still.
    private static string Word<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Labels.Has(value) ? Labels.Of(value) : name;
}
