using Microsoft.AspNetCore.Authorization;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Access;

/// <summary>The permission that the person needs, in the cluster year of the route, to reach this action; recording it from paper suffices to see the form.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>For offices of the authority in the route.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAuthorityAttribute(AuthorityPermission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public AuthorityPermission Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>For system administrators.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAdministratorAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>For everybody who is signed in: personal pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowSignedInAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>The action itself answers a form whose row is gone: 404, with what was typed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsWhatIsGoneAttribute : Attribute;
