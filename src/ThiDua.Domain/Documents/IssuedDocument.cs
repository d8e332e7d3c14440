using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Documents;

/// <summary>What is known of a document before its text is frozen: issuer, kind, symbol, abstract, who signs it, and the dossier that it is made from.</summary>
public sealed record DocumentDescription(RegisterOwner Owner, string IssuerName, DocumentKind Kind, string Symbol, string Abstract)
{
    /// <summary>Authority form and office of who signs, one line each: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
    public IReadOnlyList<string> SignatoryLines { get; init; } = [];

    public string? Signatory { get; init; }

    /// <summary>The type of the dossier, its name in the code, with its id; null: made from none.</summary>
    public string? Origin { get; init; }

    public int? OriginId { get; init; }
}

/// <summary>An official document of a cluster year (văn bản): its text frozen for signature, its number and date in the register. Issued, it never changes; later documents replace or revoke it.</summary>
public sealed class IssuedDocument : ClusterYearItem, ISearchable
{
    private readonly List<FrozenText> _texts = [];

    private IssuedDocument() => (Owner, IssuerName, Symbol, Abstract, SignatoryLines, PublicToken) = ("", "", "", "", [], "");

    /// <summary>A draft; <paramref name="publicToken"/> is what nobody can guess in the address by which anybody checks it once it is issued.</summary>
    public IssuedDocument(Actor by, DocumentDescription told, string publicToken)
        : this()
    {
        told.Owner.Require(by, Permission.DraftDocuments);
        (ClusterYearId, Owner, IssuerOrganizationId, IssuerName) = (by.ClusterYearId!.Value, told.Owner.Key, told.Owner.OrganizationId, told.IssuerName);
        (Kind, Origin, OriginId, PublicToken) = (told.Kind, told.Origin, told.OriginId, publicToken);
        Describe(told);
    }

    /// <summary>In whose register it is, <see cref="RegisterOwner.Key"/>.</summary>
    public string Owner { get; private set; }

    /// <summary>Null: the cluster, under its letterhead.</summary>
    public int? IssuerOrganizationId { get; private set; }

    public string IssuerName { get; private set; }

    public DocumentKind Kind { get; private set; }

    public string Symbol { get; private set; }

    public string Abstract { get; private set; }

    public IReadOnlyList<string> SignatoryLines { get; private set; }

    public string? Signatory { get; private set; }

    public string? Origin { get; private set; }

    public int? OriginId { get; private set; }

    public DocumentState State { get; private set; }

    public int? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public int? RegisterId { get; private set; }

    /// <summary>The last of <see cref="Texts"/> is in force.</summary>
    public IReadOnlyList<FrozenText> Texts => _texts;

    /// <summary>SHA-256 (lower-case hex) of the text in force.</summary>
    public string? TextSha256 { get; private set; }

    public int? PdfId { get; private set; }

    /// <summary>SHA-256 (lower-case hex) of the PDF, made once.</summary>
    public string? PdfSha256 { get; private set; }

    public int? DocxId { get; private set; }

    public string PublicToken { get; private set; }

    /// <summary>Why it was returned, replaced or revoked.</summary>
    public string? LastReason { get; private set; }

    /// <summary>The later document that replaces or revokes it.</summary>
    public DocumentReference? LaterDocument { get; private set; }

    public RegisterOwner RegisterOwner => new(Owner, IssuerOrganizationId);

    /// <summary>05/KH-CTĐBTB; without a number yet, /KH-CTĐBTB.</summary>
    public string NumberAndSymbol => Number is { } number ? DocumentSymbol.Numbered(number, Symbol) : $"/{Symbol}";

    /// <summary>Whether this reader may see it: what is issued everybody of the year, else who acts for the issuer, and the deputies for the cluster's own.</summary>
    public static System.Linq.Expressions.Expression<Func<IssuedDocument, bool>> ReadableBy(Actor reader)
    {
        var (own, isOfLeadership) = (reader.OrganizationId, reader.Positions.Contains(Position.Leader) || reader.Positions.Contains(Position.Deputy));
        return row => row.Number != null || (row.IssuerOrganizationId == null ? isOfLeadership : row.IssuerOrganizationId == own);
    }

    /// <summary>Trình ký: the text is frozen; number and date stay blank.</summary>
    public void Submit(Actor by, StepNote note, DocumentDescription told, FrozenContent content)
    {
        RegisterOwner.Require(by, Permission.DraftDocuments);
        State = Take(DocumentWorkflow.Table, DocumentStep.Submit, State, by, note);
        Describe(told);
        _texts.Add(new(this, content, by, note.At));
        TextSha256 = content.Sha256;
    }

    public void Return(Actor by, StepNote note) => Move(DocumentStep.Return, by, note, "Nêu lý do trả lại để người soạn biết cần sửa gì.");

    public void Sign(Actor by, StepNote note) => Move(DocumentStep.Sign, by, note);

    public void Drop(Actor by, StepNote note) => Move(DocumentStep.Drop, by, note, "Nêu lý do bỏ dự thảo.");

    /// <summary>Ban hành: by the number that the registrar gave, or one that the portal gives in the same transaction (<see cref="TakeNumber"/>).</summary>
    public void Issue(Actor by, StepNote note, DocumentRegister register, int? number, DateOnly issuedOn)
    {
        RegisterOwner.Require(by, Permission.IssueDocuments);
        Require(register.Owner == Owner && register.Kind == Kind, "Sổ đăng ký không phải của loại văn bản này.");
        _ = DocumentWorkflow.Table.Take(DocumentStep.Issue, State, by, note.Paper);
        Number = register.Checked(number, issuedOn, VietnamTime.DayOf(note.At));
        State = Take(DocumentWorkflow.Table, DocumentStep.Issue, State, by, note);
        (RegisterId, IssuedOn) = (register.Id, issuedOn);
    }

    /// <summary>The number from the portal's own counter, within the transaction that issues.</summary>
    public void TakeNumber(DocumentRegister register, int number)
    {
        Require(register.Mode == RegisterMode.Portal && RegisterId == register.Id && State == DocumentState.Issued, "Văn bản này không nhận số của cổng.");
        Number = number;
    }

    /// <summary>Keeps the files made from the frozen text with its number and date, once.</summary>
    public void KeepFiles(Actor by, StoredFile pdf, StoredFile docx)
    {
        Require(DocumentWorkflow.WithNumber.Contains(State) && PdfId is null, "Tệp của văn bản đã được lập, không lập lại.");
        (PdfId, PdfSha256, DocxId) = (pdf.Id, pdf.Sha256, docx.Id);
        Changed(by);
    }

    public void Replace(Actor by, StepNote note, DocumentReference later) => EndBy(DocumentStep.Replace, by, note, later);

    public void Revoke(Actor by, StepNote note, DocumentReference later) => EndBy(DocumentStep.Revoke, by, note, later);

    public SearchText SearchText() => new($"{Labels.Of(Kind)} {Abstract}", $"{(Number is null ? Symbol : NumberAndSymbol)} {IssuedOn:dd/MM/yyyy}".TrimEnd(), IssuerName);

    private void EndBy(DocumentStep step, Actor by, StepNote note, DocumentReference later)
    {
        Require(later.IssuedOn >= IssuedOn, $"Văn bản thay thế, bãi bỏ không được trước ngày {IssuedOn:dd/MM/yyyy} của văn bản này.", "Document.IssuedOn");
        Move(step, by, note, "Nêu lý do.");
        LaterDocument = later;
    }

    private void Move(DocumentStep step, Actor by, StepNote note, string? needsReason = null)
    {
        RegisterOwner.Require(by, DocumentWorkflow.Table.RowOf(step).Needs);
        _ = DocumentWorkflow.Table.Take(step, State, by, note.Paper);
        Require(needsReason is null || Text.Clean(note.Reason) is not null, needsReason ?? "", nameof(StepNote.Reason));
        State = Take(DocumentWorkflow.Table, step, State, by, note);
        LastReason = Text.Clean(note.Reason);
    }

    private void Describe(DocumentDescription told)
    {
        Require(told.Owner.Key == Owner && told.Kind == Kind, "Loại và cơ quan ban hành của văn bản không thay đổi được.");
        Symbol = DocumentSymbol.Checked(Kind, told.Symbol);
        Abstract = Text.Clean(told.Abstract) ?? throw new RuleViolation("Nhập trích yếu.", nameof(Abstract));
        (SignatoryLines, Signatory) = ([.. told.SignatoryLines], Text.Clean(told.Signatory));
    }
}

/// <summary>A dossier that moves with the document made from it: asked in the transaction of each step, it takes its own step or refuses.</summary>
public interface IFollowsItsDocument
{
    /// <summary>The dossier's type as <see cref="DocumentDescription.Origin"/> names it.</summary>
    string Origin { get; }

    Task Follow(IssuedDocument document, DocumentStep step, StepNote note);

    /// <summary>What was overtaken in it since it was frozen; null: nothing, or not for this reader.</summary>
    Task<DocumentWarning?> WarningOn(IssuedDocument document) => Task.FromResult<DocumentWarning?>(null);

    /// <summary>The document in force that this one replaces by being issued; null: none.</summary>
    Task<IssuedDocument?> ReplacedBy(IssuedDocument document) => Task.FromResult<IssuedDocument?>(null);
}
