using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Đăng ký thi đua: all units, and one.</summary>
[Route("cum/{clusterYearId:int}/dang-ky")]
public sealed class RegistrationsController(ShowRegistration show, ListRegistrations list) : RegistrationController(show)
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "trang")] int? page) => View(await list.Handle(RegistrationFilter.Read(Request.Query), page));

    [HttpGet("{unitId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int unitId) => View(await Registrations.Handle(unitId));
}
