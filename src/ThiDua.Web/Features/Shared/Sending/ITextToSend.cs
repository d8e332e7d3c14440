using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Sending;

/// <summary>What a feature gives to be sent to the authority: its text as it prints now, with number and date where it is issued.</summary>
public interface ITextToSend
{
    RequestSubject Subject { get; }

    Task<OfficialDocument> Print(int id);
}

/// <summary>The texts that can be sent to the authority, each printed by its own feature.</summary>
public sealed class TextsToSend(IEnumerable<ITextToSend> texts, PortalDb db)
{
    private const string Changed = "Văn bản gửi kèm vừa được sửa sau khi bạn mở trang này. Xem lại văn bản gửi kèm rồi thực hiện.";

    /// <summary>The text as it stands now, to be kept as it was sent.</summary>
    public async Task<FrozenContent> Handle(AuthorityRequest request) => FrozenModel.FreezeIssued(await Print(request));

    /// <summary>The same for somebody who saw it, by <paramref name="seen"/>; at the save, too, it is still what they saw.</summary>
    public async Task<FrozenContent> AsSeen(AuthorityRequest request, string? seen)
    {
        var text = await Handle(request);
        RuleViolation.Require(text.Sha256 == seen, Changed);
        if (request.PlanId is { } planId) // takes the row, for which whoever edits the text waits
        {
            db.MustStillBe(db.Plans.Where(row => row.Id == planId), row => row.State, Changed);
        }
        else
        {
            db.MustStillBe(db.ScoringSchemes.IgnoreQueryFilters([PortalDb.OneScheme]).Where(row => row.Id == request.SchemeId), row => row.State, Changed);
        }

        db.First(async () => RuleViolation.Require((await Handle(request)).Sha256 == seen, Changed));
        return text;
    }

    public Task<OfficialDocument> Print(AuthorityRequest request) => texts.Single(text => text.Subject == request.Subject).Print((request.PlanId ?? request.SchemeId)!.Value);
}

/// <summary>Puts what can be sent to the authority into the application.</summary>
public static class PortalSending
{
    public static IServiceCollection AddTextsToSend(this IServiceCollection services)
    {
        foreach (var text in typeof(PortalSending).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITextToSend))))
        {
            services.AddScoped(typeof(ITextToSend), text);
        }

        return services;
    }
}
