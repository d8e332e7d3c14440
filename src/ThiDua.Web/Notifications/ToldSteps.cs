using System.Linq.Expressions;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using static ThiDua.Web.Notifications.Whom;

namespace ThiDua.Web.Notifications;

/// <summary>Who is told of which step: the one table. A step without a row is told to nobody; who took it is never told.</summary>
internal static class ToldSteps
{
#pragma warning disable format // the columns of the table
    private static readonly ToldOf[] Table =
    [
        new ToldOf<ScoreSheet>(
            (sheet, told, actor) => SheetAccess.MayRead(actor, sheet.UnitId, told.Year.Duties.Responsible(sheet.UnitId), sheet.State, RankingState.Collecting) || Appraisers(sheet, told, actor),
            (sheet, told, actor) => actor.UnitId == sheet.UnitId ? $"cham-diem/{told.Id}" : $"tham-dinh/{told.Id}",
            new(ScoreSheetStep.Submit,           Appraisers, sheet => $"{sheet.UnitName} đã nộp bảng tự chấm điểm, chờ thẩm định"),
            new(ScoreSheetStep.Return,           OwnUnit,    _ => "Bảng tự chấm điểm của đơn vị được trả lại để bổ sung", Urgent: true, Reason: true),
            new(ScoreSheetStep.Appraise,         AfterObjection, _ => "Đề nghị xem xét lại của đơn vị đã được trả lời", Urgent: true, Reason: true),
            new(ScoreSheetStep.Appraise,         OwnUnit,    _ => "Bảng chấm điểm của đơn vị đã được thẩm định"),
            new(ScoreSheetStep.RecordMeeting,    OwnUnit,    _ => "Bảng chấm điểm của đơn vị đã được chấm tại cuộc họp"),
            new(ScoreSheetStep.ReopenAppraisal,  OwnUnit,    _ => "Việc thẩm định bảng chấm điểm của đơn vị được mở lại"),
            new(ScoreSheetStep.RaiseObjection,   Appraisers, sheet => $"{sheet.UnitName} đề nghị xem xét lại kết quả thẩm định", Urgent: true),
            new(ScoreSheetStep.MarkNotSubmitted, OwnUnit,    _ => "Đơn vị được ghi nhận không nộp bảng tự chấm điểm", Urgent: true, Reason: true),
            new(ScoreSheetStep.AdmitLate,        OwnUnit,    _ => "Bảng tự chấm điểm của đơn vị được mở lại để nhập", Urgent: true, Reason: true),
            new(ScoreSheetStep.FollowAmendment,  WasReturned, _ => "Bảng tự chấm điểm của đơn vị được trả lại theo bảng tiêu chí sửa đổi", Urgent: true, Reason: true),
            new(AssignmentStep.AskNotAssigned,   Appraisers, sheet => $"{sheet.UnitName} đề nghị không giao chỉ tiêu", Reason: true),
            new(AssignmentStep.AcceptNotAssigned, OwnUnit,   _ => "Đề nghị không giao chỉ tiêu của đơn vị được chấp nhận", Reason: true),
            new(AssignmentStep.RefuseNotAssigned, OwnUnit,   _ => "Đề nghị không giao chỉ tiêu của đơn vị không được chấp nhận", Urgent: true, Reason: true),
            new(AssignmentStep.SetNotAssigned,   OwnUnit,    _ => "Một tiêu chí được xác định là không giao chỉ tiêu cho đơn vị", Reason: true),
            new(AssignmentStep.AssignAgain,      OwnUnit,    _ => "Một tiêu chí được giao lại chỉ tiêu cho đơn vị", Urgent: true, Reason: true)),
        new ToldOf<Registration>(
            (registration, _, actor) => Registration.SeesDraftsOf(actor, registration.UnitId), (registration, _, _) => $"dang-ky/{registration.UnitId}",
            new(RegistrationStep.SubmitForApproval, OwnHead, _ => "Đăng ký thi đua của đơn vị chờ lãnh đạo duyệt"),
            new(RegistrationStep.SendBack,       OwnUnit,    _ => "Lãnh đạo chuyển lại đăng ký thi đua để sửa", Urgent: true, Reason: true),
            new(RegistrationStep.Register,       Receivers,  registration => $"{registration.UnitName} đã đăng ký thi đua, chờ tiếp nhận"),
            new(RegistrationStep.Receive,        OwnUnit,    _ => "Đăng ký thi đua của đơn vị đã được tiếp nhận"),
            new(RegistrationStep.Return,         OwnUnit,    _ => "Đăng ký thi đua của đơn vị được trả lại", Urgent: true, Reason: true)),
        new ToldOf<ReportRequirement>(
            (requirement, _, actor) => Fits(ReportRequirement.ReadableBy(actor), requirement), (_, told, _) => $"bao-cao/{told.Id}",
            new(RequirementStep.Announce,        Owing,      requirement => $"Phải gửi {requirement.When}: {requirement.Title}", Urgent: true),
            new(RequirementStep.ChangeDeadline,  Owing,      requirement => $"Thời hạn được đổi thành {requirement.When}: {requirement.Title}", Urgent: true, Reason: true),
            new(RequirementStep.Announce,        Above,      requirement => $"Cụm, khối phải gửi cấp trên {requirement.When}: {requirement.Title}"),
            new(RequirementStep.Revise,          Above,      requirement => $"Thời hạn gửi cấp trên được rút về để sửa: {requirement.Title}", Urgent: true) { EvenUnseen = true, At = _ => "bao-cao" },
            new(RequirementStep.ChangeDeadline,  Above,      requirement => $"Thời hạn gửi cấp trên được ghi nhận đổi thành {requirement.When}: {requirement.Title}", Urgent: true, Reason: true),
            new(RequirementStep.Withdraw,        Above,      requirement => $"Cụm, khối không gửi cấp trên nữa: {requirement.Title}", Urgent: true, Reason: true),
            new(RequirementStep.Extend,          GivenTime,  requirement => $"Đơn vị được gia hạn: {requirement.Title}", Urgent: true, Reason: true),
            new(RequirementStep.Withdraw,        Owing,      requirement => $"Yêu cầu báo cáo được thu hồi, không phải gửi nữa: {requirement.Title}", Urgent: true, Reason: true),
            new(RequirementStep.Revise,          Owing,      requirement => $"Yêu cầu báo cáo được rút về để sửa, chưa phải gửi: {requirement.Title}", Urgent: true) { EvenUnseen = true, At = _ => "bao-cao" },
            new(RequirementStep.Drop,            OwedOnce,   requirement => $"Yêu cầu báo cáo đã bỏ, không phải gửi: {requirement.Title}", Urgent: true) { EvenUnseen = true, At = _ => "bao-cao" },
            new(YearAct.RemindUnits,             Reminded,   requirement => requirement.ReminderSentence, Urgent: true) { IsReminder = true }),
        new ToldOf<ReportSubmission>(
            (report, _, actor) => ReportSubmission.MayRead(actor, report.UnitId), (report, _, _) => $"bao-cao/{report.RequirementId}/don-vi/{report.UnitId}",
            new(ReportStep.Submit,               Receivers,  report => $"{report.UnitName} đã nộp báo cáo, chờ tiếp nhận"),
            new(ReportStep.Return,               OwnUnit,    report => $"Báo cáo của {report.UnitName} được trả lại để bổ sung", Urgent: true, Reason: true),
            new(ReportStep.Accept,               OwnUnit,    report => $"Báo cáo của {report.UnitName} đã được tiếp nhận"),
            new(ReportStep.RecordReceipt,        OwnUnit,    report => $"Báo cáo của {report.UnitName} được ghi nhận đã nhận bằng cách khác"),
            new(ReportStep.Reopen,               OwnUnit,    report => $"Báo cáo của {report.UnitName} được mở lại để sửa", Urgent: true, Reason: true),
            new(ReportStep.Supplement,           Receivers,  report => $"{report.UnitName} gửi bản bổ sung, thay thế báo cáo", Reason: true)),
        new ToldOf<Plan>(
            (plan, _, actor) => Fits(Plan.ReadableBy(actor), plan), (_, told, _) => $"ke-hoach/{told.Id}",
            new(PlanStep.OpenConsultation,       Asked,      plan => $"Lấy ý kiến đến hết ngày {plan.CommentsUntil:dd/MM/yyyy}: kế hoạch {plan.Abstract}", Urgent: true) { At = told => $"ke-hoach/{told.Id}/y-kien" },
            new(PlanStep.ExtendConsultation,     Asked,      plan => $"Gia hạn lấy ý kiến đến hết ngày {plan.CommentsUntil:dd/MM/yyyy}: kế hoạch {plan.Abstract}", Reason: true) { At = told => $"ke-hoach/{told.Id}/y-kien" }),
        new ToldOf<ScoringScheme>(
            (_, _, _) => true, (_, _, _) => "tieu-chi",
            new(SchemeStep.OpenConsultation,     Asked,      scheme => $"Lấy ý kiến đến hết ngày {scheme.CommentsUntil:dd/MM/yyyy}: {scheme.Title}", Urgent: true) { At = _ => "tieu-chi/y-kien" },
            new(SchemeStep.ExtendConsultation,   Asked,      scheme => $"Gia hạn lấy ý kiến đến hết ngày {scheme.CommentsUntil:dd/MM/yyyy}: {scheme.Title}", Reason: true) { At = _ => "tieu-chi/y-kien" },
            new(SchemeStep.Issue,                Units,      scheme => $"Đã ban hành: {scheme.Title}")),
        new ToldOf<Regulation>(
            (regulation, _, actor) => Fits(Regulation.ReadableBy(actor), regulation), (_, told, _) => $"quy-che/{told.Id}",
            new ToldOf<Regulation>.Row(RegulationStep.Record, Units,      regulation => $"Đã ghi nhận quy chế: {regulation.Title}")),
        new ToldOf<Covenant>(
            (covenant, _, actor) => Fits(Covenant.ReadableBy(actor), covenant), (_, told, _) => $"giao-uoc/{told.Id}",
            new(CovenantStep.OpenSigning,        Signers,    covenant => $"Lấy chữ ký giao ước đến hết ngày {covenant.SignBy:dd/MM/yyyy}: {covenant.Title}", Urgent: true),
            new(CovenantStep.Rewrite,            Signers,    covenant => $"Nội dung giao ước được sửa, các chữ ký đã có bị hủy: {covenant.Title}", Urgent: true),
            new(CovenantStep.SignLast,           Signers,    covenant => $"Giao ước đã có hiệu lực: {covenant.Title}"),
            new(CovenantStep.CollectLast,        Signers,    covenant => $"Giao ước đã có hiệu lực: {covenant.Title}"),
            new(CovenantStep.Declare,            Signers,    covenant => $"Giao ước được tuyên bố có hiệu lực: {covenant.Title}"),
            new(CovenantStep.Revoke,             Signers,    covenant => $"Giao ước được bỏ: {covenant.Title}", Reason: true)),
        new ToldOf<IssuedDocument>(
            (document, _, actor) => Fits(IssuedDocument.ReadableBy(actor), document), (_, told, _) => $"van-ban/{told.Id}",
            new(DocumentStep.Submit,             ForIssuer(Permission.SignDocuments),  document => $"Văn bản trình ký: {Name(document)}"),
            new(DocumentStep.Return,             ForIssuer(Permission.DraftDocuments), document => $"Văn bản được trả lại để sửa: {Name(document)}", Urgent: true, Reason: true),
            new(DocumentStep.Sign,               ForIssuer(Permission.IssueDocuments), document => $"Văn bản đã ký, chờ vào sổ, ban hành: {Name(document)}"),
            new(DocumentStep.Issue,              Readers,    document => $"Đã ban hành: {Name(document)}"),
            new(DocumentStep.Replace,            Readers,    document => $"Văn bản được thay thế: {Name(document)}", Reason: true),
            new(DocumentStep.Revoke,             Readers,    document => $"Văn bản bị bãi bỏ: {Name(document)}", Reason: true)),
        new ToldOf<AuthorityRequest>(
            (request, _, actor) => Fits(AuthorityRequest.ReadableBy(actor), request), (_, told, _) => $"gui-cap-tren/{told.Id}",
            new(RequestStep.Send,                AboveCluster, request => $"{Labels.Of(request.Manner)}: {request.About}"),
            new(RequestStep.RecordSent,          AboveCluster, request => $"{Labels.Of(request.Manner)}: {request.About}"),
            new(RequestStep.Withdraw,            AboveCluster, request => $"Cụm, khối rút văn bản đã gửi: {request.About}", Reason: true),
            new(RequestStep.Note,                Senders,    request => $"Cơ quan quản lý đã ghi nhận: {request.About}"),
            new(RequestStep.GiveOpinion,         Senders,    request => $"Cơ quan quản lý có ý kiến: {request.About}", Urgent: true, Reason: true),
            new(RequestStep.Approve,             Senders,    request => $"Đã được phê duyệt: {request.About}", Urgent: true, Reason: true),
            new(RequestStep.Refuse,              Senders,    request => $"Không được phê duyệt: {request.About}", Urgent: true, Reason: true)),
        new ToldOf<Ranking>(
            (_, _, _) => true, (_, _, _) => "xep-hang",
            new(RankingStep.CloseEntry,          OtherUnits, _ => "Đã khóa nhập liệu bảng tự chấm điểm"),
            new(RankingStep.ReopenEntry,         OtherUnits, _ => "Đã mở lại nhập liệu bảng tự chấm điểm", Urgent: true, Reason: true),
            new(RankingStep.PublishDraft,        Everybody,  _ => "Đã công bố kết quả dự kiến", Urgent: true),
            new(RankingStep.Adopt,               Everybody,  _ => "Kết quả đã được thông qua"),
            new(RankingStep.Verify,              Everybody,  _ => "Kết quả đã được cơ quan thường trực thẩm định"),
            new(RankingStep.Recognize,           Everybody,  _ => "Kết quả đã được công nhận"),
            new(RankingStep.Correct,             Everybody,  _ => "Kết quả được điều chỉnh", Urgent: true),
            new(RankingStep.CorrectVerified,     Everybody,  _ => "Kết quả được điều chỉnh", Urgent: true),
            new(RankingStep.CorrectRecognized,   Everybody,  _ => "Kết quả đã công nhận được điều chỉnh", Urgent: true)),
        new ToldOf<ScoringCalendar>(
            (_, _, _) => true, (_, _, _) => "lich-cham-diem",
            new(YearAct.SetCalendar,             OtherUnits, _ => "Lịch chấm điểm được đặt hoặc thay đổi", Urgent: true, Reason: true),
            new(YearAct.ExtendEntry,             Extended,   _ => "Đơn vị được gia hạn nhập bảng tự chấm điểm", Urgent: true, Reason: true)),
        new ToldOf<AppraisalPlan>(
            (_, _, _) => true, (_, _, _) => "tham-dinh/phan-cong",
            new(YearAct.AssignAppraisers,        Assigned,   _ => "Được phân công thẩm định bảng chấm điểm") { At = _ => "tham-dinh" },
            new(YearAct.AskToLiftConflict,       SecondPersons, _ => "Có đề nghị gỡ ghi nhận không thẩm định, cần người thứ hai xem xét")),
        new ToldOf<ClusterYear>(
            (_, _, _) => true, (_, _, _) => "",
            new(ClusterYearStep.Start,           Everybody,  year => $"Năm thi đua {year.Year} đã bắt đầu"),
            new(ClusterYearStep.BeginReview,     Everybody,  year => $"Năm thi đua {year.Year} chuyển sang bình xét"),
            new(ClusterYearStep.Conclude,        Everybody,  year => $"Năm thi đua {year.Year} đã kết thúc"),
            new(YearAct.Delegate,                Deputies,   _ => "Đơn vị trưởng ủy quyền cho đơn vị phó", Reason: true) { At = _ => "uy-quyen" },
            new(YearAct.EndDelegation,           Deputies,   _ => "Việc ủy quyền cho đơn vị phó chấm dứt", Reason: true) { At = _ => "uy-quyen" }),
    ];
#pragma warning restore format

    /// <summary>The rows for this dossier where one of them tells of this step.</summary>
    public static ToldOf? Of(Dossier dossier, StepTaken step) => Array.Find(Table, told => told.Tells(dossier, step));

    private static bool AfterObjection(ScoreSheet sheet, Told told, Actor actor) => told.Step.From == nameof(ScoreSheetState.Objected) && OwnUnit(sheet, told, actor);

    private static bool WasReturned(ScoreSheet sheet, Told told, Actor actor) => told.Step.To == nameof(ScoreSheetState.Returned) && OwnUnit(sheet, told, actor);

    private static string Name(IssuedDocument document) => $"{Labels.Of(document.Kind)} {document.Abstract}{(document.Number is null ? "" : $", số {document.NumberAndSymbol}")}";

    private static bool Fits<T>(Expression<Func<T, bool>> rule, T dossier) => rule.Compile(preferInterpretation: true)(dossier);
}
