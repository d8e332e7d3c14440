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
        options.PortalAddress = FirstOf(options.PortalAddress, configuration["Documents:PublicAddress"], environment.IsDevelopment() ? ListeningAt(configuration) : null);
        if (environment.IsDevelopment() && !options.IsOn)
        {
            options.PickupFolder = "data/mail";
        }

        if (environment.IsDevelopment() && options.From.Length == 0)
        {
            options.From = "thidua@localhost.localdomain";
        }
    }

    private static string? FirstOf(params IEnumerable<string?> addresses) => addresses.FirstOrDefault(address => !string.IsNullOrWhiteSpace(address));

    // On a developer's machine people reach it where it listens; a server stands behind another address.
    private static string? ListeningAt(IConfiguration configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url)).Select(bound => bound.IsUnixPipe ? null : $"{bound.Scheme}://{(bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host)}:{bound.Port}").FirstOrDefault(address => address is not null);

    private sealed class Validation : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
