using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The registrations of a demo cluster: the targets with which the units are scored later, registered by each head and received by the leader.</summary>
internal sealed class DemoRegistrations(DemoStage stage, ClusterYear year, ScoringScheme scheme, DemoFigures figures, Func<string, string> organizationOf)
{
    private IEnumerable<Criterion> Leaves => scheme.Criteria.Where(TargetInForce.TakesTarget);

    /// <summary>Clerk and head of the unit: its targets and titles; the lines of its sheet take them over.</summary>
    public async Task<Registration> Register(string unit, DateTime at, SignedPaper? paper = null)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(unit), year);
        var id = stage.Organization(organizationOf(unit)).Id;
        var registration = new Registration(clerk, id, year.Members.First(member => member.OrganizationId == id).NameThen);
        foreach (var leaf in Leaves)
        {
            if (figures.Of(unit, leaf)?.Target is { } value)
            {
                registration.AddTarget(clerk, new(leaf.Id, leaf.Name, leaf.Unit, value, TargetSource.Registered), at);
            }
        }

        registration.AddTitle(clerk, new("Cờ thi đua của Chính phủ", TitleFor.Unit), at);
        stage.Db.Add(registration);
        await stage.Db.SaveChangesAsync();
        registration.SubmitForApproval(clerk, new(at));
        await stage.Db.SaveChangesAsync();
        registration.Register(paper is null ? stage.ActAs(DemoPeople.HeadOf(unit), year) : clerk, new(at.AddHours(2), null, paper));
        await stage.Db.SaveChangesAsync();
        await Follow(unit, registration);
        return registration;
    }

    /// <summary>Whoever is to receive it does so a day later.</summary>
    public async Task Receive(Registration registration, string receiver, string leader)
    {
        registration.Receive(stage.ActAs(DemoPeople.ClerkOf(receiver), year), new(registration.RegisteredAt!.Value.AddDays(1)), stage.Organization(organizationOf(leader)).Id);
        await stage.Db.SaveChangesAsync();
    }

    private async Task Follow(string unit, Registration registration)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf(unit), year);
        var cells = await stage.Db.ScoreEntries.Where(cell => cell.Sheet.UnitId == registration.UnitId && cell.Stage == ScoreStage.Self).ToDictionaryAsync(cell => cell.CriterionId);
        foreach (var leaf in Leaves.Where(leaf => cells.ContainsKey(leaf.Id)))
        {
            cells[leaf.Id].TakeTarget(by, registration.InForceFor(leaf), leaf);
        }

        await stage.Db.SaveChangesAsync();
    }
}
