using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>Rounds of comments begin and end with a step of the text that they are on, in its transaction.</summary>
internal static class RoundsOfComments
{
    /// <summary>The members that are in the year now, by their names of that year.</summary>
    public static IEnumerable<AskedUnit> UnitsToAsk(this EnteredYear year) =>
        year.MemberIds.Distinct().Where(id => !year.HasLeft(id)).Select(id => new AskedUnit(id, year.MemberNames[id]));

    private static RoundTerms RoundTerms(this EnteredYear year) => new(year.Parameters.SilenceAgrees, year.Parameters.WaitsForWorkingDay);

    public static async Task OpenRound(this PortalDb db, Actor by, Plan plan, EnteredYear year, DateTime at) =>
        db.Add(Consultation.On(by, plan, await db.Consultations.CountAsync(row => row.PlanId == plan.Id) + 1, year.UnitsToAsk(), year.LeaderId, at, year.RoundTerms()));

    /// <summary>Rounds on the scheme are counted over all its versions of the year.</summary>
    public static async Task OpenRound(this PortalDb db, Actor by, ScoringScheme scheme, EnteredYear year, DateTime at) =>
        db.Add(Consultation.On(by, scheme, await db.Consultations.CountAsync(row => row.SchemeId != null) + 1, year.UnitsToAsk(), year.LeaderId, at, year.RoundTerms()));

    public static async Task ExtendRounds(this PortalDb db, Actor by, Expression<Func<Consultation, bool>> ofText, DateOnly lastDay)
    {
        foreach (var round in await db.Consultations.Where(ofText).Where(row => row.ClosedAt == null).ToListAsync())
        {
            round.Extend(by, lastDay);
        }
    }

    public static async Task CloseRounds(this PortalDb db, Actor by, Expression<Func<Consultation, bool>> ofText, DateTime at)
    {
        foreach (var round in await db.Consultations.Where(ofText).Where(row => row.ClosedAt == null).ToListAsync())
        {
            round.Close(by, at);
        }
    }
}
