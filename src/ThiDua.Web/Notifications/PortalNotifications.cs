using Microsoft.Extensions.Options;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>Puts notifications and mail into the application.</summary>
public static class PortalNotifications
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail"))
            .PostConfigure(options => WithDefaults(options, configuration, environment)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, Validation>();
        return services.AddSingleton<ITellOfSteps, TellOfSteps>().AddSingleton<MailServer>().AddScoped<SendOutbox>().AddScoped<WriteDigests>().AddScoped<PublicAddress>().AddScoped<WriteReminders>().AddScoped<FindReminders>().AddScoped<RemindOfDeadlines>();
    }

    private static void WithDefaults(MailOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        options.PortalAddress ??= configuration["Documents:PublicAddress"];
        if (environment.IsDevelopment() && !options.IsOn)
        {
            options.PickupFolder = "data/mail";
        }

        if (environment.IsDevelopment() && options.From.Length == 0)
        {
            options.From = "thidua@localhost.localdomain";
        }
    }

    private sealed class Validation : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
