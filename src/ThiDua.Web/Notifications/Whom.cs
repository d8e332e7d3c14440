using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;

namespace ThiDua.Web.Notifications;

/// <summary>Whom steps concern, by the same rules that let them act.</summary>
internal static class Whom
{
    /// <summary>Those who prepare and decide; registrars hear of documents only.</summary>
    private static bool IsStaff(Actor actor) => actor.Capacity is Capacity.Clerk or Capacity.Head;

    public static bool Everybody<T>(T of, Told told, Actor actor) => IsStaff(actor);

    public static bool Units<T>(T of, Told told, Actor actor) => IsStaff(actor) && actor.UnitId is { } unit && !told.Year.HasLeft(unit);

    /// <summary>The units but the leader's, whose plan or scheme it is.</summary>
    public static bool OtherUnits<T>(T of, Told told, Actor actor) => Units(of, told, actor) && actor.UnitId != told.Year.LeaderId;

    /// <summary>Members asked for their comments.</summary>
    public static bool Asked<T>(T of, Told told, Actor actor) => OtherUnits(of, told, actor) && actor.Can(Permission.CommentOnDrafts);

    public static bool OwnUnit(ScoreSheet sheet, Told told, Actor actor) => IsStaff(actor) && actor.UnitId == sheet.UnitId;

    /// <summary>Those who appraise this sheet now: never anybody of its own unit.</summary>
    public static bool Appraisers(ScoreSheet sheet, Told told, Actor actor) => AppraisalDuty.For(sheet.UnitId, told.Year.Duties, enteredByThisPerson: false).Allows(actor, sheet.UnitId);

    public static bool OwnUnit(Registration registration, Told told, Actor actor) => IsStaff(actor) && actor.UnitId == registration.UnitId;

    public static bool OwnHead(Registration registration, Told told, Actor actor) => actor.UnitId == registration.UnitId && actor.Can(Permission.ApproveRegistration);

    /// <summary>The units that owe the report.</summary>
    public static bool Owing(ReportRequirement requirement, Told told, Actor actor) => IsStaff(actor) && told.Year.Owing(requirement.OwedBy).Any(unit => unit.Id == actor.UnitId);

    /// <summary>Who was told that they owe it, and those above who were, of one that was taken back.</summary>
    public static bool OwedOnce(ReportRequirement requirement, Told told, Actor actor) => requirement.WasAnnounced && (Owing(requirement, told, actor) || Above(requirement, told, actor));

    /// <summary>Those above, of what the leader owes them for the cluster.</summary>
    public static bool Above(ReportRequirement requirement, Told told, Actor actor) => IsStaff(actor) && requirement.IsOwedAbove && actor.Positions.Overlaps([Position.Authority, Position.StandingBody]);

    /// <summary>The unit that was given more time: the last extension.</summary>
    public static bool GivenTime(ReportRequirement requirement, Told told, Actor actor) => IsStaff(actor) && requirement.Extensions.Count > 0 && requirement.Extensions[^1].UnitId == actor.UnitId;

    /// <summary>The units that were reminded by this step.</summary>
    public static bool Reminded(ReportRequirement requirement, Told told, Actor actor) => IsStaff(actor) && requirement.Reminders.Any(row => row.At == told.Step.At && row.UnitId == actor.UnitId);

    public static bool OwnUnit(ReportSubmission report, Told told, Actor actor) => IsStaff(actor) && actor.UnitId == report.UnitId;

    /// <summary>Those who are to receive it, of all who may: the leader's staff; of the leader's own the deputies, or where there are none those above; of what the leader owes for the cluster those above.</summary>
    public static bool Receivers(ReportSubmission report, Told told, Actor actor) => IsStaff(actor) && told.Report is { OwedBy: var owedBy } && ReportReceivers.May(actor, report.UnitId, told.Year.LeaderId, owedBy)
        && (owedBy == OwedBy.Leader || report.UnitId != told.Year.LeaderId || !told.Year.HasDeputy || actor.Positions.Contains(Position.Deputy));

    /// <summary>The leader's staff; of the leader's own the deputies.</summary>
    public static bool Receivers(Registration registration, Told told, Actor actor) =>
        Registration.MayReceive(actor, registration.UnitId, told.Year.LeaderId) && actor.Positions.Overlaps([Position.Leader, Position.Deputy]);

    /// <summary>Those who act for the issuer by this permission.</summary>
    public static Func<IssuedDocument, Told, Actor, bool> ForIssuer(Permission permission) => (document, _, actor) => actor.Can(permission) && document.RegisterOwner.IsActedForBy(actor, permission);

    /// <summary>Everybody of the year, of what the cluster itself issued; a unit's own documents are its own matter.</summary>
    public static bool Readers(IssuedDocument document, Told told, Actor actor) => IsStaff(actor) && document.IssuerOrganizationId is null;

    /// <summary>Those whose unit signs the covenant.</summary>
    public static bool Signers<T>(T of, Told told, Actor actor) => actor.CanInAnyWay(Permission.SignCovenant) && told.Year.Parties().Find(actor.UnitId) is not null;

    public static bool AboveCluster<T>(T of, Told told, Actor actor) => actor.Positions.Overlaps([Position.Authority, Position.StandingBody]) && actor.CanInAnyWay(Permission.AnswerRequest);

    public static bool Senders<T>(T of, Told told, Actor actor) => actor.Can(Permission.SendToAuthority);

    /// <summary>The unit that was given more time: the last extension.</summary>
    public static bool Extended(ScoringCalendar calendar, Told told, Actor actor) => IsStaff(actor) && calendar.Extensions.Count > 0 && calendar.Extensions[^1].UnitId == actor.UnitId;

    public static bool Deputies<T>(T of, Told told, Actor actor) => IsStaff(actor) && actor.Positions.Contains(Position.Deputy);

    /// <summary>Those to whom sheets were given by this step.</summary>
    public static bool Assigned(AppraisalPlan plan, Told told, Actor actor) => actor.Can(Permission.AppraiseScores)
        && plan.Assignments.Any(row => row.At == told.Step.At && row.Appraiser.UnitId == actor.UnitId && (row.Appraiser.PersonId ?? actor.UserId) == actor.UserId);

    /// <summary>Those who may agree to lift the bar: not who is barred, nor who belongs to the sheet's unit.</summary>
    public static bool SecondPersons(AppraisalPlan plan, Told told, Actor actor) => plan.Conflicts.Any(row => row.Asked?.At == told.Step.At && AppraisalPlan.MayDecide(actor, row));
}
