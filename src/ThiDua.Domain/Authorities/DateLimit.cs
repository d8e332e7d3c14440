using System.Text.Json.Serialization;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Authorities;

/// <summary>What an authority sets a last date for (mốc thời gian): in each cluster year below it.</summary>
public enum LimitKind { CovenantSigned, Registration, PlanSent, SchemeSent, SixMonthReport, MidYearConference, AnnualReport, AnnualConference }

/// <summary>How a date stands to a limit: within it; a stretch of time that may run over it; later.</summary>
public enum LimitStanding { Within, MayExceed, Exceeds }

/// <summary>An upper limit as the authority wrote it: "trước ngày 10/7/2020", "trong tháng 7". It never blocks anything; a later date is warned of.</summary>
public sealed record DateLimit(LimitKind Kind, string When)
{
    public string When { get; init; } = DateAsWritten.Parse(When).ToString();

    [JsonIgnore]
    public DateAsWritten Date => DateAsWritten.Parse(When);

    /// <summary>The last day in time, in this year where none is written.</summary>
    public DateOnly LastDay(int year) => Date.AsDeadline(year).LastDay;

    /// <summary>Something that takes place within the time written: a month that begins in time may still run over the limit.</summary>
    public LimitStanding Standing(DateAsWritten date, int year)
    {
        var last = date.AsDeadline(year).LastDay;
        var first = date.Days(year).First;
        return (first < last ? first : last) > LastDay(year) ? LimitStanding.Exceeds : last > LastDay(year) ? LimitStanding.MayExceed : LimitStanding.Within;
    }

    /// <summary>A deadline by its last day.</summary>
    public LimitStanding Standing(DateOnly lastDay, int year) => lastDay > LastDay(year) ? LimitStanding.Exceeds : LimitStanding.Within;
}

/// <summary>Which limit speaks of what a cluster plans.</summary>
public static class LimitKinds
{
    public static LimitKind? Of(BlockContent content) => content switch
    {
        ConferenceContent { Kind: ConferenceKind.CovenantSigning } => LimitKind.CovenantSigned,
        ConferenceContent { Kind: ConferenceKind.MidYear } => LimitKind.MidYearConference,
        ConferenceContent { Kind: ConferenceKind.Annual or ConferenceKind.Preparatory } => LimitKind.AnnualConference,
        DeadlineContent { Kind: ReportKind.SixMonth } => LimitKind.SixMonthReport,
        DeadlineContent { Kind: ReportKind.Annual } => LimitKind.AnnualReport,
        _ => null,
    };

    /// <summary>Scores are adopted at the annual conference.</summary>
    public static LimitKind Of(ScoringWindow window) => window == ScoringWindow.Registration ? LimitKind.Registration : LimitKind.AnnualConference;
}
