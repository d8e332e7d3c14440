using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Meetings;

/// <summary>The leader lets a meeting score all units; names its secretary.</summary>
public sealed class OpenMeeting(PortalDb db, CurrentActor current, ShowMeeting meetings, TimeProvider clock)
{
    public sealed record Form
    {
        public string? Name { get; init; }

        public DateOnly? HeldOn { get; init; }

        public int? SecretaryId { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Nhập tên cuộc họp.").MaximumLength(200).WithMessage("Tên cuộc họp tối đa 200 ký tự.");
            RuleFor(form => form.HeldOn).NotNull().WithMessage("Nhập ngày họp.");
            RuleFor(form => form.SecretaryId).NotNull().WithMessage("Chọn thư ký.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public async Task Handle(Form form)
    {
        var secretary = (await meetings.Secretaries()).FirstOrDefault(person => person.Id == form.SecretaryId);
        RuleViolation.Require(secretary.Name is not null, "Thư ký phải là người của đơn vị trưởng hoặc phó.", nameof(form.SecretaryId));
        var plan = await db.PlanToChange(current, form.Version);
        plan.ScoreInMeeting(current.Actor, new(Text.Clean(form.Name)!, form.HeldOn!.Value, form.Document.ToReference(), secretary.Id, secretary.Name!, current.Actor.UserName, clock.GetUtcNow().UtcDateTime));
        db.MustStillBe(db.Rankings.Where(row => row.State == RankingState.Collecting), row => row.State, "Đã khóa nhập liệu, không chấm tại cuộc họp được nữa.");
        await db.SavePlan();
    }
}

/// <summary>The meeting scores no more.</summary>
public sealed class CloseMeeting(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(Form form)
    {
        var plan = await db.PlanToChange(current, form.Version);
        plan.EndMeeting(current.Actor, clock.GetUtcNow().UtcDateTime);
        await db.SavePlan();
    }
}
