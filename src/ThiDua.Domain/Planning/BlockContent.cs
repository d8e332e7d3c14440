using System.Text.Json;
using System.Text.Json.Serialization;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning;

/// <summary>What is typed once in a plan, printed in its section and used by calendar and lists: a conference, a deadline with its package, an assignment. It keeps clean values only.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConferenceContent), "conference")]
[JsonDerivedType(typeof(DeadlineContent), "deadline")]
[JsonDerivedType(typeof(AssignmentContent), "assignment")]
public abstract record BlockContent
{
    private const int MostLines = 60;
    private const int LongestLine = 1000;

    /// <summary>What it is called in lists.</summary>
    [JsonIgnore]
    public abstract string Title { get; }

    /// <summary>The date as written, if it has one.</summary>
    [JsonIgnore]
    public virtual DateAsWritten? Date => null;

    /// <summary>As it prints, in the small Markdown of sections; the leader is called by the cluster's own word.</summary>
    public abstract string Markup(string leaderTitle);

    /// <summary>The same in a later year.</summary>
    public abstract BlockContent MovedOn(int years);

    public static BlockContent FromJson(string json) => JsonSerializer.Deserialize<BlockContent>(json, JsonSerializerOptions.Default)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Default);

    /// <summary>The date of this text as official texts write it; null where nothing is written.</summary>
    protected static string? Written(string? when) => Text.Clean(when) is { } text ? DateAsWritten.Parse(text).ToString() : null;

    protected static IReadOnlyList<string> Lines(IReadOnlyList<string> lines, string field)
    {
        IReadOnlyList<string> clean = [.. lines.Select(Text.Clean).OfType<string>()];
        Require(clean.Count <= MostLines, $"Có nhiều nhất {MostLines} dòng.", field);
        Require(clean.All(line => line.Length <= LongestLine), $"Mỗi dòng tối đa {LongestLine:N0} ký tự.".Replace(',', '.'), field);
        return clean;
    }

    protected static IReadOnlyList<string> Moved(IReadOnlyList<string> lines, int years) => [.. lines.Select(line => YearsMoved.Of(line, years))];

    protected static string? Moved(string? text, int years) => text is null ? null : YearsMoved.Of(text, years);

    protected string? MovedDate(int years) => Date?.MovedOn(years).ToString();

    /// <summary>"- Head: one." or the head with its entries one level below.</summary>
    protected static IEnumerable<string> Listed(string head, IReadOnlyList<string> lines) => lines.Count switch
    {
        0 => [],
        1 => [$"- {head}: {Ended(lines[0])}"],
        _ => [$"- {head}:", .. Entries(lines, "+ ")],
    };

    /// <summary>Entries of a list: each but the last ends with a semicolon, the last with a full stop.</summary>
    protected static IEnumerable<string> Entries(IReadOnlyList<string> lines, string mark) =>
        lines.Select((line, index) => mark + (index < lines.Count - 1 ? line.TrimEnd('.', ';', ',') + ";" : Ended(line)));

    protected static string Ended(string text) => text[^1] is '.' or '!' or '?' or ':' ? text : text.TrimEnd(';', ',') + ".";
}

/// <summary>Kinds of conferences of a cluster (hội nghị): covenant signing, mid-year, preparatory session, annual, thematic, arts and sports.</summary>
public enum ConferenceKind { CovenantSigning, MidYear, Preparatory, Annual, Thematic, ArtsAndSports }

/// <summary>A planned conference (hội nghị): time, place, chairs, groups that take part, agenda.</summary>
public sealed record ConferenceContent(ConferenceKind Kind) : BlockContent
{
    /// <summary>Its own name where the kind does not say enough.</summary>
    public string? Name { get; init => field = Text.Clean(value); }

    /// <summary>The date as written.</summary>
    public string? When { get; init => field = Written(value); }

    /// <summary>How long it takes: "1/2 ngày".</summary>
    public string? Duration { get; init => field = Text.Clean(value); }

    public string? Place { get; init => field = Text.Clean(value); }

    public IReadOnlyList<string> Chairs { get; init => field = Lines(value, nameof(Chairs)); } = [];

    /// <summary>Thành phần tham dự, a group a line.</summary>
    public IReadOnlyList<string> Participants { get; init => field = Lines(value, nameof(Participants)); } = [];

    public IReadOnlyList<string> Agenda { get; init => field = Lines(value, nameof(Agenda)); } = [];

    [JsonIgnore]
    public override string Title => Name ?? Labels.Of(Kind);

    [JsonIgnore]
    public override DateAsWritten? Date => DateAsWritten.TryParse(When);

    public override string Markup(string leaderTitle) => string.Join('\n',
    [
        .. Listed("Thời gian", (Duration, When) switch { (null, null) => [], ({ } length, { } when) => [$"{length} ({when})"], var (length, when) => [length ?? when!] }),
        .. Listed("Địa điểm", Place is null ? [] : [Place]),
        .. Listed("Chủ trì", Chairs),
        .. Listed("Thành phần tham dự", Participants),
        .. Listed("Nội dung", Agenda),
    ]);

    public override BlockContent MovedOn(int years) => this with { Name = Moved(Name, years), When = MovedDate(years), Participants = Moved(Participants, years), Agenda = Moved(Agenda, years) };
}

/// <summary>Kinds of what is owed by a date: 6-month, annual, thematic, ad hoc report; the cluster's own papers to its authority.</summary>
public enum ReportKind { SixMonth, Annual, Thematic, AdHoc, ToAuthority }

/// <summary>Who owes it: each member, or the leader for the cluster.</summary>
public enum OwedBy { EachMember, Leader }

/// <summary>A deadline of the reporting regime (thời hạn, chế độ báo cáo) with its package and recipient.</summary>
public sealed record DeadlineContent(ReportKind Kind, string Name) : BlockContent
{
    public string Name { get; init => field = NotEmpty(value); } = NotEmpty(Name);

    public OwedBy OwedBy { get; init; }

    /// <summary>The date as written.</summary>
    public string? When { get; init => field = Written(value); }

    public string? Recipient { get; init => field = Text.Clean(value); }

    /// <summary>The body through which it goes: "Ban Thi đua - Khen thưởng tỉnh …".</summary>
    public string? Through { get; init => field = Text.Clean(value); }

    /// <summary>Where the electronic copy goes, or the postal address.</summary>
    public string? Address { get; init => field = Text.Clean(value); }

    /// <summary>What the package must hold.</summary>
    public IReadOnlyList<string> Required { get; init => field = Lines(value, nameof(Required)); } = [];

    /// <summary>What it may hold.</summary>
    public IReadOnlyList<string> Optional { get; init => field = Lines(value, nameof(Optional)); } = [];

    [JsonIgnore]
    public override string Title => Name;

    [JsonIgnore]
    public override DateAsWritten? Date => DateAsWritten.TryParse(When);

    public override string Markup(string leaderTitle)
    {
        IReadOnlyList<string> package = [.. Required, .. Optional.Select(line => line.TrimEnd('.', ';', ',') + " (nếu có)")];
        string?[] words =
        [
            OwedBy == OwedBy.Leader ? $"Đơn vị {leaderTitle}" : "Các đơn vị thành viên", $"gửi {Name}", Recipient is null ? null : $"về {Recipient}", Through is null ? null : $"(qua {Through})", When,
        ];
        var sentence = string.Join(' ', words.Where(word => word is not null));
        return string.Join("\n\n", new[] { package.Count == 0 ? Ended(sentence) : $"{sentence}, gồm:", string.Join('\n', Entries(package, "- ")), Address is null ? "" : $"Địa chỉ nhận: {Ended(Address)}" }.Where(part => part.Length > 0));
    }

    public override BlockContent MovedOn(int years) => this with { Name = YearsMoved.Of(Name, years), When = MovedDate(years), Required = Moved(Required, years), Optional = Moved(Optional, years) };

    private static string NotEmpty(string? name) => Text.Clean(name) ?? throw new RuleViolation("Nhập tên báo cáo, hồ sơ phải gửi.", nameof(Name));
}

/// <summary>Whom an assignment names: the leader, the deputies, the members, somebody else.</summary>
public enum AssignedTo { Leader, Deputies, Members, Others }

/// <summary>What a position of the cluster has to do (phân công nhiệm vụ).</summary>
public sealed record AssignmentContent(AssignedTo To, IReadOnlyList<string> Tasks) : BlockContent
{
    /// <summary>Who is meant by <see cref="AssignedTo.Others"/>.</summary>
    public string? Others { get; init => field = Text.Clean(value); }

    /// <summary>The sentence before the tasks.</summary>
    public string? Opening { get; init => field = Text.Clean(value); }

    public IReadOnlyList<string> Tasks { get; init => field = NotEmpty(value); } = NotEmpty(Tasks);

    [JsonIgnore]
    public override string Title => To == AssignedTo.Others ? Others ?? Labels.Of(To) : Labels.Of(To);

    public override string Markup(string leaderTitle) => string.Join("\n\n", new[] { Opening, string.Join('\n', Entries(Tasks, "- ")) }.Where(part => part is not null));

    public override BlockContent MovedOn(int years) => this with { Opening = Moved(Opening, years), Tasks = Moved(Tasks, years) };

    private static IReadOnlyList<string> NotEmpty(IReadOnlyList<string> tasks) => Lines(tasks, nameof(Tasks)) is { Count: > 0 } clean ? clean : throw new RuleViolation("Nhập ít nhất một nhiệm vụ.", nameof(Tasks));
}
