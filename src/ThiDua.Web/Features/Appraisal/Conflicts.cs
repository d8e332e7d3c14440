using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Notes that a unit or person does not appraise a sheet, and why (ghi nhận không thẩm định).</summary>
public sealed class DeclareConflict(PortalDb db, CurrentActor current, CurrentYear year, ShowAssignments assignments, TimeProvider clock)
{
    public sealed record Form
    {
        public int? UnitId { get; init; }

        public string? Appraiser { get; init; }

        public string? Reason { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.UnitId).NotNull().WithMessage("Chọn bảng điểm.");
            RuleFor(form => form.Appraiser).NotEmpty().WithMessage("Chọn đơn vị hoặc người không thẩm định.");
            RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do không thẩm định.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        }
    }

    public async Task Handle(Form form)
    {
        var appraiser = (await assignments.Appraisers()).FirstOrDefault(row => AssignAppraisers.KeyOf(row) == form.Appraiser);
        RuleViolation.Require(appraiser is not null, "Người này không còn thuộc cụm, khối.", nameof(form.Appraiser));
        RuleViolation.Require(await db.ScoreSheets.AnyAsync(sheet => sheet.UnitId == form.UnitId), "Đơn vị này không có bảng chấm điểm.", nameof(form.UnitId));
        var plan = await db.PlanToChange(current, form.Version);
        plan.Declare(current.Actor, form.UnitId!.Value, appraiser!, form.Reason!, year.Year.LeaderId, clock.GetUtcNow().UtcDateTime);
        await db.SavePlan();
    }
}

/// <summary>Lifts a conflict by two persons (gỡ ghi nhận): the first asks with a reason, another agrees or does not.</summary>
public sealed class LiftConflict(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public enum Step { Ask, Agree, Refuse }

    public sealed record Form
    {
        public int Number { get; init; }

        public Step Act { get; init; }

        public string? Reason { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Act).IsInEnum().WithMessage("Chọn việc cần làm.");
            RuleFor(form => form.Reason).NotEmpty().When(form => form.Act == Step.Ask).WithMessage("Nêu lý do đề nghị gỡ.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        }
    }

    public static string Said(Step step) => step switch
    {
        Step.Ask => "Đã ghi đề nghị gỡ; cần một người khác đồng ý.",
        Step.Agree => "Đã gỡ ghi nhận không thẩm định.",
        _ => "Đã ghi không đồng ý gỡ; ghi nhận không thẩm định vẫn giữ.",
    };

    public async Task Handle(Form form)
    {
        var (plan, at) = (await db.PlanToChange(current, form.Version), clock.GetUtcNow().UtcDateTime);
        switch (form.Act)
        {
            case Step.Ask: plan.AskToLift(current.Actor, form.Number, form.Reason!, at); break;
            case Step.Agree: plan.Lift(current.Actor, form.Number, at); break;
            default: plan.RefuseToLift(current.Actor, form.Number, at); break;
        }

        await db.SavePlan();
    }
}
