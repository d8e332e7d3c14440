using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Domain.Authorities;

/// <summary>What an authority arranges for all its clusters in a year: its plan, upper limits for dates, and how plan and scheme are sent to it; null: it does not ask for them.</summary>
public sealed record AuthorityYearTerms
{
    public DocumentReference? Plan { get; init; }

    /// <summary>The plan in short, for who has no scan of it.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<DateLimit> Limits { get; init; } = [];

    public RequestManner? PlanManner { get; init; }

    public RequestManner? SchemeManner { get; init; }
}

/// <summary>A year of an authority (năm công tác của cơ quan quản lý): it belongs to no cluster, and every cluster year below it reads it.</summary>
public sealed class AuthorityYear : IVersioned
{
    private readonly List<AuthorityYearChange> _changes = [];

    private AuthorityYear() => Limits = [];

    public AuthorityYear(Actor by, int authorityId, int year)
        : this()
    {
        (AuthorityId, Year) = (authorityId, year);
        RequireKeeping(by);
        RuleViolation.Require(year is >= 2000 and <= 2100, "Năm phải từ 2000 đến 2100.", nameof(Year));
    }

    public int Id { get; private set; }

    public int AuthorityId { get; private set; }

    public int Year { get; private set; }

    public DocumentReference? Plan { get; private set; }

    public int? PlanScanId { get; private set; }

    public string? Summary { get; private set; }

    /// <summary>One of a kind, in the order of the year.</summary>
    public IReadOnlyList<DateLimit> Limits { get; private set; }

    public RequestManner? PlanManner { get; private set; }

    public RequestManner? SchemeManner { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AuthorityYearChange> Changes => _changes;

    public AuthorityYearTerms Terms() => new() { Plan = Plan, Summary = Summary, Limits = Limits, PlanManner = PlanManner, SchemeManner = SchemeManner };

    /// <summary>Writes the terms; a new scan takes the place of the one before, which stays in the history. What changed is told in its history.</summary>
    public void Set(Actor by, AuthorityYearTerms terms, int? scanId, DateTime at)
    {
        RequireKeeping(by);
        var clean = terms with { Summary = Text.Clean(terms.Summary)?.ReplaceLineEndings("\n"), Limits = [.. terms.Limits.OrderBy(limit => limit.Kind)] };
        RuleViolation.Require(clean.Limits.DistinctBy(limit => limit.Kind).Count() == clean.Limits.Count, "Mỗi mốc thời gian chỉ ghi một lần.");
        RuleViolation.Require(scanId is null || clean.Plan is not null, "Ghi số, ngày của kế hoạch khi tải bản quét.", "Document.Number");
        List<string> changes = [.. Differences(Terms(), clean), .. scanId is null || scanId == PlanScanId ? Array.Empty<string>() : ["Bản quét kế hoạch: đã thay."]];
        if (changes.Count == 0)
        {
            return;
        }

        (Plan, Summary, Limits, PlanManner, SchemeManner) = (clean.Plan, clean.Summary, clean.Limits, clean.PlanManner, clean.SchemeManner);
        PlanScanId = clean.Plan is null ? null : scanId ?? PlanScanId;
        _changes.Add(new(this, string.Join('\n', changes), scanId, by, at));
        Version++;
    }

    private static IEnumerable<string> Differences(AuthorityYearTerms old, AuthorityYearTerms now)
    {
        (string What, string? From, string? To)[] rows =
        [
            ("Kế hoạch", old.Plan?.InWords(), now.Plan?.InWords()),
            ("Trích yếu, cơ quan ban hành kế hoạch", $"{old.Plan?.Issuer} {old.Plan?.Abstract}", $"{now.Plan?.Issuer} {now.Plan?.Abstract}"),
            .. Enum.GetValues<LimitKind>().Select(kind => (Labels.Of(kind), old.Limits.FirstOrDefault(limit => limit.Kind == kind)?.When, now.Limits.FirstOrDefault(limit => limit.Kind == kind)?.When)),
            ("Cách gửi kế hoạch", MannerIn(old.PlanManner), MannerIn(now.PlanManner)),
            ("Cách gửi bảng tiêu chí", MannerIn(old.SchemeManner), MannerIn(now.SchemeManner)),
        ];
        return rows.Where(row => row.From != row.To).Select(row => $"{row.What}: {Shown(row.From)} → {Shown(row.To)}.").Concat(old.Summary == now.Summary ? [] : ["Nội dung tóm tắt: đã sửa."]);
    }

    private static string? MannerIn(RequestManner? manner) => manner is { } known ? Labels.Of(known).ToLowerInvariant() : null;

    private static string Shown(string? value) => string.IsNullOrWhiteSpace(value) ? "không ghi" : value.Trim();

    private void RequireKeeping(Actor by)
    {
        if (by.OrganizationId != AuthorityId || !AuthorityPermissions.Grants(AuthorityPermission.KeepYear, by.Capacity))
        {
            throw new NotPermitted(AuthorityPermissions.Refusal(AuthorityPermission.KeepYear));
        }
    }
}

/// <summary>What was changed in the year of an authority, by whom and when.</summary>
public sealed class AuthorityYearChange : INotAudited
{
    private AuthorityYearChange() => (Year, What, UserName, OfficeName) = (null!, "", "", "");

    internal AuthorityYearChange(AuthorityYear year, string what, int? scanId, Actor by, DateTime at)
        : this() => (Year, What, PlanScanId, UserName, OfficeName, At) = (year, what, scanId, by.UserName, by.OfficeName, at);

    public int Id { get; private set; }

    public int AuthorityYearId { get; private set; }

    public AuthorityYear Year { get; private set; }

    /// <summary>One change a line.</summary>
    public string What { get; private set; }

    /// <summary>The scan of the plan that came with this change.</summary>
    public int? PlanScanId { get; private set; }

    public string UserName { get; private set; }

    public string OfficeName { get; private set; }

    public DateTime At { get; private set; }
}
