using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using ThiDua.Domain;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Access;

/// <summary>Answers the four ways in which an action says who may reach it.</summary>
internal sealed class AllowHandlers(CurrentActor current, CurrentPerson person, IHttpContextAccessor http) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            if (IsMet(requirement))
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsMet(IAuthorizationRequirement requirement) => requirement switch
    {
        AllowAttribute allow => current.MayBe is { ClusterYearId: not null } actor && actor.CanInAnyWay(allow.Permission),
        AllowAuthorityAttribute allow => current.MayBe is { } actor && person.ActsForRouteOrganization(http.HttpContext!) && AuthorityPermissions.Grants(allow.Permission, actor.Capacity),
        AllowAdministratorAttribute => person.MayBe?.IsAdministrator == true,
        AllowSignedInAttribute => person.MayBe is not null,
        _ => false,
    };
}

/// <summary>
/// 403 is only for somebody who may read but not do the act; for others what they ask for does not exist.
/// What an address names must exist here before anything else is said of it: before a refusal, and before a form is validated.
/// </summary>
internal sealed class ForbiddenOrNotFound(CurrentActor current, CurrentPerson person, CurrentYear year, RowsOfAddress rows) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Challenged && !await Exists(context, authorizeResult.Forbidden))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (authorizeResult.Forbidden)
        {
            context.Items[nameof(NotPermitted)] = Refusal(policy);
        }

        await _default.HandleAsync(next, context, policy, authorizeResult);
    }

    private async Task<bool> Exists(HttpContext context, bool isForbidden) =>
        isForbidden ? MayRead(context) && await rows.Exist(context.Request.RouteValues) : FindsItsRows(context) || await rows.Exist(context.Request.RouteValues);

    // Pages do, as they load them.
    private static bool FindsItsRows(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ShowsWhatIsGoneAttribute>() is not null;

    // Why, in which office, and who can; a cluster has its own words for its leader and deputies.
    private string Refusal(AuthorizationPolicy policy)
    {
        var sentences = policy.Requirements.Select(requirement => requirement switch
        {
            AllowAttribute allow => Permissions.Refusal(allow.Permission),
            AllowAuthorityAttribute allow => AuthorityPermissions.Refusal(allow.Permission),
            _ => null,
        }).OfType<string>();
        var office = person.MayBe?.Office;
        var positions = string.Join(", ", (current.MayBe?.Positions ?? new HashSet<Position>()).Order().Select(position => Labels.Of(position)));
        var own = office is null ? "" : $" Bạn đang làm việc với cương vị {office.Name}: {Labels.Of(office.Capacity).ToLowerInvariant()} ({positions}).";
        var refusal = string.Join(' ', sentences) + own;
        return year.MayBe is not { } entered ? refusal : refusal.Replace(Labels.Of(Position.Leader), $"đơn vị {entered.LeaderTitle}", StringComparison.Ordinal).Replace(Labels.Of(Position.Deputy), $"đơn vị {entered.DeputyTitle}", StringComparison.Ordinal);
    }

    private bool MayRead(HttpContext context) =>
        context.GetRouteValue(EnterClusterYear.Key) is not null ? current.MayBe?.Can(Permission.ReadClusterYear) == true : person.ActsForRouteOrganization(context);
}
