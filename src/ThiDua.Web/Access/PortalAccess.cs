using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Signing in and who may reach what.</summary>
public static class PortalAccess
{
    public static IServiceCollection AddPortalAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>().AddScoped<CurrentPerson>().AddScoped<CurrentYear>().AddScoped<ReadableYears>().AddScoped<YearBefore>().AddScoped<RowsOfAddress>().AddScoped<Sessions>().AddScoped<TwoFactor>().AddScoped<SecondStep>().AddScoped<PersonProof>().AddScoped<KeptFile>();
        services.AddScoped<IAuthorizationHandler, AllowHandlers>().AddScoped<IAuthorizationMiddlewareResultHandler, ForbiddenOrNotFound>();
        // An action that says nothing lets nobody in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddIdentityCore<User>(Rules).AddSignInManager().AddDefaultTokenProviders().AddUserStore<PortalUserStore>().AddErrorDescriber<VietnameseIdentityErrors>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = KeepSession;
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        services.AddSingleton<SignInThrottle>().AddSingleton<PublicThrottle>();
        return services;
    }

    internal static bool IsByScript(HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") || request.Headers["Sec-Fetch-Dest"] == "empty" || request.Headers.XRequestedWith == "fetch";

    // The cookie is written anew with what is known of the account; which session it is, only the old one knows.
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshed)
    {
        if (refreshed is { CurrentPrincipal: { } old, NewPrincipal.Identity: ClaimsIdentity fresh })
        {
            fresh.AddClaims(old.FindAll(Sessions.Claim));
        }

        return Task.CompletedTask;
    }

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = false;
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-._";
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "thidua";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Sessions.Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = "/dang-nhap";
        options.ReturnUrlParameter = "tro-lai";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = async context =>
        {
            // A script that saves must not follow a redirect to the sign-in page: it keeps the text and asks to sign in.
            if (IsByScript(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            if (await KeptForms.Take(context.HttpContext))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized; // the sign-in page is shown with what was typed
                return;
            }

            context.Response.Redirect(context.RedirectUri);
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
