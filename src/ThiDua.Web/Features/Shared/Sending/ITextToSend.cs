using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Sending;

/// <summary>What a feature gives to be sent to the authority: its text as it prints now, with number and date where it is issued.</summary>
public interface ITextToSend
{
    RequestSubject Subject { get; }

    Task<OfficialDocument> Print(int id);
}

/// <summary>The texts that can be sent to the authority, each printed by its own feature.</summary>
public sealed class TextsToSend(IEnumerable<ITextToSend> texts)
{
    /// <summary>The text as it stands now, to be kept as it was sent.</summary>
    public async Task<FrozenContent> Handle(AuthorityRequest request) => FrozenModel.FreezeIssued(await Print(request));

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
