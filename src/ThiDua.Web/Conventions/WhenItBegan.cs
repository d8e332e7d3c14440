namespace ThiDua.Web.Conventions;

/// <summary>Notes when a request arrived, before its body is read: an upload that began in time counts as in time, however long it takes.</summary>
public sealed class WhenItBegan(RequestDelegate next)
{
    private const string Key = nameof(WhenItBegan);

    public Task InvokeAsync(HttpContext http, TimeProvider clock)
    {
        http.Items[Key] = clock.GetUtcNow().UtcDateTime;
        return next(http);
    }

    public static DateTime Of(HttpContext http) => http.Items[Key] is DateTime at ? at : throw new InvalidOperationException("The beginning of the request was not noted.");
}
