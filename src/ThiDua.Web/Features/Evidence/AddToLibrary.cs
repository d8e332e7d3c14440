using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The unit puts files into its library, behind no line yet: the form without script.</summary>
public sealed class AddToLibrary(PortalDb db, TakeIntoLibrary take)
{
    public sealed record Form
    {
        public List<IFormFile> Files { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Files).NotEmpty().WithMessage("Chọn ít nhất một tệp.");
    }

    public Task<Taking> Handle(Form form, CancellationToken cancellationToken) => Taking.Each(db, form.Files, (content, name) => take.Handle(content, name, cancellationToken));
}

/// <summary>The unit withdraws a file (rút) with its reason; nothing is deleted.</summary>
public sealed class WithdrawEvidence(PortalDb db, CurrentActor current, OwnLibrary library, TimeProvider clock)
{
    public sealed record Form
    {
        public string? Reason { get; init; }

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Reason).NotEmpty().WithMessage("Nêu lý do rút tệp.").MaximumLength(1000).WithMessage("Lý do dài quá 1.000 ký tự.");
    }

    public async Task Handle(int evidenceId, Form form)
    {
        var evidence = await library.Handle(evidenceId);
        RuleViolation.Require(!await library.StandsInConcludedYear(evidenceId), "Tệp này đứng sau bảng điểm của một năm thi đua đã kết thúc, không rút được nữa.");
        db.Expect(evidence, form.Version);
        evidence.Withdraw(current.Actor, form.Reason, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}

/// <summary>The unit brings a withdrawn file back (khôi phục).</summary>
public sealed class BringEvidenceBack(PortalDb db, CurrentActor current, OwnLibrary library, TimeProvider clock)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Version).GreaterThanOrEqualTo(0).WithMessage("Trang đã cũ, hãy tải lại rồi khôi phục.");
    }

    public async Task Handle(int evidenceId, Form form)
    {
        var evidence = await library.Handle(evidenceId);
        db.Expect(evidence, form.Version);
        evidence.BringBack(current.Actor, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}
