using Microsoft.Extensions.Options;

namespace ThiDua.Web.Notifications;

/// <summary>The whole address of a page, as it goes into a chat: as configured, else as this request reached the portal.</summary>
public sealed class PublicAddress(IOptions<MailOptions> options, IHttpContextAccessor http)
{
    public string Of(string link) => options.Value.AddressOf(link) ?? (http.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}{link}" : link);
}
