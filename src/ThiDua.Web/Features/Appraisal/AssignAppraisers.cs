using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Gives sheets to one or several appraisers (phân công), shared evenly, own units and conflicts kept out.</summary>
public sealed class AssignAppraisers(PortalDb db, CurrentActor current, CurrentYear year, ShowAssignments assignments, TimeProvider clock)
{
    public sealed record Form
    {
        public List<int> Units { get; init; } = [];

        /// <summary>"unit" or "unit-person".</summary>
        public List<string> Appraisers { get; init; } = [];

        public AppraiserKind Kind { get; init; }

        public DocumentForm Document { get; init; } = new();

        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Units).NotEmpty().WithMessage("Chọn ít nhất một bảng điểm.");
            RuleFor(form => form.Appraisers).NotEmpty().WithMessage("Chọn ít nhất một đơn vị hoặc người thẩm định.");
            RuleFor(form => form.Kind).IsInEnum().WithMessage("Chọn hình thức thẩm định.");
            RuleFor(form => form.Document).SetValidator(new DocumentForm.Validator());
        }
    }

    public static string KeyOf(Appraiser appraiser) => appraiser.PersonId is { } person ? $"{appraiser.UnitId}-{person}" : $"{appraiser.UnitId}";

    public async Task Handle(Form form)
    {
        var known = (await assignments.Appraisers()).ToDictionary(KeyOf);
        var names = await db.ScoreSheets.AsNoTracking().Where(sheet => form.Units.Contains(sheet.UnitId)).ToDictionaryAsync(sheet => sheet.UnitId, sheet => sheet.UnitName);
        RuleViolation.Require(form.Units.TrueForAll(names.ContainsKey), "Có đơn vị không có bảng chấm điểm trong năm này.", nameof(form.Units));
        RuleViolation.Require(form.Appraisers.TrueForAll(known.ContainsKey), "Có người thẩm định không còn thuộc cụm, khối.", nameof(form.Appraisers));
        var plan = await db.PlanToChange(current, form.Version);
        plan.Assign(current.Actor, [.. form.Units.Distinct()], [.. form.Appraisers.Distinct().Select(key => known[key])], form.Kind, form.Document.ToReference(), year.Year.LeaderId, id => names[id], clock.GetUtcNow().UtcDateTime);
        await db.SavePlan();
    }
}

/// <summary>Ends one sheet's assignment.</summary>
public sealed class WithdrawAssignment(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(int unitId, Form form)
    {
        var plan = await db.PlanToChange(current, form.Version);
        plan.Withdraw(current.Actor, unitId, year.Year.LeaderId, clock.GetUtcNow().UtcDateTime);
        await db.SavePlan();
    }
}
