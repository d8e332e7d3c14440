using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Calendars;

/// <summary>The leader sets the dates of the year's scoring (đặt lịch chấm điểm).</summary>
public sealed class SetCalendar(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    /// <summary>The days of one window as typed; empty: no limit.</summary>
    public sealed record Days
    {
        public DateOnly? OpensOn { get; init; }

        public DeadlineWord Word { get; init; }

        public DateOnly? ClosesOn { get; init; }

        public bool ClosesHard { get; init; }

        public OpenDays ToOpenDays() => new(OpensOn, ClosesOn is { } closes ? new(closes, Word) : null, ClosesHard);

        public static Days Of(OpenDays? days) => new() { OpensOn = days?.OpensOn, Word = days?.Closes?.Word ?? DeadlineWord.Until, ClosesOn = days?.Closes?.Date, ClosesHard = days?.ClosesHard ?? false };
    }

    public sealed record Form
    {
        public Days Registration { get; init; } = new();

        public Days Entry { get; init; } = new();

        public Days Appraisal { get; init; } = new();

        public Days Objection { get; init; } = new();

        public Days Answer { get; init; } = new();

        public bool WaitsForWorkingDay { get; init; }

        /// <summary>Whether objections, where no day is typed for them, get the days that the year's parameters lay down.</summary>
        public bool ObjectionsAsLaidDown { get; init; }

        public int Version { get; init; }

        public Days this[ScoringWindow window] => window switch { ScoringWindow.Registration => Registration, ScoringWindow.Entry => Entry, ScoringWindow.Appraisal => Appraisal, ScoringWindow.Objection => Objection, _ => Answer };

        public IReadOnlyDictionary<ScoringWindow, OpenDays> ToWindows() => Enum.GetValues<ScoringWindow>().ToDictionary(window => window, window => this[window].ToOpenDays());
    }

    public sealed class DaysValidator : AbstractValidator<Days>
    {
        public DaysValidator() => RuleFor(days => days.Word).IsInEnum().WithMessage("Chọn cách ghi thời hạn.");
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Registration).SetValidator(new DaysValidator());
            RuleFor(form => form.Entry).SetValidator(new DaysValidator());
            RuleFor(form => form.Appraisal).SetValidator(new DaysValidator());
            RuleFor(form => form.Objection).SetValidator(new DaysValidator());
            RuleFor(form => form.Answer).SetValidator(new DaysValidator());
        }
    }

    // Typed days stay; without any, the days after the last one of the appraisal.
    private IReadOnlyDictionary<ScoringWindow, OpenDays> Windows(Form form)
    {
        var windows = form.ToWindows();
        return form is { ObjectionsAsLaidDown: true, Objection.ClosesOn: null } && windows[ScoringWindow.Appraisal].Closes is { } closes && year.Year.Parameters.ObjectionsAfter(closes.LastDay) is { } days
            ? windows.ToDictionary(row => row.Key, row => row.Key == ScoringWindow.Objection ? days with { OpensOn = row.Value.OpensOn ?? days.OpensOn, ClosesHard = row.Value.ClosesHard } : row.Value)
            : windows;
    }

    public async Task Handle(Form form)
    {
        var calendar = await db.ScoringCalendars.SingleOrDefaultAsync();
        if (calendar is null)
        {
            RuleViolation.Require(form.Version == 0, "Lịch chấm điểm chưa được lập. Tải lại trang rồi đặt lịch.");
            calendar = new(current.Actor);
            db.Add(calendar);
        }
        else
        {
            db.Expect(calendar, form.Version);
        }

        calendar.Set(current.Actor, Windows(form), form.WaitsForWorkingDay, clock.GetUtcNow().UtcDateTime);
        await db.SaveOnce("Lịch chấm điểm vừa được người khác lập. Tải lại trang rồi sửa.");
    }
}
