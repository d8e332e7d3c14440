using System.Linq.Expressions;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Regulations;

/// <summary>The regulation of a cluster (quy chế hoạt động): in force over years, the source of the parameters of each. A dossier of the year in which it is made; what was issued, all years of the cluster read.</summary>
public sealed class Regulation : ClusterYearItem
{
    private const int MostSignatoryLines = 4;

    private Regulation() => (Title, Parameters, Bases, Recipients, SignatoryLines) = ("", new(), [], [], []);

    /// <summary>A draft of the year that its author acts in.</summary>
    public Regulation(Actor by, int clusterId, RegulationTerms terms)
        : this(by, clusterId, terms, Permission.DraftRegulation)
    {
    }

    private Regulation(Actor by, int clusterId, RegulationTerms terms, Permission needs)
        : this()
    {
        RequirePermission(by, needs);
        (ClusterYearId, ClusterId) = (by.ClusterYearId!.Value, clusterId);
        Write(terms);
    }

    public int ClusterId { get; private set; }

    public RegulationState State { get; private set; }

    /// <summary>"Quy chế tổ chức và hoạt động của Cụm thi đua …".</summary>
    public string Title { get; private set; }

    public string? Text { get; private set; }

    public YearParameters Parameters { get; private set; }

    public IReadOnlyList<string> Bases { get; private set; }

    public IReadOnlyList<string> Recipients { get; private set; }

    public string? Archive { get; private set; }

    public IReadOnlyList<string> SignatoryLines { get; private set; }

    public string? Signatory { get; private set; }

    /// <summary>From which day it is in force; once issued always known.</summary>
    public DateOnly? FromOn { get; private set; }

    /// <summary>The last day as stated, or the day before the document that ended it; the next regulation ends it too, see <see cref="RegulationsOverTime"/>.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>The decision as it was recorded from paper; null: issued through the register.</summary>
    public DocumentReference? Recorded { get; private set; }

    public int? ScanId { get; private set; }

    /// <summary>Its document in the register.</summary>
    public int? DocumentId { get; private set; }

    /// <summary>Why it was returned, dropped, replaced or revoked.</summary>
    public string? LastReason { get; private set; }

    public bool IsOpen => State == RegulationState.Draft;

    /// <summary>Whether this reader of the cluster may see it: what was issued everybody, a draft who leads the year in which it is made.</summary>
    public static Expression<Func<Regulation, bool>> ReadableBy(Actor reader)
    {
        var (year, isOfLeadership) = (reader.ClusterYearId, reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy));
        return row => row.State == RegulationState.Issued || row.State == RegulationState.Replaced || row.State == RegulationState.Revoked || (isOfLeadership && row.ClusterYearId == year);
    }

    /// <summary>What was signed on paper (ghi nhận quy chế đã ký): in force at once, by the decision's number and date.</summary>
    public static Regulation Record(Actor by, int clusterId, RegulationTerms terms, DocumentReference decision, StepNote note)
    {
        var recorded = new Regulation(by, clusterId, terms, Permission.RecordRegulation);
        recorded.PutInForce(by, decision, note);
        return recorded;
    }

    public RegulationTerms Terms() => new(Title, Parameters) { Text = Text, FromOn = FromOn, ToOn = ToOn, Bases = Bases, Recipients = Recipients, Archive = Archive, SignatoryLines = SignatoryLines, Signatory = Signatory };

    public void Describe(Actor by, RegulationTerms terms)
    {
        RequirePermission(by, Permission.DraftRegulation);
        RequireOpen();
        Write(terms);
        Changed(by);
    }

    /// <summary>Keeps the scan of the signed decision, once.</summary>
    public void KeepScan(Actor by, StoredFile scan)
    {
        RequirePermission(by, Permission.RecordRegulation);
        Require(Recorded is not null && ScanId is null, "Bản quét của quyết định đã được lưu.");
        ScanId = scan.Id;
    }

    /// <summary>Trình ký: refused with all that is missing, together.</summary>
    public void Submit(Actor by, StepNote note)
    {
        _ = RegulationWorkflow.Table.Take(RegulationStep.Submit, State, by, note.Paper);
        NotReady.Require(Problems(), "Chưa trình ký được quy chế.");
        State = Take(RegulationWorkflow.Table, RegulationStep.Submit, State, by, note);
    }

    public void Drop(Actor by, StepNote note) => GiveUp(RegulationStep.Drop, by, note, "Nêu lý do bỏ dự thảo.");

    /// <summary>Thu hồi bản ghi: what was recorded wrongly counts no more and may be recorded anew; years that took its parameters keep their copy.</summary>
    public void TakeBack(Actor by, StepNote note)
    {
        Require(State != RegulationState.Issued || Recorded is not null, "Chỉ thu hồi được bản ghi nhận theo văn bản đã ký. Quy chế ban hành qua sổ văn bản được bãi bỏ trong sổ.");
        GiveUp(RegulationStep.TakeBack, by, note, "Nêu lý do thu hồi bản ghi.");
    }

    /// <summary>Moves with its document in the register: returned, issued, replaced, revoked. It ends the day before the regulation that takes its place, else before the later document.</summary>
    public void Follow(Actor by, RegulationStep step, IssuedDocument document, StepNote note, DateOnly? nextFromOn = null)
    {
        Require(step is RegulationStep.Return or RegulationStep.Issue or RegulationStep.Replace or RegulationStep.Revoke, "Bước này không theo văn bản.");
        State = Take(RegulationWorkflow.Table, step, State, by, note);
        LastReason = Domain.Text.Clean(note.Reason) ?? LastReason;
        if (step == RegulationStep.Issue)
        {
            (DocumentId, FromOn) = (document.Id, FromOn ?? document.IssuedOn);
        }
        else if (document.LaterDocument is { } later)
        {
            var last = (nextFromOn ?? later.IssuedOn).AddDays(-1);
            ToOn = ToOn < last ? ToOn : last;
        }
    }

    /// <summary>All reasons why it cannot be submitted for signature yet.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Bases.Count == 0 ? ["Chưa có căn cứ nào."] : Array.Empty<string>(),
        .. RegulationText.Problems(Text, Parameters),
        .. Recipients.Count == 0 ? ["Chưa ghi nơi nhận."] : Array.Empty<string>(),
        .. SignatoryLines.Count == 0 ? ["Chưa ghi thể thức ký, chức vụ người ký."] : Array.Empty<string>(),
    ];

    private void GiveUp(RegulationStep step, Actor by, StepNote note, string needsReason)
    {
        _ = RegulationWorkflow.Table.Take(step, State, by, note.Paper);
        LastReason = Domain.Text.Clean(note.Reason) ?? throw new RuleViolation(needsReason, nameof(StepNote.Reason));
        State = Take(RegulationWorkflow.Table, step, State, by, note);
    }

    private void PutInForce(Actor by, DocumentReference decision, StepNote note)
    {
        _ = RegulationWorkflow.Table.Take(RegulationStep.Record, State, by, note.Paper);
        Require(decision.IssuedOn <= VietnamTime.DayOf(note.At), "Ngày ban hành không được sau hôm nay.", "Document.IssuedOn");
        Require(ToOn is null || (FromOn ?? decision.IssuedOn) <= ToOn, "Ngày hết hiệu lực không được trước ngày có hiệu lực.", nameof(ToOn));
        State = Take(RegulationWorkflow.Table, RegulationStep.Record, State, by, note);
        (Recorded, FromOn) = (decision, FromOn ?? decision.IssuedOn);
    }

    private void Write(RegulationTerms terms)
    {
        Title = Domain.Text.Clean(terms.Title) ?? throw new RuleViolation("Nhập tên quy chế.", nameof(Title));
        Require(terms.FromOn is null || terms.ToOn is null || terms.FromOn <= terms.ToOn, "Ngày hết hiệu lực không được trước ngày có hiệu lực.", nameof(ToOn));
        (Parameters, Text) = (terms.Parameters.Checked(), Domain.Text.Clean(terms.Text)?.ReplaceLineEndings("\n"));
        (FromOn, ToOn, Archive, Signatory) = (terms.FromOn, terms.ToOn, Domain.Text.Clean(terms.Archive), Domain.Text.Clean(terms.Signatory));
        (Bases, Recipients, SignatoryLines) = (CleanLines(terms.Bases), CleanLines(terms.Recipients), CleanLines(terms.SignatoryLines));
        Require(SignatoryLines.Count <= MostSignatoryLines, $"Phần ký có nhiều nhất {MostSignatoryLines} dòng.", nameof(SignatoryLines));
    }

    private void RequireOpen() => Require(IsOpen, $"Quy chế đang ở trạng thái “{Labels.Of(State)}”, không sửa được nội dung.");

    private static List<string> CleanLines(IEnumerable<string> lines) => [.. lines.Select(Domain.Text.Clean).OfType<string>()];

    private static void RequirePermission(Actor by, Permission needs)
    {
        if (!by.Can(needs))
        {
            throw new NotPermitted(Permissions.Refusal(needs));
        }
    }
}
