using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.Shared;

/// <summary>The year's subjects at the left, in the order of the year, with a count where something waits for the person.</summary>
public sealed class YearNavViewComponent(CurrentYear current, CurrentActor actor, MyTasks tasks) : ViewComponent
{
    public sealed record Item(string Path, string Text, string Icon, bool IsCurrent, int Waiting);

    public sealed record Nav(EnteredYear Year, IReadOnlyList<Item> Items);

    // The permission without which there is nothing to see.
    private static readonly (string Path, string Text, string Icon, Permission Needs)[] Subjects =
    [
        ("", "Tổng quan", "bi-house", Permission.ReadClusterYear),
        ("quy-che", "Quy chế", "bi-journal-bookmark", Permission.ReadClusterYear),
        ("ke-hoach", "Kế hoạch", "bi-journal-text", Permission.ReadClusterYear),
        ("giao-uoc", "Giao ước", "bi-pen", Permission.ReadClusterYear),
        ("dang-ky", "Đăng ký thi đua", "bi-bullseye", Permission.ReadClusterYear),
        ("tieu-chi", "Tiêu chí và thang điểm", "bi-list-check", Permission.ReadClusterYear),
        ("bao-cao", "Báo cáo", "bi-inboxes", Permission.ReadClusterYear),
        ("gui-cap-tren", "Gửi cấp trên", "bi-send", Permission.ReadClusterYear),
        ("cham-diem", "Chấm điểm", "bi-pencil-square", Permission.ReadClusterYear),
        ("minh-chung", "Kho minh chứng", "bi-folder2-open", Permission.EnterScores),
        ("tham-dinh", "Thẩm định", "bi-clipboard-check", Permission.AppraiseScores),
        ("xep-hang", "Xếp hạng", "bi-trophy", Permission.ReadClusterYear),
        ("van-ban", "Văn bản", "bi-file-earmark-text", Permission.ReadClusterYear),
        ("lich-su", "Lịch sử xử lý", "bi-clock-history", Permission.ReadClusterYear),
    ];

    public async Task<IViewComponentResult> InvokeAsync(string? subject)
    {
        // A page that refuses, or found nothing, tells where one can go, not what waits there.
        IReadOnlyList<TaskToDo> all = HttpContext.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound ? [] : await tasks.OfEnteredYear();
        var waiting = all.GroupBy(task => task.Subject).ToDictionary(group => group.Key ?? "", group => group.Sum(task => task.Count));
        return View(new Nav(current.Year, [.. Subjects.Where(item => actor.Actor.CanInAnyWay(item.Needs))
            .Select(item => new Item(item.Path, item.Text, item.Icon, item.Path == subject, waiting.GetValueOrDefault(item.Path)))]));
    }
}
