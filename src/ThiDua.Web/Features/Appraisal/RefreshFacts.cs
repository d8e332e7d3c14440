using FluentValidation;
using ThiDua.Domain;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The appraiser has the portal look again at what reports and comments say of the unit; what it proposes is confirmed line by line.</summary>
public sealed class RefreshFacts(PortalDb db, FindSheetOnDuty find, ReportingFacts facts)
{
    public sealed record Form
    {
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>;

    /// <returns>How many proposals are new or changed.</returns>
    public async Task<int> Handle(int sheetId, Form form)
    {
        var found = await find.Handle(sheetId);
        await found.MustBeAsSeen(db, form.Version);
        RuleViolation.Require(found.Sheet.IsOpenForAppraisal(found.Duty) && found.Shut is null, found.Shut ?? $"Bảng điểm đang ở trạng thái “{Labels.Of(found.Sheet.State)}”, không thẩm định được.");
        db.MustBeOpenForAppraisal(found.Sheet);
        facts.Handle(found.Sheet);
        await db.SaveChangesAsync();
        return facts.Told;
    }
}
