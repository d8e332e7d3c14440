using System.Linq.Expressions;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>A document drafted from a template (văn bản soạn theo mẫu): filled from the data of the year, edited, frozen for signature, issued through the register; a launch speech is only printed.</summary>
public sealed class DraftedDocument : ClusterYearItem
{
    private DraftedDocument() => (IssuerName, Text) = ("", new(""));

    public DraftedDocument(Actor by, DraftTemplate template, DocumentKind? kind, DraftIssuer issuer, DraftedText text, int? requirementId = null)
        : this()
    {
        var kindOf = DraftTemplates.KindOf(template) ?? (template == DraftTemplate.FreeText ? kind ?? throw new RuleViolation("Chọn loại văn bản.", nameof(Kind)) : null);
        (ClusterYearId, Template, Kind, IssuerOrganizationId, IssuerName) = (by.ClusterYearId!.Value, template, kindOf, issuer.OrganizationId, issuer.Name);
        Require((template == DraftTemplate.ConsolidatedReport) == requirementId is not null, "Báo cáo tổng hợp được lập từ yêu cầu báo cáo.");
        RequirementId = requirementId;
        RequireWriting(by);
        Write(text);
    }

    public DraftTemplate Template { get; private set; }

    /// <summary>Null: not in the register.</summary>
    public DocumentKind? Kind { get; private set; }

    /// <summary>Null: the cluster, under its letterhead.</summary>
    public int? IssuerOrganizationId { get; private set; }

    public string IssuerName { get; private set; }

    public DraftedState State { get; private set; }

    public string Abstract { get; private set; } = "";

    /// <summary>All that is written of it.</summary>
    public DraftedText Text { get; private set; }

    /// <summary>The requirement whose reports it sums up.</summary>
    public int? RequirementId { get; private set; }

    /// <summary>The figures as they were frozen for signature; null before, when they follow what is accepted.</summary>
    public ConsolidatedFigures? Consolidated { get; private set; }

    /// <summary>Why it was returned, replaced, revoked or given up.</summary>
    public string? LastReason { get; private set; }

    public bool IsOpen => State == DraftedState.Draft;

    public bool IsInRegister => DraftTemplates.IsInRegister(Template);

    /// <summary>Quyết định, Công văn …; of a speech what it is.</summary>
    public string KindWords => Kind is { } kind ? Labels.Of(kind) : Labels.Of(Template);

    /// <summary>Whether this reader may see it: what was issued everybody of the year, else who acts for the issuer, and the deputies for the cluster's own.</summary>
    public static Expression<Func<DraftedDocument, bool>> ReadableBy(Actor reader)
    {
        var (own, isOfLeadership) = (reader.OrganizationId, reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy));
        return row => row.State == DraftedState.Issued || row.State == DraftedState.Replaced || row.State == DraftedState.Revoked || (row.IssuerOrganizationId == null ? isOfLeadership : row.IssuerOrganizationId == own);
    }

    public bool IsWrittenBy(Actor by) => DraftTemplates.MayDraft(by, Template, IssuerOrganizationId);

    public void Describe(Actor by, DraftedText text)
    {
        RequireWriting(by);
        Require(IsOpen, $"Văn bản đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");
        Write(text);
        Changed(by);
    }

    /// <summary>All reasons why it cannot be submitted for signature yet.</summary>
    public IReadOnlyList<string> Problems() => Text.Problems(Template, Kind);

    /// <summary>What is missing, too, but hinders nothing.</summary>
    public IReadOnlyList<string> Gaps() => IsInRegister ? Text.Gaps(Template) : [];

    /// <summary>Trình ký: refused with all that is missing, together.</summary>
    public void Submit(Actor by, StepNote note)
    {
        RequireWriting(by);
        _ = DraftedWorkflow.Table.Take(DraftedStep.Submit, State, by, note.Paper);
        Require(IsInRegister, "Lời phát động không có số, không vào sổ văn bản; in hoặc tải tệp ngay từ dự thảo.");
        NotReady.Require(Problems(), "Chưa trình ký được văn bản.");
        State = Take(DraftedWorkflow.Table, DraftedStep.Submit, State, by, note);
    }

    /// <summary>Trình ký of a consolidated report: what was accepted by now is what it says.</summary>
    public void Submit(Actor by, StepNote note, ConsolidatedFigures figures)
    {
        RequireWriting(by);
        Require(RequirementId == figures.RequirementId, "Số liệu không phải của yêu cầu báo cáo này.");
        Require(figures.Units.Any(unit => unit.IsAccepted), "Chưa tiếp nhận báo cáo của đơn vị nào nên chưa có gì để tổng hợp.");
        NotReady.Require(ConsolidatedReport.UnknownMarks(Text.Body, figures), "Chưa trình ký được văn bản.");
        Submit(by, note);
        Consolidated = figures;
    }

    public void Drop(Actor by, StepNote note)
    {
        RequireWriting(by);
        _ = DraftedWorkflow.Table.Take(DraftedStep.Drop, State, by, note.Paper);
        LastReason = Domain.Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do bỏ dự thảo.", nameof(StepNote.Reason));
        State = Take(DraftedWorkflow.Table, DraftedStep.Drop, State, by, note);
    }

    /// <summary>What was overtaken since its figures were frozen; null: nothing.</summary>
    public DocumentWarning? WarningOn(ConsolidatedFigures now) => Consolidated?.ChangedSince(now) is not { Count: > 0 } changed ? null : new(
        changed.Any(unit => unit.IsWrong)
            ? "Số liệu đã tiếp nhận thay đổi từ khi trình ký. Trả lại văn bản rồi trình ký lại để chốt số liệu mới; vẫn ban hành bản này thì nêu lý do."
            : "Có báo cáo được tiếp nhận sau khi trình ký. Muốn tổng hợp cả báo cáo đó thì trả lại văn bản rồi trình ký lại.",
        [.. changed.Select(unit => new DocumentWarning.Line(unit.Name, unit.InWords, $"bao-cao/{RequirementId}/don-vi/{unit.Id}"))],
        changed.Any(unit => unit.IsWrong));

    /// <summary>Moves with its document: returned, issued, replaced or revoked in the register.</summary>
    public void Follow(Actor by, DraftedStep step, StepNote note)
    {
        Require(step is DraftedStep.Return or DraftedStep.Issue or DraftedStep.Replace or DraftedStep.Revoke, "Bước này không theo văn bản.");
        State = Take(DraftedWorkflow.Table, step, State, by, note);
        LastReason = Domain.Text.Clean(note.Reason) ?? LastReason;
        Consolidated = step == DraftedStep.Return ? null : Consolidated;
    }

    /// <summary>Refuses who does not draft for the issuer, saying who does.</summary>
    public void RequireWriting(Actor by)
    {
        if (!IsWrittenBy(by))
        {
            throw new NotPermitted($"{Permissions.Refusal(Permission.DraftDocuments)} Văn bản này do {IssuerName} soạn thảo, ban hành. Bạn đang làm việc với cương vị {by.OfficeName}.");
        }
    }

    private void Write(DraftedText text)
    {
        Text = text.Cleaned(Template, Kind);
        Abstract = Text.Abstract;
    }
}
