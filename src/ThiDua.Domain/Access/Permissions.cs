using static ThiDua.Domain.Access.Capacity;
using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Access.Position;

namespace ThiDua.Domain.Access;

/// <summary>What an organization is in a cluster year (vị trí): it follows from dated rows, never from hand-given grants.</summary>
public enum Position { Authority, StandingBody, Leader, Deputy, Member, Observer, Appraiser }

/// <summary>In which capacity a person holds an office: chuyên viên, lãnh đạo, văn thư.</summary>
public enum Capacity { Clerk, Head, Registrar }

/// <summary>What may be done in a cluster year.</summary>
public enum Permission
{
    ReadClusterYear,
    SetUpYear,
    MoveStage,
    SetYearParameters,
    DraftRegulation,
    RecordRegulation,
    DraftScheme,
    IssueScheme,
    DraftPlan,
    KeepCatalogue,
    DraftCovenant,
    SignCovenant,
    CollectCovenant,
    DeclareCovenant,
    AgreePlan,
    CommentOnDrafts,
    AnswerComments,
    EnterRegistration,
    ApproveRegistration,
    ReceiveRegistrations,
    KeepRequirements,
    EnterReports,
    SubmitReports,
    AcceptReports,
    EnterScores,
    SubmitScores,
    EnterOnBehalf,
    ObjectToAppraisal,
    AppraiseScores,
    AssignAppraisers,
    MarkNotSubmitted,
    CloseEntry,
    PublishDraftResults,
    AgreeResults,
    AdoptResults,
    RecognizeResults,
    AppraiseSecond,
    VerifyResults,
    CorrectResults,
    CorrectRecognized,
    DelegateLeadership,
    SetCalendar,
    ImportPastResults,
    HoldResults,
    RecordTieVote,
    TryResults,
    DraftDocuments,
    SignDocuments,
    IssueDocuments,
    SendToAuthority,
    AnswerRequest,
    DraftFramework,
    IssueFramework,
}

/// <summary>Who may do what in a cluster year: the one table for the portal, position × capacity.</summary>
public static class Permissions
{
    /// <summary>One row: these capacities in these positions may do it; those of <c>OnPaper</c> may only record it from signed paper.</summary>
    public sealed record Grant(Permission Permission, Position[] Positions, Capacity[] Capacities, Capacity[]? OnPaper = null);

    private static readonly Position[] Units = [Leader, Deputy, Position.Member];
    private static readonly Position[] Everybody = [Authority, StandingBody, Leader, Deputy, Position.Member, Observer];
    private static readonly Position[] Issuers = [.. Units, StandingBody, Authority]; // each its own documents; the leader the cluster's
    private static readonly Capacity[] AnyCapacity = [Clerk, Head, Registrar];
    private static readonly Capacity[] Staff = [Clerk, Head];

#pragma warning disable format // the columns of the table
    public static readonly IReadOnlyList<Grant> Table =
    [
        new(ReadClusterYear,     Everybody,                        AnyCapacity),
        new(SetUpYear,           [Authority],                      Staff),
        new(MoveStage,           [Authority, Leader],              Staff),
        new(SetYearParameters,   [Authority, Leader],              Staff), // departs from the regulation by a document
        new(DraftRegulation,     [Leader],                         Staff),
        new(RecordRegulation,    [Authority, Leader],              Staff), // from the signed decision
        new(DraftScheme,         [Leader],                         Staff),
        new(IssueScheme,         [Leader],                         [Head],  OnPaper: [Clerk, Registrar]),
        new(DraftPlan,           [Leader],                         Staff),
        new(KeepCatalogue,       [Leader],                         Staff), // the cluster's own bases and recipients
        new(DraftCovenant,       [Leader, Deputy],                 Staff), // a deputy often drafts next year's
        new(SignCovenant,        Units,                            [Head],  OnPaper: [Clerk]),
        new(CollectCovenant,     [Leader],                         Staff), // what was signed at the ceremony or sent in
        new(DeclareCovenant,     [Leader],                         [Head],  OnPaper: [Clerk]),
        new(AgreePlan,           [Deputy],                         [Head],  OnPaper: [Clerk]),
        new(AgreePlan,           [Leader],                         [],      OnPaper: [Clerk, Head]), // the deputy's paper
        new(CommentOnDrafts,     Units,                            Staff),
        new(AnswerComments,      [Leader],                         Staff),
        new(EnterRegistration,   Units,                            Staff),
        new(ApproveRegistration, Units,                            [Head],  OnPaper: [Clerk]),
        new(ReceiveRegistrations, [Leader, Deputy, StandingBody, Authority], Staff), // of the leader's own: the others
        new(KeepRequirements,    [Leader],                         Staff),
        new(EnterReports,        Units,                            Staff),
        new(SubmitReports,       Units,                            [Head],  OnPaper: [Clerk]),
        new(AcceptReports,       [Leader, Deputy, StandingBody, Authority], Staff), // of the leader's own: the others
        new(EnterScores,         Units,                            Staff),
        new(SubmitScores,        Units,                            [Head],  OnPaper: [Clerk]),
        new(EnterOnBehalf,       [Leader],                         Staff), // for units without accounts, from their signed paper
        new(ObjectToAppraisal,   Units,                            [Head],  OnPaper: [Clerk]),
        new(AppraiseScores,      [Leader, Deputy, Appraiser, StandingBody, Authority], Staff),
        new(AssignAppraisers,    [Leader, Deputy, StandingBody, Authority], Staff),
        new(MarkNotSubmitted,    [Leader],                         Staff),
        new(CloseEntry,          [Leader],                         Staff),
        new(PublishDraftResults, [Leader],                         [Head],  OnPaper: [Clerk]),
        new(AgreeResults,        [Leader],                         [Head],  OnPaper: [Clerk]),
        new(AdoptResults,        [Leader],                         [Head],  OnPaper: [Clerk]),
        new(SetCalendar,         [Leader],                         Staff),
        new(HoldResults,         [Leader, Deputy, Authority],      Staff),
        new(ImportPastResults,   [Leader],                         Staff),
        new(RecordTieVote,       [Leader],                         Staff),
        new(TryResults,          [Leader, Deputy],                 Staff),
        new(DelegateLeadership,  [Leader],                         [Head],  OnPaper: [Clerk]),
        new(AppraiseSecond,      [StandingBody, Authority],        Staff),
        new(VerifyResults,       [StandingBody, Authority],        [Head],  OnPaper: [Clerk]),
        new(VerifyResults,       [Leader],                         [],      OnPaper: [Clerk, Head]), // ghi nhận văn bản của cấp trên
        new(CorrectResults,      [Leader],                         [Head],  OnPaper: [Clerk]),
        new(CorrectRecognized,   [Authority],                      [Head],  OnPaper: [Clerk]),
        new(RecognizeResults,    [Authority],                      [Head],  OnPaper: [Clerk]),
        new(RecognizeResults,    [Leader, StandingBody],           [],      OnPaper: [Clerk, Head]), // ghi nhận văn bản của cấp trên
        new(DraftDocuments,      Issuers,                          Staff),
        new(SignDocuments,       Issuers,                          [Head],  OnPaper: [Clerk, Registrar]),
        new(IssueDocuments,      Issuers,                          [Head, Registrar], OnPaper: [Clerk]),
        new(SendToAuthority,     [Leader],                         Staff), // the head signs and the registrar issues in the register
        new(AnswerRequest,       [Authority, StandingBody],        [Head],  OnPaper: [Clerk]),
        new(AnswerRequest,       [Leader],                         [],      OnPaper: [Clerk, Head]), // ghi nhận văn bản của cấp trên
        new(DraftFramework,      [Authority],                      Staff),
        new(IssueFramework,      [Authority],                      [Head],  OnPaper: [Clerk, Registrar]),
    ];
#pragma warning restore format

    public static bool Grants(Permission permission, Position position, Capacity capacity) =>
        Table.Any(row => row.Permission == permission && row.Positions.Contains(position) && row.Capacities.Contains(capacity));

    public static bool GrantsOnPaper(Permission permission, Position position, Capacity capacity) =>
        Table.Any(row => row.Permission == permission && row.Positions.Contains(position) && row.OnPaper?.Contains(capacity) == true);

    /// <summary>Why not, and who can: "Nộp bảng tự chấm điểm do lãnh đạo (…) thực hiện. Ghi nhận theo văn bản đã ký: chuyên viên (…)."</summary>
    public static string Refusal(Permission permission)
    {
        var onPaper = Table.Where(row => row.Permission == permission && row.OnPaper is not null).Select(row => InWords(row.OnPaper!, row.Positions)).ToList();
        return $"{Labels.Of(permission)} do {WhoCan(permission)} thực hiện.{(onPaper.Count == 0 ? "" : $" Ghi nhận theo văn bản đã ký: {string.Join("; ", onPaper)}.")}";
    }

    /// <summary>Who can, in words, for a refusal: "lãnh đạo (đơn vị Cụm trưởng)".</summary>
    public static string WhoCan(Permission permission)
    {
        var rows = Table.Where(row => row.Permission == permission && row.Capacities.Length > 0).ToList();
        return InWords(rows.SelectMany(row => row.Capacities), rows.SelectMany(row => row.Positions));
    }

    private static string InWords(IEnumerable<Capacity> capacities, IEnumerable<Position> positions) =>
        $"{string.Join(", ", capacities.Distinct().Select(capacity => Labels.Of(capacity).ToLowerInvariant()))} ({string.Join(", ", positions.Distinct().Select(position => Labels.Of(position)))})";
}

/// <summary>What an office of an authority may do outside any one year: set up clusters and see all of them.</summary>
public enum AuthorityPermission { SeeBoard, SetUpClusters, DraftFrameworks, IssueFrameworks, KeepYear }

/// <summary>Who may do what for an authority (cơ quan quản lý cụm, khối).</summary>
public static class AuthorityPermissions
{
    public static bool Grants(AuthorityPermission permission, Capacity capacity) => permission switch
    {
        AuthorityPermission.SeeBoard => true,
        AuthorityPermission.SetUpClusters or AuthorityPermission.KeepYear => capacity is Clerk or Head,
        AuthorityPermission.DraftFrameworks => Permissions.Grants(DraftFramework, Authority, capacity),
        AuthorityPermission.IssueFrameworks => Permissions.Grants(IssueFramework, Authority, capacity) || Permissions.GrantsOnPaper(IssueFramework, Authority, capacity),
        _ => false,
    };

    /// <summary>Why not, and who can.</summary>
    public static string Refusal(AuthorityPermission permission) =>
        $"{Labels.Of(permission)} do {string.Join(", ", Enum.GetValues<Capacity>().Where(capacity => Grants(permission, capacity)).Select(capacity => Labels.Of(capacity).ToLowerInvariant()))} ({Labels.Of(Position.Authority)}) thực hiện.";
}
