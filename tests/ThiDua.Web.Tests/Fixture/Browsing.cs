using AngleSharp;
using AngleSharp.Html.Dom;

namespace ThiDua.Web.Tests.Fixture;

/// <summary>Reading pages and filling forms as the user sees them.</summary>
public static class Browsing
{
    public static async Task<IHtmlDocument> See(this HttpClient client, string url)
    {
        var response = await client.GetAsync(url);
        response.IsSuccessStatusCode.ShouldBeTrue($"GET {url} → {(int)response.StatusCode}");
        return await response.Html();
    }

    public static async Task<IHtmlDocument> Html(this HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var body = await response.Content.ReadAsStringAsync();
        return (IHtmlDocument)await context.OpenAsync(request => request.Content(body).Address(response.RequestMessage!.RequestUri!));
    }

    /// <summary>The page that a successful post redirects to.</summary>
    public static async Task<IHtmlDocument> Follow(this HttpClient client, HttpResponseMessage response)
    {
        if (response.Headers.Location is null)
        {
            var page = await response.Html();
            throw new ShouldAssertException($"No redirect but {(int)response.StatusCode}: {string.Join(" | ", page.QuerySelectorAll("[role=alert], .invalid-feedback").Select(x => x.TextContent.Trim()))}");
        }

        return await client.See(response.Headers.Location.OriginalString);
    }

    /// <summary>The form whose action ends so.</summary>
    public static IHtmlFormElement FormTo(this IHtmlDocument page, string actionEnd) =>
        page.Forms.FirstOrDefault(form => new Uri(form.Action).AbsolutePath.EndsWith(actionEnd, StringComparison.Ordinal))
        ?? throw new ShouldAssertException($"No form to …{actionEnd}; there are: {string.Join(", ", page.Forms.Select(form => new Uri(form.Action).AbsolutePath))}");

    /// <summary>Fills the form as the user sees it, hidden fields and antiforgery token included, and posts it.</summary>
    public static Task<HttpResponseMessage> Submit(this HttpClient client, IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    fields.Add(new(box.Name!, box.Value));
                    break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "file" or "submit" or "button"), Name: not null } input:
                    fields.Add(new(input.Name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: not null } area:
                    fields.Add(new(area.Name, area.Value));
                    break;
                case IHtmlSelectElement { Name: not null } select:
                    fields.Add(new(select.Name, select.Value ?? ""));
                    break;
            }
        }

        fields.RemoveAll(field => typed.Any(one => one.Name == field.Key));
        fields.AddRange(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));

        return client.PostAsync(new Uri(form.Action).PathAndQuery, new FormUrlEncodedContent(fields));
    }

    public static string Says(this IHtmlDocument page) => string.Join('\n', page.QuerySelectorAll("[role=alert], [role=status], .invalid-feedback").Select(x => x.TextContent.Trim()));
}
