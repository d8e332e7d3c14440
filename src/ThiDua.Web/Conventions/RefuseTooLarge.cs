using Microsoft.AspNetCore.Http.Metadata;

namespace ThiDua.Web.Conventions;

/// <summary>Refuses a request that says at its head that it is larger than its address takes (413, with a sentence), before any of it is read.</summary>
public sealed class RefuseTooLarge(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most && http.Request.ContentLength > most)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
