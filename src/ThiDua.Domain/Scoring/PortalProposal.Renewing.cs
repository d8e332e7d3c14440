using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

// How it follows its event: anew while the sheet is open, beside what was decided by afterwards.
public sealed partial class PortalProposal
{
    /// <summary>What is known of the event since the sheet was appraised (thay đổi sau khi thẩm định); null while that is what it was appraised by.</summary>
    public string? LaterSource { get; private set; }

    public bool? LaterTakesOff { get; private set; }

    public DateTime? LaterAt { get; private set; }

    private bool TakesOffNow => ExcusedAt is null && (LaterTakesOff ?? TakesOff);

    /// <summary>The points that would follow from what has become of the events since the sheet was appraised; null where nothing has.</summary>
    public static decimal? ProposedSince(SchemeNode leaf, IReadOnlyList<PortalProposal> events)
    {
        events = [.. events.Where(one => one.IsFor(leaf))];
        return events.Any(one => one.LaterAt is not null) ? PointsAfter(leaf, events.Sum(one => one.TakesOffNow ? EachTakesOff(leaf) : 0)) : null;
    }

    /// <summary>What has become of the event since the appraisal; null where nothing has.</summary>
    public string? LaterInWords(SchemeNode leaf) => LaterSource is null ? null
        : $"{LaterSource} {(LaterTakesOff == true ? $"Theo đó trừ {Figures.Value(EachTakesOff(leaf))} điểm." : "Theo đó không trừ điểm.")}";

    /// <summary>The same event told anew: more time was given, or what was missing has come. Tells whether it says something else now; an excuse that was recorded stays.</summary>
    public bool Renew(Actor by, PortalFact fact, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (ExcusedAt is not null || ((Source, TakesOff) == (fact.Source, fact.TakesOff) && LaterAt is null))
        {
            return false;
        }

        (Source, TakesOff, RecordedAt) = (fact.Source, fact.TakesOff, at);
        (LaterSource, LaterTakesOff, LaterAt) = (null, null, null);
        Version++;
        return true;
    }

    /// <summary>The same event told anew after the sheet was appraised: what it was appraised by stays, this is told beside it.</summary>
    public bool TellBeside(Actor by, PortalFact fact, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (ExcusedAt is not null || (LaterSource ?? Source, LaterTakesOff ?? TakesOff) == (fact.Source, fact.TakesOff))
        {
            return false;
        }

        var isAsItWas = (Source, TakesOff) == (fact.Source, fact.TakesOff);
        (LaterSource, LaterTakesOff, LaterAt) = (isAsItWas ? null : fact.Source, isAsItWas ? null : fact.TakesOff, isAsItWas ? null : at);
        Version++;
        return true;
    }

    /// <summary>An event that came after the sheet was appraised: it was appraised without it.</summary>
    public static PortalProposal AfterAppraisal(Actor by, ScoreSheet sheet, Criterion criterion, PortalFact fact, DateTime at)
    {
        var unknown = new PortalProposal(sheet, criterion, fact with { Source = "Khi thẩm định chưa có số liệu này.", TakesOff = false }, at);
        unknown.TellBeside(by, fact, at);
        return unknown;
    }
}
