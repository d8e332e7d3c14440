using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ThiDua.Web.Conventions;

/// <summary>What an address names is read from the address alone: a posted field of the same name changes nothing.</summary>
internal sealed class RouteValuesFromRoute : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var templates = action.Selectors.Concat(action.Controller.Selectors).Select(selector => selector.AttributeRouteModel?.Template ?? "").ToList();
        foreach (var parameter in action.Parameters.Where(parameter => templates.Exists(template => Names(template, parameter.Name))))
        {
            parameter.BindingInfo ??= new();
            parameter.BindingInfo.BindingSource ??= BindingSource.Path;
        }
    }

    private static bool Names(string template, string parameter) =>
        template.Contains($"{{{parameter}:", StringComparison.OrdinalIgnoreCase) || template.Contains($"{{{parameter}}}", StringComparison.OrdinalIgnoreCase);
}
