using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared;

/// <summary>The top bar: the switcher between cluster years, search, and the office acted in.</summary>
public sealed class FrameViewComponent(ReadableYears years, CurrentPerson person, CurrentYear current) : ViewComponent
{
    public sealed record Choice(int Id, string Name, int Year);

    public sealed record Bar(Person? Person, EnteredYear? Year, IReadOnlyList<Choice> Years, bool IsOfAuthority);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (person.MayBe is not { } known)
        {
            return View(new Bar(null, null, [], false));
        }

        var found = await years.Query().OrderByDescending(year => year.Year).Take(200).Select(year => new { year.Id, year.Name, year.Year, year.Cluster.AuthorityId }).ToListAsync();
        var choices = found.Select(year => new Choice(year.Id, year.Name, year.Year)).OrderBy(year => year.Name, Text.VietnameseOrder).ThenByDescending(year => year.Year).ToList();
        return View(new Bar(known, current.MayBe, choices, known.Office is { Capacity: Capacity.Clerk or Capacity.Head or Capacity.Registrar } office && found.Exists(year => office.ActsFor.Contains(year.AuthorityId))));
    }
}
