using ThiDua.Domain.Organizations;

namespace ThiDua.Web.Features.Organizations;

/// <summary>What the fields of an organization show: values, the kinds to choose from; <c>Kept</c>, once somebody else came first, what is stored now.</summary>
public sealed record OrganizationFields(OrganizationForm Form, IReadOnlyList<OrganizationKind> Kinds, OrganizationForm? Kept);

/// <summary>A field in which an organization is typed, with suggestions.</summary>
public sealed record OrganizationField(string Name, string Label, string? Value, string Hint);
