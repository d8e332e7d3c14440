using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Drafts;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Data.DemoData;

/// <summary>Documents drafted from templates: the launch speech of one demo cluster, and the decision that names leader and deputy of the other.</summary>
internal static class DemoDrafts
{
    private const string Leader = "38";
    private const int Number = 128;
    private static readonly DateOnly IssuedOn = new(2020, 3, 20);

    /// <summary>Read out when the covenant of the year was signed.</summary>
    public static async Task Speech(IServiceProvider services, DemoStage stage, ClusterYear year)
    {
        services.GetRequiredService<CurrentYear>().Enter(DemoStage.Enter(year).Year);
        stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        await services.GetRequiredService<StartDraft>().Handle(new() { Template = DraftTemplate.LaunchSpeech, IssuerId = 0 });
    }

    /// <summary>By the standing body, for the ministry; signed by its head and entered in the register.</summary>
    public static async Task Decision(IServiceProvider services, DemoStage stage, ClusterYear year)
    {
        services.GetRequiredService<CurrentYear>().Enter(DemoStage.Enter(year).Year);
        var clerk = stage.ActAs("vpbnv.cv", year);
        var draftId = await services.GetRequiredService<StartDraft>().Handle(new() { Template = DraftTemplate.LeaderDecision, IssuerId = stage.Organization(DemoOrganizations.MinistryOffice).Id });
        var draft = await stage.Db.DraftedDocuments.SingleAsync(row => row.Id == draftId);
        var (issuing, note) = (services.GetRequiredService<Issuing>(), new StepNote(At(18, 2)));
        draft.Submit(clerk, note);
        var document = await issuing.Submit(new(DocumentKind.Decision, nameof(DraftedDocument), draftId) { OrganizationId = draft.IssuerOrganizationId }, await services.GetRequiredService<DraftedPaper>().Handle(draft), note);
        await stage.Db.SaveChangesAsync();
        stage.ActAs("vpbnv.ld", year);
        await issuing.Take(document, DocumentStep.Sign, new(At(20, 1)));
        await issuing.Issue(document, Number, IssuedOn, new(At(20, 3)));
    }

    private static DateTime At(int day, int hour) => new(2020, 3, day, hour, 0, 0, DateTimeKind.Utc);
}
