using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>One person goes from the home page through every link and form that the pages offer.</summary>
public sealed partial class Walking(HttpClient browser, string who)
{
    private const int OfEachShape = 2; // rows of a list, choices of a filter, months of a calendar lead to pages of one shape
    private readonly Queue<(string Path, string From)> _ahead = new([("/", "")]);
    private readonly HashSet<string> _known = ["/"];
    private readonly Dictionary<string, int> _shapes = [];
    private string _token = "";

    public int Pages { get; private set; }

    public int Forms { get; private set; }

    /// <summary>Fields that a person fills in, on all pages.</summary>
    public int Fields { get; private set; }

    public List<string> Wrong { get; } = [];

    public async Task Walk()
    {
        while (_ahead.TryDequeue(out var step))
        {
            using var response = await browser.GetAsync(step.Path);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                // A link to what is not open now, or not theirs, was offered in vain.
                Wrong.Add($"{who}: {step.From} offers {step.Path} → {(int)response.StatusCode} {response.Headers.Location?.OriginalString}");
            }
            else if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Pages++;
                await Look(step.Path, await response.Html());
            }
        }
    }

    private async Task Look(string path, IHtmlDocument page)
    {
        Wrong.AddRange(Defects(page).Select(defect => $"{who}: {path} {defect}"));
        _token = (page.QuerySelector("[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value ?? _token;
        foreach (var link in page.QuerySelectorAll("a[href], [hx-get], form[method=get]"))
        {
            Note(link.GetAttribute("hx-get") ?? link.GetAttribute("href") ?? link.GetAttribute("action"), path, page);
        }

        foreach (var form in page.Forms.Where(form => form.Method == "post" && IsNew("POST " + new Uri(form.Action).AbsolutePath)))
        {
            await Try(form, path);
        }
    }

    // What every page owes to its readers, those who hear it too.
    private IEnumerable<string> Defects(IHtmlDocument page)
    {
        var isWhole = page.QuerySelector("main") is not null; // else a part that a script puts into a page, or a document
        if (isWhole && page.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"has {page.QuerySelectorAll("h1").Length} h1";
        }

        if (isWhole && (string.IsNullOrWhiteSpace(page.Title) || page.DocumentElement.GetAttribute("lang") != "vi"))
        {
            yield return "has no title or language";
        }

        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1))
        {
            yield return $"has the id {twice.Key} {twice.Count()} times";
        }

        foreach (var empty in page.QuerySelectorAll("a[href=''], form[action=''], a:not([href])"))
        {
            yield return $"has a link or form that leads nowhere: {empty.OuterHtml[..Math.Min(120, empty.OuterHtml.Length)]}";
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea"))
        {
            Fields++;
            if (!field.HasAttribute("aria-label") && !field.HasAttribute("aria-labelledby") && field.Closest("label") is null && page.QuerySelector($"label[for='{field.Id}']") is null)
            {
                yield return $"has a field without a label: {field.OuterHtml}";
            }
        }
    }

    private void Note(string? address, string from, IHtmlDocument page)
    {
        if (string.IsNullOrEmpty(address) || address.StartsWith('#') || !Uri.TryCreate(new Uri(page.Url), address, out var target) || target.Host != new Uri(page.Url).Host)
        {
            return;
        }

        var path = Pdf().Replace(target.PathAndQuery, ".html"); // the same document, without the browser that prints it
        if (!path.StartsWith("/lib/", StringComparison.Ordinal) && IsNew(path))
        {
            _ahead.Enqueue((path, from));
        }
    }

    private bool IsNew(string path)
    {
        var shape = Varying().Replace(path, "#");
        return _known.Add(path) && (_shapes[shape] = _shapes.GetValueOrDefault(shape) + 1) <= OfEachShape;
    }

    // A form with a version is sent with one that nobody saw, which changes nothing; another without the token, which is refused only after the person was let through.
    private async Task Try(IHtmlFormElement form, string path)
    {
        Forms++;
        var isVersioned = form.QuerySelector("[name=Version]") is not null;
        using var response = await browser.PostAsync(new Uri(form.Action).PathAndQuery, new FormUrlEncodedContent(isVersioned ? [new("__RequestVerificationToken", _token), new("Version", "-1")] : []));
        if (isVersioned ? response.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect or HttpStatusCode.OK) : response.StatusCode != HttpStatusCode.BadRequest)
        {
            Wrong.Add($"{who}: {path} offers the form {new Uri(form.Action).AbsolutePath} → {(int)response.StatusCode}");
        }
    }

    [GeneratedRegex(@"\d+|(?<==)[^&]+", RegexOptions.None, 1000)]
    private static partial Regex Varying();

    [GeneratedRegex(@"\.pdf|(?<=/ban-in)$", RegexOptions.None, 1000)]
    private static partial Regex Pdf();
}
