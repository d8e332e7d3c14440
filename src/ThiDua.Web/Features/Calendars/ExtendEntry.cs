using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Calendars;

/// <summary>The leader gives one unit more time to enter (gia hạn); the others keep their date.</summary>
public sealed class ExtendEntry(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public int? UnitId { get; init; }

        public DateOnly? LastDay { get; init; }

        public string? Reason { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.UnitId).NotNull().WithMessage("Chọn đơn vị.");
            RuleFor(form => form.LastDay).NotNull().WithMessage("Nhập ngày cuối cùng được nhập.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do gia hạn.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        }
    }

    public async Task Handle(Form form)
    {
        var calendar = await db.ScoringCalendars.Include(row => row.Extensions).SingleOrDefaultAsync();
        RuleViolation.Require(calendar is not null, "Chưa đặt thời hạn nhập nên không cần gia hạn.", nameof(form.LastDay));
        var unitName = await db.ScoreSheets.Where(sheet => sheet.UnitId == form.UnitId).Select(sheet => sheet.UnitName).SingleOrDefaultAsync();
        RuleViolation.Require(unitName is not null, "Đơn vị này không có bảng chấm điểm.", nameof(form.UnitId));
        db.Expect(calendar!, form.Version);
        calendar!.Extend(current.Actor, form.UnitId!.Value, unitName!, form.LastDay!.Value, form.Reason!, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}
