using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Changes;

namespace ThiDua.Web.Features.Drafts;

/// <summary>A drafted document as listed.</summary>
public sealed record DraftRow(int Id, DraftTemplate Template, DocumentKind? Kind, string Abstract, string IssuerName, DraftedState State, DocumentNumber Number)
{
    public string KindWords => Kind is { } kind ? Labels.Of(kind) : Labels.Of(Template);
}

/// <summary>The drafted documents of a year that this reader may see.</summary>
public sealed record DraftsPage(PageOf<DraftRow> Page, bool MayDraft);

/// <summary>The page of starting a document: the templates, and those who may issue the one that was chosen.</summary>
public sealed record StartDraftPage(StartDraftForm Form, IReadOnlyList<DraftTemplate> Templates, IReadOnlyList<DraftedBy> Issuers)
{
    public static string MeaningOf(DraftTemplate template) => template switch
    {
        DraftTemplate.LeaderDecision => "Cử đơn vị trưởng, đơn vị phó của năm, dưới tiêu đề của cơ quan quản lý hoặc cơ quan thường trực.",
        DraftTemplate.AppraisalTeam => "Thành viên là các đơn vị trong cụm, khối; có phân công thẩm định đã ghi trên cổng.",
        DraftTemplate.InspectionTeam => "Thành viên là các đơn vị trong cụm, khối; nội dung, đơn vị được kiểm tra.",
        DraftTemplate.Handover => "Đơn vị trưởng năm nay bàn giao cho năm sau; liệt kê văn bản đã ban hành và việc còn đang giải quyết.",
        DraftTemplate.LaunchSpeech => "Bài đọc tại lễ phát động; không có số, không vào sổ văn bản.",
        _ => "Thông báo, công văn, quyết định hoặc loại văn bản khác; có sẵn thể thức, nơi nhận, phần ký.",
    };

    public IEnumerable<SelectListItem> IssuerChoices => Issuers.Select(issuer => new SelectListItem(issuer.Name, $"{issuer.OrganizationId ?? 0}"));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<DocumentKind>().Select(kind => new SelectListItem(Labels.Of(kind), $"{kind}")).Prepend(new("Chọn loại văn bản", ""));
}

/// <summary>A drafted document with what this person may do with it now.</summary>
public sealed record DraftPage(DraftedDocument Draft, IReadOnlyList<DraftedStep> Steps)
{
    /// <summary>The states as the stepper shows them.</summary>
    public static readonly IReadOnlyList<DraftedState> Way = [DraftedState.Draft, DraftedState.Submitted, DraftedState.Issued];

    public bool MayEdit { get; init; }

    /// <summary>Of a consolidated report: what is accepted now, for who sees the reports of all units.</summary>
    public ConsolidatedFigures? Now { get; init; }

    /// <summary>What it is built from: frozen from Trình ký on.</summary>
    public ConsolidatedFigures? Figures => Now is null ? null : Draft.Consolidated ?? Now;

    /// <summary>The units whose accepted figures changed after it was frozen.</summary>
    public IReadOnlyList<ChangedUnit> Changed => Draft.Consolidated is { } printed && Now is { } now ? printed.ChangedSince(now) : [];

    /// <summary>Whether this person may take it back from signature, to freeze it anew.</summary>
    public bool MayTakeBack { get; init; }

    /// <summary>The document in the register that this person may read.</summary>
    public int? DocumentId { get; init; }

    public DocumentState? DocumentState { get; init; }

    public IReadOnlyList<string> Problems => !Draft.IsOpen ? [] : Draft.IsInRegister ? [.. Draft.Problems(), .. Now is null ? [] : ConsolidatedReport.UnknownMarks(Draft.Text.Body, Now)] : [.. Draft.Text.Blanks()];

    /// <summary>What is missing, too, but hinders nothing.</summary>
    public IReadOnlyList<string> Gaps => Draft.IsOpen ? Draft.Gaps() : [];

    /// <summary>Who made it and when.</summary>
    public MakingOfDossier? Made { get; init; }

    public DraftedState Current => Draft.State is DraftedState.Replaced or DraftedState.Revoked ? DraftedState.Issued : Draft.State;

    public bool May(DraftedStep step) => Steps.Contains(step);

    /// <summary>Who moves it next, in words.</summary>
    public string? Next => Draft.State switch
    {
        DraftedState.Draft => Draft.IsInRegister ? "Người soạn hoàn thiện rồi trình ký." : "Bài đọc tại lễ phát động: in hoặc tải tệp, không vào sổ văn bản.",
        DraftedState.Submitted => DocumentState == Domain.Documents.DocumentState.SignedOff ? "Đã ký; chờ văn thư vào sổ, cấp số và ngày." : "Chờ lãnh đạo ký.",
        DraftedState.Issued when Draft.RequirementId is not null => "Đã ban hành. Việc gửi cơ quan quản lý theo dõi ở trang yêu cầu báo cáo.",
        _ => null,
    };
}

/// <summary>The form of a document with what is stored now.</summary>
public sealed record EditDraftPage(DraftPage Stored, DraftForm Form)
{
    /// <summary>Somebody else saved first: what is stored is shown beside what was typed, and the next save goes over it.</summary>
    public bool IsOvertaken => Form.Version != Stored.Draft.Version;
}

/// <summary>The page of a step: trình ký, bỏ dự thảo.</summary>
public sealed record DraftStepPage(DraftPage Page, DraftedStep Step, DraftStepForm Form);
