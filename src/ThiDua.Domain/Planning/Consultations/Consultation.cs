using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning.Consultations;

/// <summary>A unit that is asked, under its name of that time.</summary>
public sealed record AskedUnit(int Id, string Name);

/// <summary>What the year's parameters say of a round: what silence means, and whether the last day moves over days off.</summary>
public sealed record RoundTerms(bool SilenceAgrees = true, bool WaitsForWorkingDay = true);

/// <summary>A round of comments (đợt lấy ý kiến) on a draft: which text, which units, until which day. Comments and answers of a round stay for ever.</summary>
public sealed class Consultation : IInClusterYear, IVersioned
{
    private readonly List<ConsultedUnit> _units = [];

    private Consultation() => About = "";

    private Consultation(Actor by, int clusterYearId, int number, string about, DateOnly lastDay, RoundTerms terms, DateTime at)
        : this()
    {
        ArgumentNullException.ThrowIfNull(by);
        (ClusterYearId, Number, About, LastDay, OpenedAt) = (clusterYearId, number, about, lastDay, at);
        (SilenceAgrees, WaitsForWorkingDay) = (terms.SilenceAgrees, terms.WaitsForWorkingDay);
        LateFrom = LateAfter(lastDay);
    }

    /// <summary>The round that begins with the plan's step “Lấy ý kiến”; its drafting unit is not asked.</summary>
    public static Consultation On(Actor by, Plan plan, int number, IEnumerable<AskedUnit> units, int? drafterId, DateTime at, RoundTerms? terms = null)
    {
        Require(plan.State == PlanState.Consulting && plan.CommentsUntil is not null, "Kế hoạch chưa được đưa ra lấy ý kiến.");
        return new Consultation(by, plan.ClusterYearId, number, $"Kế hoạch {plan.Abstract}", plan.CommentsUntil!.Value, terms ?? new(), at) { PlanId = plan.Id }.Asking(units, drafterId);
    }

    /// <summary>The round that begins with the same step of a scheme's draft.</summary>
    public static Consultation On(Actor by, ScoringScheme scheme, int number, IEnumerable<AskedUnit> units, int? drafterId, DateTime at, RoundTerms? terms = null)
    {
        Require(scheme.State == SchemeState.Consulting && scheme.CommentsUntil is not null, "Bảng tiêu chí chưa được đưa ra lấy ý kiến.");
        return new Consultation(by, scheme.ClusterYearId, number, scheme.Title, scheme.CommentsUntil!.Value, terms ?? new(), at) { SchemeId = scheme.Id }.Asking(units, drafterId);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int? PlanId { get; private init; }

    /// <summary>The version of the scheme that it is on.</summary>
    public int? SchemeId { get; private set; }

    /// <summary>The round of this text, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text as it was named when the members were asked: "Kế hoạch hoạt động của Cụm năm 2020".</summary>
    public string About { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>The last day in time, as printed.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>The first instant that counts as late: where the last day is a day off, after the next working day.</summary>
    public DateTime LateFrom { get; private set; }

    /// <summary>Whether who is silent past the last day agrees (quá thời hạn coi như thống nhất).</summary>
    public bool SilenceAgrees { get; private set; }

    /// <summary>Whether nothing counts as late before the next working day has ended.</summary>
    public bool WaitsForWorkingDay { get; private set; } = true;

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ConsultedUnit> Units => _units;

    public bool IsOpen => ClosedAt is null;

    public bool IsLate(DateTime at) => at >= LateFrom;

    /// <summary>The last day on which the members were heard: the day of the close where that came before the day announced.</summary>
    public DateOnly HeardUntil => ClosedAt is { } at && !IsLate(at) && VietnamTime.DayOf(at) is var day && day < LastDay ? day : LastDay;

    /// <summary>What the silence of a unit means by now: that it agrees (quá thời hạn coi như thống nhất), no reply, or nothing, as before the last day has passed or where the round was closed before.</summary>
    public ReplyStanding StandingOf(ConsultedUnit unit, DateTime now) => unit.Reply switch
    {
        UnitReply.Agreed => ReplyStanding.Agreed,
        UnitReply.HasComments => ReplyStanding.HasComments,
        _ => !IsLate(ClosedAt ?? now) ? ReplyStanding.Waiting : SilenceAgrees ? ReplyStanding.Silent : ReplyStanding.NoReply,
    };

    /// <summary>All but the drafting unit.</summary>
    public IEnumerable<ConsultedUnit> Asked() => _units.Where(unit => !unit.IsDrafter);

    /// <summary>Those asked that have not replied, in the portal or on paper.</summary>
    public IEnumerable<ConsultedUnit> Unheard() => Asked().Where(unit => unit.Reply is null);

    /// <summary>The row of a unit that joined the year after the members were asked.</summary>
    public ConsultedUnit Ask(Actor by, AskedUnit unit)
    {
        ArgumentNullException.ThrowIfNull(by);
        RequireOpen();
        Require(_units.TrueForAll(row => row.UnitId != unit.Id), "Đơn vị này đã được lấy ý kiến.");
        var asked = new ConsultedUnit(this, unit, isDrafter: false);
        _units.Add(asked);
        return asked;
    }

    /// <summary>Gia hạn: more time for all; what came in after the earlier day stays marked late.</summary>
    public void Extend(Actor by, DateOnly lastDay)
    {
        ArgumentNullException.ThrowIfNull(by);
        RequireOpen();
        (LastDay, LateFrom) = (lastDay, LateAfter(lastDay));
        Version++;
    }

    /// <summary>Khép lại: nothing is added by the members any more; answers still are.</summary>
    public void Close(Actor by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        RequireOpen();
        ClosedAt = at;
        Version++;
    }

    /// <summary>The draft that it is on came into force: that is the text now.</summary>
    public void Follow(Actor by, ScoringScheme inForce)
    {
        ArgumentNullException.ThrowIfNull(by);
        SchemeId = inForce.Id;
        Version++;
    }

    /// <summary>All reasons why comments and answers cannot be summed up for signature yet.</summary>
    public IReadOnlyList<string> ReasonsNotToSum(int unanswered) =>
    [
        .. IsOpen ? ["Việc lấy ý kiến chưa khép lại."] : Array.Empty<string>(),
        .. unanswered > 0 ? [$"Còn {unanswered} ý kiến chưa trả lời."] : Array.Empty<string>(),
    ];

    /// <exception cref="RuleViolation">The new last day gives no more time, or no reason is given.</exception>
    internal static void RequireLater(DateOnly lastDay, DateOnly? until, StepNote note)
    {
        Require(lastDay > until, $"Ngày gia hạn phải sau ngày {until:dd/MM/yyyy} đã thông báo.", "CommentsUntil");
        Require(lastDay >= VietnamTime.DayOf(note.At), "Ngày cuối cùng góp ý không được trước hôm nay.", "CommentsUntil");
        Require(Text.Clean(note.Reason) is not null, "Nêu lý do gia hạn.", nameof(StepNote.Reason));
    }

    private DateTime LateAfter(DateOnly lastDay) => new Deadline(lastDay).LateFrom(WaitsForWorkingDay);

    internal void RequireOpen() => Require(IsOpen, "Đợt lấy ý kiến này đã khép lại, không góp ý hay sửa ý kiến được nữa.");

    private Consultation Asking(IEnumerable<AskedUnit> units, int? drafterId)
    {
        _units.AddRange(units.DistinctBy(unit => unit.Id).Select(unit => new ConsultedUnit(this, unit, unit.Id == drafterId)));
        Require(_units.Exists(unit => !unit.IsDrafter), "Năm thi đua chưa có đơn vị thành viên nào để lấy ý kiến.");
        return this;
    }
}
