using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture;

public sealed class EveryEndpointTests(Portal portal)
{
    private static readonly Type[] Ways = [typeof(AllowAttribute), typeof(AllowAuthorityAttribute), typeof(AllowAdministratorAttribute), typeof(AllowSignedInAttribute)];

    private List<(string Name, RouteEndpoint Endpoint, ControllerActionDescriptor Action)> Actions() =>
        [.. from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
            where action is not null
            select ($"{action.ControllerName}.{action.ActionName}", endpoint, action)];

    [Fact]
    public void Says_in_exactly_one_way_who_may_reach_it()
    {
        Actions().Count.ShouldBeGreaterThan(60);
        Actions().Where(x => x.Endpoint.Metadata.Count(data => Ways.Contains(data.GetType())) != 1 && x.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(x => x.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Is_open_to_everybody_only_where_this_list_says_so() =>
        Actions().Where(x => x.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(x => x.Action.ControllerName).Distinct().Order().ShouldBe(["CalendarFeed", "Checking", "Errors", "SignIn"]);

    [Fact]
    public void Stands_under_the_cluster_year_or_authority_that_it_asks_for()
    {
        Actions().Where(x => x.Endpoint.Metadata.GetMetadata<AllowAttribute>() is not null && !x.Endpoint.RoutePattern.RawText!.StartsWith("cum/{clusterYearId:int}", StringComparison.Ordinal)).Select(x => x.Name).ShouldBeEmpty();
        Actions().Where(x => x.Endpoint.Metadata.GetMetadata<AllowAuthorityAttribute>() is not null && !x.Endpoint.RoutePattern.RawText!.StartsWith("co-quan/{organizationId:int}", StringComparison.Ordinal)).Select(x => x.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Validates_the_form_it_takes() =>
        (from action in Actions()
         from parameter in action.Action.MethodInfo.GetParameters()
         where parameter.ParameterType.Name.EndsWith("Form", StringComparison.Ordinal)
         where portal.Services.GetService(typeof(IValidator<>).MakeGenericType(parameter.ParameterType)) is null
         select $"{action.Name}({parameter.ParameterType.FullName})").ShouldBeEmpty();
}

public sealed class EveryEntityTests(Portal portal)
{
    [Fact]
    public Task Of_a_cluster_year_is_filtered_by_it() => portal.WithDb(db =>
    {
        db.Model.GetEntityTypes().Where(type => typeof(IInClusterYear).IsAssignableFrom(type.ClrType) && type.FindDeclaredQueryFilter(PortalDb.ThisClusterYear) is null).Select(type => type.ClrType.Name).ShouldBeEmpty();
        return Task.FromResult(0);
    });

    [Fact]
    public void Changes_only_through_its_methods() =>
        (from type in typeof(Actor).Assembly.GetTypes()
         where type is { IsClass: true, IsAbstract: false } && !type.IsAssignableTo(typeof(Exception)) && type.GetMethod("<Clone>$") is null // records are values
         from property in type.GetProperties()
         where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
         select $"{type.Name}.{property.Name}").ShouldBeEmpty();

    [Fact]
    public void The_domain_needs_nothing_but_NET() =>
        typeof(Actor).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
}
