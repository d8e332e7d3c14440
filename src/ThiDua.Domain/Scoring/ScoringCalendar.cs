using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>What has dates of its own in a year: đăng ký thi đua, nhập, thẩm định, đề nghị xem xét lại, trả lời.</summary>
public enum ScoringWindow { Registration, Entry, Appraisal, Objection, Answer }

/// <summary>Where a window stands at an instant: chưa mở, đang mở, đã muộn (marked), đã đóng.</summary>
public enum WindowStanding { NotYet, Open, Late, Closed }

/// <summary>When something opens and closes (thời hạn), and whether it is closed after that or only marked as late.</summary>
public sealed record OpenDays(DateOnly? OpensOn, Deadline? Closes, bool ClosesHard)
{
    public WindowStanding At(DateTime now, bool waitsForWorkingDay)
    {
        if (OpensOn is { } first && VietnamTime.DayOf(now) < first)
        {
            return WindowStanding.NotYet;
        }

        return Closes is null || now < Closes.LateFrom(waitsForWorkingDay) ? WindowStanding.Open : ClosesHard ? WindowStanding.Closed : WindowStanding.Late;
    }
}

/// <summary>The dates of a year's scoring (lịch chấm điểm), set by the leader; a year without one is open until its results are closed by hand.</summary>
public sealed class ScoringCalendar : ClusterYearItem
{
    private readonly List<EntryExtension> _extensions = [];

    private ScoringCalendar() => Windows = new Dictionary<ScoringWindow, OpenDays>();

    public ScoringCalendar(Actor by)
        : this()
    {
        RequireLeader(by);
        ClusterYearId = by.ClusterYearId!.Value;
    }

    public IReadOnlyDictionary<ScoringWindow, OpenDays> Windows { get; private set; }

    /// <summary>Whether nothing counts as late before the next working day has ended; the printed date stays.</summary>
    public bool WaitsForWorkingDay { get; private set; } = true;

    /// <summary>The last day of entry as written, for lists of what is due.</summary>
    public DateOnly? EntryLastDay { get; private set; }

    /// <summary>The last day of registration (đăng ký thi đua) as written, for lists of what is due.</summary>
    public DateOnly? RegistrationLastDay { get; private set; }

    public IReadOnlyList<EntryExtension> Extensions => _extensions;

    public void Set(Actor by, IReadOnlyDictionary<ScoringWindow, OpenDays> windows, bool waitsForWorkingDay, DateTime at)
    {
        RequireLeader(by);
        foreach (var (window, days) in windows)
        {
            Require(window != ScoringWindow.Registration || !days.ClosesHard, "Đăng ký thi đua muộn vẫn được nhận và ghi là muộn.", $"{window}.ClosesHard");
            Require(days.OpensOn is null || days.Closes is null || days.OpensOn <= days.Closes.LastDay, "Ngày bắt đầu không được sau ngày cuối của thời hạn.", $"{window}.ClosesOn");
        }

        (Windows, WaitsForWorkingDay) = (windows, waitsForWorkingDay);
        (EntryLastDay, RegistrationLastDay) = (windows.GetValueOrDefault(ScoringWindow.Entry)?.Closes?.LastDay, windows.GetValueOrDefault(ScoringWindow.Registration)?.Closes?.LastDay);
        Remember(by, Permission.SetCalendar, YearAct.SetCalendar, at, string.Join("; ", windows.Where(row => row.Value.Closes is not null).Select(row => $"{Labels.Of(row.Key)}: {row.Value.Closes}")) is { Length: > 0 } words ? words + "." : "Không đặt thời hạn.");
    }

    /// <summary>Gives one unit more time to enter (gia hạn), with the reason; the others keep their date.</summary>
    public void Extend(Actor by, int unitId, string unitName, DateOnly lastDay, string reason, DateTime at)
    {
        RequireLeader(by);
        Require(EntryLastDay is not null, "Chưa đặt thời hạn nhập nên không cần gia hạn.", "LastDay");
        Require(lastDay > EntryLastDay, $"Ngày gia hạn phải sau ngày {EntryLastDay:dd/MM/yyyy}, ngày cuối của thời hạn chung.", "LastDay");
        Require(Text.Clean(reason) is not null, "Nêu lý do gia hạn.", "Reason");
        _extensions.Add(new(this, unitId, lastDay, Text.Clean(reason)!, by.UserName, at));
        Remember(by, Permission.SetCalendar, YearAct.ExtendEntry, at, $"{unitName}: đến hết ngày {lastDay:dd/MM/yyyy}. {Text.Clean(reason)}");
    }

    /// <summary>Entry as it is for this unit: the common days, or the last extension of its own where that gives more time.</summary>
    public OpenDays EntryOf(int unitId)
    {
        var days = DaysOf(ScoringWindow.Entry);
        return _extensions.FindLast(row => row.UnitId == unitId) is { } extension && (days.Closes is null || days.Closes.LastDay < extension.LastDay) ? days with { Closes = new(extension.LastDay) } : days;
    }

    /// <summary>Refuses an entry out of its days. A sheet that was returned is mended whenever it came back.</summary>
    public void RequireEntryOpen(ScoreSheet sheet, DateTime now)
    {
        var days = EntryOf(sheet.UnitId);
        var standing = days.At(now, WaitsForWorkingDay);
        Require(sheet.State == ScoreSheetState.Returned || standing is not (WindowStanding.NotYet or WindowStanding.Closed), standing == WindowStanding.NotYet
            ? $"Thời gian nhập bắt đầu từ ngày {days.OpensOn:dd/MM/yyyy}. Nội dung bạn nhập vẫn còn trên trang này."
            : $"Đã hết thời hạn nhập ({days.Closes}). Nội dung bạn nhập vẫn còn trên trang này; đề nghị đơn vị trưởng gia hạn.");
    }

    /// <summary>Whether a first registration at this instant is late; it is accepted nevertheless.</summary>
    public bool IsLateRegistration(DateTime at) => DaysOf(ScoringWindow.Registration).At(at, WaitsForWorkingDay) is WindowStanding.Late or WindowStanding.Closed;

    /// <summary>Whether a first submission at this instant is late for the unit.</summary>
    public bool IsLate(int unitId, DateTime at) => EntryOf(unitId).At(at, WaitsForWorkingDay) is WindowStanding.Late or WindowStanding.Closed;

    /// <summary>What an appraiser does with a sheet in this state: answer the objections, or appraise.</summary>
    public static ScoringWindow WindowOfAppraisal(ScoreSheetState state) => state == ScoreSheetState.Objected ? ScoringWindow.Answer : ScoringWindow.Appraisal;

    /// <summary>The common days of a window, unlimited where none were set.</summary>
    public OpenDays DaysOf(ScoringWindow window) => Windows.GetValueOrDefault(window) ?? new(null, null, false);

    /// <summary>Why an appraisal, an objection or its answer is out of its days; null where it is open.</summary>
    public string? Refusal(ScoringWindow window, DateTime now)
    {
        var (days, name) = (DaysOf(window), Labels.Of(window).ToLowerInvariant());
        return days.At(now, WaitsForWorkingDay) switch
        {
            WindowStanding.NotYet => $"Thời gian {name} bắt đầu từ ngày {days.OpensOn:dd/MM/yyyy}.",
            WindowStanding.Closed when window == ScoringWindow.Objection => $"Đã hết thời hạn {name} ({days.Closes}).",
            WindowStanding.Closed => $"Đã hết thời hạn {name} ({days.Closes}). Nội dung đã lưu được giữ nguyên; đơn vị trưởng sửa lịch chấm điểm nếu cần thêm thời gian.",
            _ => null,
        };
    }

    private static void RequireLeader(Actor by)
    {
        if (!by.Can(Permission.SetCalendar))
        {
            throw new NotPermitted($"{Labels.Of(Permission.SetCalendar)} do {Permissions.WhoCan(Permission.SetCalendar)} thực hiện.");
        }
    }
}

/// <summary>More time for one unit (gia hạn), with who gave it and why.</summary>
public sealed class EntryExtension : IInClusterYear
{
    private EntryExtension() => Reason = GivenByName = "";

    internal EntryExtension(ScoringCalendar calendar, int unitId, DateOnly lastDay, string reason, string givenByName, DateTime at) =>
        (ClusterYearId, UnitId, LastDay, Reason, GivenByName, GivenAt) = (calendar.ClusterYearId, unitId, lastDay, reason, givenByName, at);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int UnitId { get; private set; }

    public DateOnly LastDay { get; private set; }

    public string Reason { get; private set; }

    public string GivenByName { get; private set; }

    public DateTime GivenAt { get; private set; }
}
