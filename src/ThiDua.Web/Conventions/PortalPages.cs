using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ThiDua.Web.Conventions;

/// <summary>How MVC is used here.</summary>
public static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddSingleton<IHtmlGenerator, KeepClusterYear>();
        services.AddScoped<Overtaken>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "thidua.bm";
            options.HeaderName = "RequestVerificationToken";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options =>
        {
            options.ValueCountLimit = 20_000; // a sheet of 176 leaves without JavaScript
            options.ValueLengthLimit = 16_000_000; // a kept form or file that travels encrypted
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "thidua.nhan");
        services.AddControllersWithViews(options =>
            {
                options.Conventions.Add(new RouteValuesFromRoute());
                options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
                options.Filters.Add<ValidateFormsFilter>();
                options.Filters.Add<ShowRefusalsFilter>();
                options.ModelBinderProviders.Insert(0, new VietnameseBinders());
                options.ModelBindingMessageProvider.SetVietnamese();
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            })
            .AddFeatureFolders();
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return services;
    }
}
