using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>The units to be reminded, with the version of the requirement that the person saw.</summary>
public sealed record RemindUnitsForm
{
    public int Version { get; init; }

    public List<int> Units { get; init; } = [];

    public sealed class Validator : AbstractValidator<RemindUnitsForm>
    {
        public Validator() => RuleFor(form => form.Units).NotEmpty().WithMessage("Chọn ít nhất một đơn vị cần nhắc.");
    }
}

/// <summary>Nhắc các đơn vị chưa nộp: whom, what they are told, and the same for a chat.</summary>
public sealed record RemindUnitsPage(MissingUnits Missing, RemindUnitsForm? Form, TextToCopy ForChat)
{
    public MissingUnitsToTick Units => new(Missing, Form?.Units, OncePerDay: true);

    public bool HasSomebody => Missing.Rows.Any(row => !row.IsRemindedToday);
}

/// <summary>Reminds the chosen units: their clerks at once in the portal and by mail, their heads in the portal and with the digest; who was reminded when is kept.</summary>
public sealed class RemindUnits(PortalDb db, CurrentActor current, MissingReports missing, TimeProvider clock)
{
    /// <returns>The number of units reminded.</returns>
    public async Task<int> Handle(int requirementId, RemindUnitsForm form)
    {
        var found = await missing.Handle(requirementId);
        var units = found.Chosen(form.Units);
        var ids = units.Select(unit => unit.Id).ToList();
        found.Requirement.Remind(current.Actor, units, found.Submitted, found.Rows.Where(row => row.IsRemindedToday).Select(row => row.Id).ToHashSet(), clock.GetUtcNow().UtcDateTime);
        db.Expect(found.Requirement, form.Version);
        db.First(async () => RuleViolation.Require(!await db.ReportSubmissions.AnyAsync(row => row.RequirementId == requirementId && ids.Contains(row.UnitId) && row.State != ReportState.Drafting), "Có đơn vị vừa nộp báo cáo. Xem lại danh sách rồi nhắc lại.", nameof(form.Units)));
        await db.SaveOnce("Có đơn vị vừa được nhắc hôm nay. Xem lại danh sách.", nameof(form.Units));
        return units.Count;
    }
}
