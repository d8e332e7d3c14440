using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared;

/// <summary>The year's subjects at the left, in the order of the year.</summary>
public sealed class YearNavViewComponent(CurrentYear current) : ViewComponent
{
    public sealed record Item(string Path, string Text, string Icon, bool IsCurrent);

    public sealed record Nav(EnteredYear Year, IReadOnlyList<Item> Items);

    private static readonly (string Path, string Text, string Icon)[] Subjects =
    [
        ("", "Tổng quan", "bi-house"),
        ("tieu-chi", "Tiêu chí và thang điểm", "bi-list-check"),
        ("cham-diem", "Chấm điểm", "bi-pencil-square"),
        ("xep-hang", "Xếp hạng", "bi-trophy"),
        ("lich-su", "Lịch sử xử lý", "bi-clock-history"),
    ];

    public IViewComponentResult Invoke(string? subject) =>
        View(new Nav(current.Year, [.. Subjects.Select(item => new Item(item.Path, item.Text, item.Icon, item.Path == subject))]));
}
