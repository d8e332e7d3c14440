using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Ghi nhận không xét, tạm dừng xét: the unit keeps its points and its rank; the next moves up for what the bar touches.</summary>
public sealed class RecordBar(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public sealed record Form
    {
        public int? UnitId { get; init; }

        public BarKind? Kind { get; init; }

        public List<BarEffect> Touches { get; init; } = [];

        public DateOnly? FromOn { get; init; }

        public string? Rule { get; init; }

        public string? Reason { get; init; }

        public DocumentForm Document { get; init; } = new();

        /// <summary>The version of the ranking.</summary>
        public int Version { get; init; }

        public Bar ToBar() => new(0, Kind!.Value, Touches, FromOn!.Value, Rule!, Reason!, Document.ToReference());
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.UnitId).NotNull().WithMessage("Chọn đơn vị.");
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn trường hợp.").IsInEnum().WithMessage("Chọn trường hợp.");
            RuleFor(form => form.Touches).NotEmpty().WithMessage("Chọn ít nhất một nội dung không xét.");
            RuleForEach(form => form.Touches).IsInEnum().WithMessage("Chọn nội dung trong danh sách.");
            RuleFor(form => form.FromOn).NotNull().WithMessage("Nhập ngày bắt đầu.");
            RuleFor(form => form.Rule).NotEmpty().WithMessage("Ghi căn cứ quy định.").MaximumLength(1000).WithMessage("Căn cứ tối đa 1.000 ký tự.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var ranking = await db.Rankings.SingleOrDefaultAsync() ?? throw new RuleViolation(ShowBars.NoRanking);
        RuleViolation.Require(await db.Memberships.AnyAsync(row => row.OrganizationId == form.UnitId), "Đơn vị này không phải là thành viên của cụm, khối trong năm.", nameof(form.UnitId));
        db.Expect(ranking, form.Version);
        db.Add(new ResultBar(current.Actor, new(year.Year.InForce), form.UnitId!.Value, form.ToBar(), clock.GetUtcNow().UtcDateTime));
        ranking.NoteBar(current.Actor);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gỡ bỏ: by another person than who recorded it, with the reason.</summary>
public sealed class LiftBar(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public sealed record Form
    {
        public string? Reason { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do gỡ bỏ.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
    }

    public async Task Handle(int barId, Form form)
    {
        var ranking = await db.Rankings.OneAsync();
        var (bar, duty) = (await db.ResultBars.OneAsync(row => row.Id == barId), new BarDuty(year.Year.InForce));
        if (!duty.MayRead(current.Actor, bar.UnitId, ranking.State))
        {
            throw new NotFound();
        }

        db.Expect(bar, form.Version);
        bar.Lift(current.Actor, duty, new(clock.GetUtcNow().UtcDateTime, form.Reason));
        ranking.NoteBar(current.Actor);
        await db.SaveChangesAsync();
    }
}
