using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Drafts;

/// <summary>The units to be urged, with the version of the requirement that the person saw.</summary>
public sealed record UrgeUnitsForm
{
    public int Version { get; init; }

    public List<int> Units { get; init; } = [];

    public sealed class Validator : AbstractValidator<UrgeUnitsForm>
    {
        public Validator() => RuleFor(form => form.Units).NotEmpty().WithMessage("Chọn ít nhất một đơn vị cần đôn đốc.");
    }
}

/// <summary>Công văn đôn đốc: the units that it goes to.</summary>
public sealed record UrgeUnitsPage(MissingUnits Missing, UrgeUnitsForm? Form)
{
    /// <summary>Those who are late are ticked; where nobody is, all.</summary>
    public MissingUnitsToTick Units => new(Missing, Form?.Units ?? (Missing.Rows.Any(row => row.DaysLate > 0) ? [.. Missing.Rows.Where(row => row.DaysLate > 0).Select(row => row.Id)] : null), OncePerDay: false);
}

/// <summary>Drafts the cluster's letter to the chosen units and notes it with the requirement; gives the draft's id.</summary>
public sealed class UrgeUnits(PortalDb db, CurrentActor current, MissingReports missing, DraftIssuers issuers, DraftFactsOfYear facts, TimeProvider clock)
{
    public async Task<int> Handle(int requirementId, UrgeUnitsForm form)
    {
        var (found, by, now) = (await missing.Handle(requirementId), current.Actor, clock.GetUtcNow().UtcDateTime);
        var units = found.Chosen(form.Units);
        var issuer = (await issuers.Handle()).FirstOrDefault(row => row.IsCluster) ?? throw new NotPermitted(Permissions.Refusal(Permission.DraftDocuments));
        var text = UrgingLetter.Start(await facts.Handle(DraftTemplate.FreeText), issuer, found.Requirement, [.. units.Select(unit => new UrgedUnit(unit.Id, unit.Name))], now);
        var letter = new DraftedDocument(by, DraftTemplate.FreeText, DocumentKind.Letter, new(null, issuer.Name), text);
        found.Requirement.Urge(by, letter, units, found.Submitted, now);
        db.Expect(found.Requirement, form.Version);
        await db.SaveChangesAsync();
        return letter.Id;
    }
}
