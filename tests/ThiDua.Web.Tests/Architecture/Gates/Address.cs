using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>An action of a controller as it is asked for: verb, and address with ids to be filled in.</summary>
public sealed record Address(string Verb, RoutePattern Pattern)
{
    private static readonly string[] NotRows = ["clusterYearId", "organizationId", "format", "kind", "fileName", "statusCode", "token", "year"];

    public string Text => Fill(name => $"{{{name}}}");

    /// <summary>The rows that it names, beside the year or the authority.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Pattern.Parameters.Select(part => part.Name).Except(NotRows)];

    public bool IsInYear => Pattern.Parameters.Any(part => part.Name == "clusterYearId");

    public bool IsOfAuthority => Pattern.Parameters.Any(part => part.Name == "organizationId");

    public bool NamesSheet => IsInYear && Ids.Any(name => name is "id" or "sheetId");

    /// <summary>The stage at which the address has something to answer.</summary>
    public Stage Stage => Text.Contains("/tieu-chi/", StringComparison.Ordinal) || Text.Contains("/thiet-lap", StringComparison.Ordinal) || Text.EndsWith("/bat-dau", StringComparison.Ordinal) ? Stage.Drafting
        : Ids.Contains("layerId") || Text.EndsWith("/thong-nhat", StringComparison.Ordinal) || Text.EndsWith("/thong-qua", StringComparison.Ordinal) || Text.EndsWith("/cong-bo-du-kien", StringComparison.Ordinal)
            || Text.EndsWith("/bieu-quyet", StringComparison.Ordinal) || Text.EndsWith("/thu-phuong-an", StringComparison.Ordinal) || Text.EndsWith("/xep-hang/trinh-chieu", StringComparison.Ordinal) ? Stage.Published
        : Stage.Entering;

    public string Fill(Func<string, string> value) => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => value(parameter.Name),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => ((RoutePatternLiteralPart)part).Content,
    }))));

    public static IReadOnlyList<Address> All(Portal portal) =>
        [.. (from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
             where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
             from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
             select new Address(verb, endpoint.RoutePattern)).OrderBy(address => address.Text, StringComparer.Ordinal).ThenBy(address => address.Verb, StringComparer.Ordinal)];
}
