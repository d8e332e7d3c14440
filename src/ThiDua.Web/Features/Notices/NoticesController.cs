using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Notices;

/// <summary>Thông báo: what happened that concerns the person.</summary>
[Route("thong-bao")]
public sealed class NoticesController(ListNotices list, CurrentPerson person) : PortalController
{
    [HttpGet(""), AllowSignedIn]
    public async Task<IActionResult> List([FromQuery(Name = "chua-doc")] bool onlyUnread, [FromQuery(Name = "trang")] int? page) => View(nameof(List), await list.Handle(onlyUnread, page));

    /// <summary>Marks it as read and leads to what it tells of, in the office that it concerns.</summary>
    [HttpPost("{notificationId:int}/mo"), AllowSignedIn]
    public async Task<IActionResult> Open(int notificationId, [FromServices] ReadNotice read)
    {
        var notice = await read.Handle(notificationId);
        if (notice.OfficeId != person.Person.Office?.Id)
        {
            this.ActIn(person.Person.Offices.First(office => office.Id == notice.OfficeId));
        }

        return LocalRedirect(notice.Link);
    }

    [HttpPost("{notificationId:int}/da-doc"), AllowSignedIn]
    public async Task<IActionResult> Read(int notificationId, [FromServices] ReadNotice read)
    {
        await read.Handle(notificationId);
        return RedirectToAction(nameof(List));
    }

    [HttpPost("da-doc-het"), AllowSignedIn]
    public Task<IActionResult> ReadAll(ReadAllForm form, [FromServices] ReadAllNotices read) =>
        Submit(() => read.Handle(form), () => Done("Đã đánh dấu đã đọc.", nameof(List)), () => List(onlyUnread: false, page: null));

    [HttpGet("nhan-thu"), AllowSignedIn]
    public async Task<IActionResult> Mail([FromServices] ShowOwnMail show) => View(nameof(Mail), await show.Handle());

    [HttpPost("nhan-thu"), AllowSignedIn]
    public Task<IActionResult> Mail(MailForm form, [FromServices] ShowOwnMail show, [FromServices] SaveOwnMail save) =>
        Submit(() => save.Handle(form), () => Done("Đã lưu cách nhận thư.", nameof(Mail)), () => Mail(show));
}
