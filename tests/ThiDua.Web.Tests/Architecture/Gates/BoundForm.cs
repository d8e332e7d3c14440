using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>What an action that writes takes from a request: the names that reach it, with their types.</summary>
public sealed record BoundForm(Address Address, IReadOnlyList<(string Name, Type Type)> Fields)
{
    private static readonly Type[] OfTheFramework = [typeof(CancellationToken)];

    public static IReadOnlyList<BoundForm> All(Portal portal) =>
        [.. from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
            where action is not null
            from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            where verb != "GET"
            let address = new Address(verb, endpoint.RoutePattern)
            orderby address.Text, verb
            select new BoundForm(address, [.. FieldsOf(action, address)])];

    public bool IsOf(string path) => Regex.IsMatch(path, "^" + Regex.Replace(Address.Text, @"\{\w+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Whether a posted name is one of the form's own, as it is or as the start of one.</summary>
    public bool Owns(string name) => Fields.Any(field => string.Equals(field.Name.Split('.', '[')[0], name.Split('.', '[')[0], StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string, Type)> FieldsOf(ControllerActionDescriptor action, Address address) =>
        action.Parameters.OfType<ControllerParameterDescriptor>()
            .Where(parameter => parameter.BindingInfo?.BindingSource != BindingSource.Services && !OfTheFramework.Contains(parameter.ParameterType) && address.Pattern.Parameters.All(part => part.Name != parameter.Name))
            .SelectMany(parameter => IsOneValue(parameter.ParameterType) ? [(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType)] : Below("", parameter.ParameterType));

    private static IEnumerable<(string, Type)> Below(string prefix, Type type) =>
        type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).SelectMany(property => Expand(prefix + property.Name, property.PropertyType));

    private static IEnumerable<(string, Type)> Expand(string name, Type type) =>
        IsOneValue(type) ? [(name, type)]
        : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? Expand(name + "[]", type.GetGenericArguments()[^1])
        : Below(name + ".", type);

    private static bool IsOneValue(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(decimal) || plain == typeof(DateOnly) || plain == typeof(DateTime) || plain == typeof(IFormFile) || plain.Assembly == typeof(Actor).Assembly);
}

/// <summary>Every name that something in the portal has, with a value that nothing there has.</summary>
public static class ForeignFields
{
    public const string Figure = "98765432";
    public const string Day = "09/09/1987";

    private static readonly List<(string Owner, PropertyInfo Property)> Properties =
        [.. from type in typeof(Actor).Assembly.GetTypes().Concat(typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Form", StringComparison.Ordinal)))
            // "Form." is the name of the parameter itself: such a request means other fields, and is refused for those it lacks.
            where type.IsClass && !type.Name.StartsWith('<') && type.Name != "Form"
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            select (type.Name, property)];

    /// <summary>Each name by itself, and behind the name of what it belongs to: "UnitId", "ScoreSheet.UnitId".</summary>
    public static IReadOnlyList<(string Name, string Value)> Beside(BoundForm form) =>
        [.. Properties.SelectMany(row => new[] { row.Property.Name, $"{row.Owner}.{row.Property.Name}" }.Select(name => (Name: name, Value: ValueFor(row.Property.PropertyType))))
            .DistinctBy(field => field.Name).Where(field => !form.Owns(field.Name))];

    private static string ValueFor(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } kind => Enum.GetNames(kind)[^1],
        var plain when plain == typeof(bool) => "true",
        var plain when plain == typeof(DateOnly) || plain == typeof(DateTime) => Day,
        var plain when plain == typeof(string) => $"chen thêm {Figure}",
        _ => Figure,
    };
}
