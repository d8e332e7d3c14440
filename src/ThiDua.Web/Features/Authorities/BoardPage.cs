using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Authorities;

/// <summary>How the board is sorted.</summary>
public enum BoardOrder { Newest, Name, Stage, Progress }

/// <summary>What the board was asked for; all of it stands in the URL.</summary>
public sealed record BoardFilter(string? Search, int? Year, ClusterLevel? Level, BoardOrder Order);

/// <summary>A cluster year on its authority's board.</summary>
public sealed record BoardRow(int Id, int ClusterId, string Name, int Year, ClusterKind Kind, ClusterLevel Level, ClusterYearStage Stage, string LeaderTitle, string? Leader, RankingState? Ranking, int Sheets, int Entered, int Submitted, int Appraised)
{
    public IReadOnlyList<BoardPlace> First { get; init; } = [];

    /// <summary>What its units report.</summary>
    public YearsReports? Reports { get; init; }

    /// <summary>The plan and the scheme as they were sent here last.</summary>
    public IReadOnlyList<BoardSent> Sent { get; init; } = [];
}

/// <summary>One of the first three of the last layer of results.</summary>
public sealed record BoardPlace(int ClusterYearId, int Rank, string Unit, decimal Total);

/// <summary>What a cluster year sent to its authority last: its plan, its scheme.</summary>
public sealed record BoardSent(int ClusterYearId, int RequestId, RequestSubject Subject, RequestManner Manner, RequestState State, DateOnly SentOn);

/// <summary>The authority's board (cơ quan quản lý): all its clusters and blocks in one table.</summary>
public sealed record BoardPage(int AuthorityId, string AuthorityName, BoardFilter Filter, IReadOnlyList<int> Years, PageOf<BoardRow> Page)
{
    public sealed record Unopened(int Id, string Name);

    /// <summary>Clusters that have no year yet.</summary>
    public IReadOnlyList<Unopened> WithoutYear { get; init; } = [];

    public bool MaySetUp { get; init; }

    public DateOnly Today { get; init; }

    public bool IsFiltered => Filter.Search is not null || Filter.Year is not null || Filter.Level is not null;
}
