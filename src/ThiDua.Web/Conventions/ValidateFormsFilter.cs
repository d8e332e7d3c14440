using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ThiDua.Web.Conventions;

/// <summary>Runs the validator of each form that an action takes, and leaves what it finds in ModelState.</summary>
public sealed class ValidateFormsFilter(IServiceProvider services) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var (_, form) in context.ActionArguments)
        {
            if (form is null || services.GetService(typeof(IValidator<>).MakeGenericType(form.GetType())) is not IValidator validator)
            {
                continue;
            }

            var result = await validator.ValidateAsync(new ValidationContext<object>(form), context.HttpContext.RequestAborted);
            foreach (var error in result.Errors.Where(error => context.ModelState[error.PropertyName]?.Errors is not { Count: > 0 }))
            {
                context.ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
            }
        }

        await next();
    }
}

/// <summary>Registers every validator and every use case of the features.</summary>
public static class FeatureParts
{
    public static IServiceCollection AddFeatureParts(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(FeatureParts).Assembly))
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }

        var useCases = typeof(FeatureParts).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.GetMethod("Handle") is not null && type.Namespace?.StartsWith("ThiDua.Web.Features", StringComparison.Ordinal) == true);
        foreach (var useCase in useCases)
        {
            services.AddScoped(useCase);
        }

        return services;
    }
}
