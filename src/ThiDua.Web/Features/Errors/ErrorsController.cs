using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Errors;

/// <summary>What went wrong, what was kept, what to do.</summary>
[Route("loi")]
public sealed class ErrorsController : PortalController
{
    // The request that failed may have been a POST: its page is shown whatever the verb.
    [Route("{statusCode:int}"), AllowAnonymous, IgnoreAntiforgeryToken]
    public IActionResult Show(int statusCode) => View(new ErrorPage(statusCode, (HttpContext.Items[nameof(NotPermitted)] ?? HttpContext.Items[nameof(Data.NotFound)]) as string));
}

/// <summary>An error page.</summary>
public sealed record ErrorPage(int StatusCode, string? Reason)
{
    public string Title => StatusCode switch
    {
        400 => "Yêu cầu không hợp lệ",
        403 => "Bạn không thực hiện được việc này",
        404 => "Không tìm thấy",
        405 => "Thao tác không hợp lệ",
        413 => "Tệp quá lớn",
        422 => "Dữ liệu chưa hợp lệ",
        429 => "Quá nhiều lần thử",
        _ => "Đã có lỗi xảy ra",
    };

    public string Advice => StatusCode switch
    {
        400 => "Trang có thể đã mở quá lâu. Hãy quay lại, tải lại trang rồi thực hiện lại.",
        403 => "Nếu cho rằng đây là nhầm lẫn, hãy kiểm tra cương vị đang chọn ở góc trên bên phải.",
        404 when Reason is not null => "Thông báo cũ về việc này vẫn được giữ ở trang Thông báo.",
        404 => "Địa chỉ không có, hoặc không thuộc cương vị đang chọn ở góc trên bên phải. Nếu mở từ một thông báo cũ: nội dung đó có thể đã được rút về hoặc bỏ.",
        405 => "Hãy quay lại trang trước và dùng các nút trên trang.",
        413 => "Mỗi tệp tối đa 50 MB, mỗi lần gửi tối đa 200 MB. Chưa có gì được lưu từ lần gửi này.",
        429 => "Hãy chờ một phút rồi thử lại.",
        _ => "Việc vừa làm chưa được lưu. Hãy quay lại và thử lại; nếu lỗi lặp lại, báo quản trị hệ thống thời điểm xảy ra lỗi.",
    };
}
