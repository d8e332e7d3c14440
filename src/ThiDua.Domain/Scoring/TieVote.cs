using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>The votes for each of the units that stay tied, how many voted, and the minutes that say so.</summary>
public sealed record VotesCast(IReadOnlyDictionary<int, int> Votes, int Voters, DocumentReference Document);

/// <summary>A recorded vote on a tie (biểu quyết khi bằng điểm): the last key of the ladder. It is never changed; a later vote on the same units counts instead.</summary>
public sealed class TieVote : IInClusterYear
{
    private TieVote() => (Votes, Document, RecordedByName, RecordedByOffice) = (new Dictionary<int, int>(), null!, "", "");

    internal TieVote(Actor by, Ranking ranking, VotesCast cast, DateTime at)
    {
        (ClusterYearId, Votes, Voters, Document) = (ranking.ClusterYearId, cast.Votes, cast.Voters, cast.Document);
        (RecordedByName, RecordedByOffice, RecordedAt) = (by.UserName, by.OfficeName, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RankingId { get; private set; }

    /// <summary>The votes by unit.</summary>
    public IReadOnlyDictionary<int, int> Votes { get; private set; }

    public int Voters { get; private set; }

    public DocumentReference Document { get; private set; }

    public string RecordedByName { get; private set; }

    public string RecordedByOffice { get; private set; }

    public DateTime RecordedAt { get; private set; }
}
