using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Registrations;

/// <summary>A row of a registration. It stands from one revision to another: what a later document changes ends here and goes on in a new row.</summary>
public abstract class RegisteredRow : IInClusterYear, IVersioned
{
    private protected RegisteredRow() => EnteredByName = "";

    private protected RegisteredRow(Registration registration)
        : this() => (Registration, ClusterYearId, Since, AdjustedBy) = (registration, registration.ClusterYearId, registration.Revision, registration.DocumentOfRevision?.InWords());

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RegistrationId { get; private set; }

    public Registration Registration { get; private set; } = null!;

    /// <summary>The revision that brought it.</summary>
    public int Since { get; private set; }

    /// <summary>The revision that ended it; null while it goes on.</summary>
    public int? Until { get; private set; }

    /// <summary>The day of the registration that put it in force; null before.</summary>
    public DateOnly? InForceOn { get; private set; }

    /// <summary>The document that brought it after the first registration, in words.</summary>
    public string? AdjustedBy { get; private set; }

    public string EnteredByName { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public int Version { get; private set; }

    public bool IsIn(int revision) => Since <= revision && (Until is null || Until > revision);

    internal void End(int revision)
    {
        Until = revision;
        Version++;
    }

    internal void GoOn()
    {
        Until = null;
        Version++;
    }

    internal void TakeForce(DateOnly on)
    {
        InForceOn = on;
        Version++;
    }

    private protected void WrittenBy(Actor by, DateTime at)
    {
        (EnteredByName, EnteredAt) = (by.UserName, at);
        Version++;
    }
}

/// <summary>Where a target comes from: the unit registers it, or a document assigns it.</summary>
public enum TargetSource { Registered, Assigned }

/// <summary>What is written of a target; of an assigned one with its document and page.</summary>
public sealed record TargetDescription(int? CriterionId, string Indicator, string? Unit, decimal Value, TargetSource Source)
{
    public DocumentReference? Document { get; init; }

    public string? Page { get; init; }

    /// <summary>What two rows of one registration must not both say.</summary>
    public (int?, string, TargetSource) Subject => (CriterionId, CriterionId is null ? string.Join(' ', Text.Words(Indicator)) : "", Source);
}

/// <summary>A target (chỉ tiêu): of a leaf of the scheme, or an indicator of the unit's own.</summary>
public sealed class Target : RegisteredRow
{
    private const decimal Largest = 10_000_000_000_000m;
    private const int MostDecimals = 4;

    private Target() => Indicator = "";

    internal Target(Registration registration, Actor by, TargetDescription description, DateTime at)
        : base(registration)
    {
        Indicator = "";
        Write(by, description, at);
    }

    /// <summary>The leaf whose target it is; null for an indicator of the unit's own.</summary>
    public int? CriterionId { get; private set; }

    public string Indicator { get; private set; }

    /// <summary>The unit of measure.</summary>
    public string? Unit { get; private set; }

    public decimal Value { get; private set; }

    public TargetSource Source { get; private set; }

    /// <summary>The document that assigns it.</summary>
    public DocumentReference? Document { get; private set; }

    public string? Page { get; private set; }

    /// <summary>"theo đăng ký ngày 15/03/2020", "được giao tại 281/QĐ-UBND ngày 20/01/2020, trang 3".</summary>
    public string InWords =>
        (Source, Document) is (TargetSource.Assigned, { } document) ? $"được giao tại {document.InWords()}{(Page is null ? "" : $", trang {Page}")}"
        : $"theo đăng ký{(InForceOn is { } on ? $" ngày {on:dd/MM/yyyy}" : "")}{(AdjustedBy is null ? "" : $" (điều chỉnh theo {AdjustedBy})")}";

    public TargetDescription Description() => new(CriterionId, Indicator, Unit, Value, Source) { Document = Document, Page = Page };

    internal void Write(Actor by, TargetDescription description, DateTime at)
    {
        Indicator = Text.Clean(description.Indicator) ?? throw new RuleViolation("Nhập tên chỉ tiêu.", nameof(Indicator));
        Require(Math.Abs(description.Value) < Largest && Math.Round(description.Value, MostDecimals) == description.Value, $"Số quá lớn hoặc có quá {MostDecimals} chữ số sau dấu phẩy.", nameof(Value));
        Require(description.CriterionId is null || description.Value > 0, "Chỉ tiêu của tiêu chí phải lớn hơn 0 thì mới tính được tỷ lệ thực hiện.", nameof(Value));
        Require(description.Source != TargetSource.Assigned || description.Document is not null, "Chỉ tiêu được giao phải ghi văn bản giao.", "Document.Number");
        (CriterionId, Unit, Value, Source) = (description.CriterionId, Text.Clean(description.Unit), description.Value, description.Source);
        (Document, Page) = Source == TargetSource.Assigned ? (description.Document, Text.Clean(description.Page)) : (null, null);
        WrittenBy(by, at);
    }
}

/// <summary>For whom a title or form of reward is registered.</summary>
public enum TitleFor { Unit, Collectives, Individuals }

/// <summary>What is written of a title: its name, for whom, how many, a remark.</summary>
public sealed record TitleDescription(string Name, TitleFor For, int? Count = null, string? Note = null);

/// <summary>A title or form of reward that the unit strives for (danh hiệu thi đua, hình thức khen thưởng đăng ký).</summary>
public sealed class Title : RegisteredRow
{
    private Title() => Name = "";

    internal Title(Registration registration, Actor by, TitleDescription description, DateTime at)
        : base(registration)
    {
        Name = "";
        Write(by, description, at);
    }

    /// <summary>What is offered while typing; any other may be typed.</summary>
    public static readonly IReadOnlyList<string> Usual =
    [
        "Cờ thi đua của Chính phủ", "Cờ thi đua của Bộ, ban, ngành, tỉnh", "Tập thể lao động xuất sắc", "Tập thể lao động tiên tiến", "Đơn vị quyết thắng",
        "Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua cấp Bộ, ban, ngành, tỉnh", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Chiến sĩ tiên tiến",
        "Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Ba", "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Bộ, ban, ngành, tỉnh", "Giấy khen",
    ];

    public string Name { get; private set; }

    public TitleFor For { get; private set; }

    /// <summary>How many collectives or individuals.</summary>
    public int? Count { get; private set; }

    public string? Note { get; private set; }

    public TitleDescription Description() => new(Name, For, Count, Note);

    internal void Write(Actor by, TitleDescription description, DateTime at)
    {
        Name = Text.Clean(description.Name) ?? throw new RuleViolation("Nhập danh hiệu hoặc hình thức khen thưởng.", nameof(Name));
        Require(description.For == TitleFor.Unit || description.Count is > 0, "Nhập số lượng, là số nguyên từ 1.", nameof(Count));
        (For, Count, Note) = (description.For, description.For == TitleFor.Unit ? null : description.Count, Text.Clean(description.Note));
        WrittenBy(by, at);
    }
}
