using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Searching;

/// <summary>One thing found: what it is, its name, a line below it, and where it is opened, if this person may.</summary>
public sealed record SearchHit(string Kind, string Title, string? Subtitle, string? Url);

/// <summary>Tìm kiếm: what was typed and what of it this person may see.</summary>
public sealed record SearchPage(string? Typed, PageOf<SearchHit> Hits);
