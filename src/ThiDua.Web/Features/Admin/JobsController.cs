using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Admin;

/// <summary>Công việc tự động: what the portal does by itself, with its runs and failures, and the mails that were given up.</summary>
[Route("quan-tri/cong-viec")]
public sealed class JobsController(ShowJobs show) : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public async Task<IActionResult> Jobs([FromQuery(Name = "trang")] int? page, CancellationToken cancellationToken) => View(nameof(Jobs), await show.Handle(page, cancellationToken));

    [HttpPost("chay"), AllowAdministrator]
    public Task<IActionResult> Run(RunJobForm form, [FromServices] RunJob run, CancellationToken cancellationToken) =>
        Submit(() => run.Handle(form, cancellationToken), () => Done("Đã yêu cầu chạy. Kết quả hiện ở trang này trong vòng nửa phút.", nameof(Jobs)), () => Jobs(null, cancellationToken));

    [HttpPost("gui-lai"), AllowAdministrator]
    public Task<IActionResult> RetryMail(RetryMailForm form, [FromServices] RetryMail retry, CancellationToken cancellationToken) =>
        Submit(() => retry.Handle(form), () => Done("Thư sẽ được gửi lại ở lần chạy tới.", nameof(Jobs)), () => Jobs(null, cancellationToken));
}

/// <summary>Which job.</summary>
public sealed record RunJobForm
{
    public string? Job { get; init; }

    public sealed class Validator : AbstractValidator<RunJobForm>
    {
        public Validator() => RuleFor(form => form.Job).NotEmpty().WithMessage("Chọn công việc cần chạy.");
    }
}

/// <summary>Which mail.</summary>
public sealed record RetryMailForm
{
    public int? MailId { get; init; }

    public sealed class Validator : AbstractValidator<RetryMailForm>
    {
        public Validator() => RuleFor(form => form.MailId).NotNull().WithMessage("Chọn thư cần gửi lại.");
    }
}
