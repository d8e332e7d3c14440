using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ThiDua.Web.Features.Shared;

/// <summary>What the layout shows of a page: its title and the way to it. Set once, at the top of the view.</summary>
public sealed record PageFrame(string Title, params IReadOnlyList<Crumb> Way)
{
    private const string Key = nameof(PageFrame);

    /// <summary>The subject marked in the year's navigation, by its path below the cluster year: "cham-diem".</summary>
    public string? Subject { get; init; }

    public static PageFrame? Of(ViewDataDictionary viewData) => viewData[Key] as PageFrame;

    public void Show(ViewDataDictionary viewData) => viewData[Key] = this;
}

/// <summary>One step of the breadcrumbs.</summary>
public sealed record Crumb(string Text, string Href);
