using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.Plans;

/// <summary>Documents ticked in the catalogue, and the word with which they open.</summary>
public sealed record PickBasesForm
{
    public List<int> Picked { get; init; } = [];

    public BasisOpening? Opening { get; init; }

    public sealed class Validator : AbstractValidator<PickBasesForm>
    {
        public Validator()
        {
            RuleFor(form => form.Picked).Must(picked => picked.Count is > 0 and <= 100).WithMessage("Chọn ít nhất một văn bản.");
            RuleFor(form => form.Opening).NotNull().WithMessage("Chọn từ mở đầu.").IsInEnum().WithMessage("Chọn từ mở đầu.");
        }
    }
}

/// <summary>A basis to be replaced by a document of the catalogue.</summary>
public sealed record ReplaceBasisForm
{
    public int Version { get; init; }

    public int? ById { get; init; }

    public sealed class Validator : AbstractValidator<ReplaceBasisForm>
    {
        public Validator() => RuleFor(form => form.ById).NotNull().WithMessage("Chọn văn bản thay thế.");
    }
}

/// <summary>The page on which bases are ticked.</summary>
public sealed record PickBasesPage(Plan Plan, PickBasesForm Form, BasesToPick Choices);

/// <summary>Adds the documents ticked after the bases that the plan has, in their printed order; what it cites already stays once.</summary>
public sealed class PickBases(PortalDb db, CurrentActor current, ReadCatalogue catalogue, DayOfPlan day)
{
    public async Task<int> Handle(int planId, PickBasesForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        var (known, on) = (await catalogue.Handle(), await day.Handle(planId));
        var picked = form.Picked.Distinct().Select(id => known.WithId(id) ?? throw new RuleViolation("Có văn bản không còn trong danh mục. Chọn lại.", nameof(form.Picked))).ToList();
        var cited = plan.Bases.Select(basis => known.Find(basis.Description(), on)?.Id).ToHashSet();
        var added = picked.Where(row => !cited.Contains(row.Id)).OrderBy(row => row.Rank).ThenBy(row => row.IssuedOn).ThenBy(row => row.Id).ToList();
        RuleViolation.Require(added.Count > 0, "Các văn bản đã chọn đều có trong căn cứ của kế hoạch.", nameof(form.Picked));
        added.ForEach(row => plan.AddBasis(current.Actor, row.ToBasis(form.Opening!.Value)));
        await db.SavePlan(plan);
        return added.Count;
    }
}

/// <summary>Puts the document that is in force in the place of a basis, at its place, with its opening word.</summary>
public sealed class ReplaceBasis(PortalDb db, CurrentActor current, ReadCatalogue catalogue)
{
    public async Task Handle(int planId, int basisId, ReplaceBasisForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        await db.RequireBasis(plan, basisId);
        var known = await catalogue.Handle();
        var by = known.WithId(form.ById) ?? throw new RuleViolation("Văn bản thay thế không còn trong danh mục.");
        var basis = plan.Bases.Single(row => row.Id == basisId);
        plan.ChangeBasis(current.Actor, basisId, by.ToBasis(basis.Opening));
        db.Expect(basis, form.Version);
        await db.SavePlan(plan);
    }
}
