using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Uploads in pieces from the script: begun, asked how far they are, continued; they answer in JSON.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}/tai-len")]
public sealed class UploadsController(ShowReport show, ContinueUpload uploads) : ReportController(show)
{
    /// <summary>One piece, in bytes: more than the script sends at once.</summary>
    public const long LargestPiece = 16L * 1024 * 1024;

    [HttpPost(""), Allow(Permission.EnterReports)]
    public async Task<IActionResult> Begin(int requirementId, int unitId, BeginUpload.Form form, [FromServices] BeginUpload begin)
    {
        if (!ModelState.IsValid)
        {
            return Refused(ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage);
        }

        try
        {
            return Ok(await begin.Handle(requirementId, unitId, form));
        }
        catch (RuleViolation refusal)
        {
            return Refused(refusal.Message);
        }
    }

    [HttpGet("{uploadId:int}"), Allow(Permission.EnterReports)]
    public async Task<IActionResult> Show(int requirementId, int unitId, int uploadId) => Ok(await uploads.Handle(requirementId, unitId, uploadId));

    /// <summary>A piece that begins at <paramref name="offset"/>; where another is due the answer (409) says from which byte.</summary>
    [HttpPut("{uploadId:int}"), Allow(Permission.EnterReports), RequestSizeLimit(LargestPiece), BodyIsTheFile]
    public async Task<IActionResult> Add(int requirementId, int unitId, int uploadId, [FromQuery(Name = "tu")] long? offset, CancellationToken cancellationToken)
    {
        try
        {
            var (standing, wasTaken) = await uploads.Add(requirementId, unitId, uploadId, offset ?? -1, Request.Body, cancellationToken);
            return standing.Problem is { } problem ? Refused(problem) : wasTaken ? Ok(standing) : Conflict(standing);
        }
        catch (RuleViolation refusal)
        {
            return Refused(refusal.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Conflict(await uploads.Handle(requirementId, unitId, uploadId)); // too many at once: the last piece is asked for again
        }
    }

    [HttpPost("{uploadId:int}/bo"), Allow(Permission.EnterReports)]
    public async Task<IActionResult> GiveUp(int requirementId, int unitId, int uploadId, GiveUpForm form)
    {
        if (!ModelState.IsValid)
        {
            throw new RuleViolation(ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage);
        }

        await uploads.GiveUp(requirementId, unitId, uploadId);
        return DoneAt(form.Name is null ? "Đã bỏ phần đang tải dở." : $"Đã bỏ phần đang tải dở của “{form.Name}”.", requirementId, unitId);
    }

    private UnprocessableEntityObjectResult Refused(string problem) => UnprocessableEntity(new { problem });
}
