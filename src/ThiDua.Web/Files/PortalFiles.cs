using Microsoft.Extensions.Options;

namespace ThiDua.Web.Files;

/// <summary>Puts the file store into the application.</summary>
public static class PortalFiles
{
    public static IServiceCollection AddPortalFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FilesOptions>().Bind(configuration.GetSection("Files")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FilesOptions>, Check>();
        services.AddSingleton<IFileContents, FolderOfFiles>().AddSingleton<PartialFiles>().AddSingleton<Scanner>();
        services.AddSingleton<RemoveUnfinished>().AddHostedService(provider => provider.GetRequiredService<RemoveUnfinished>());
        services.AddSingleton<ScanWaiting>().AddHostedService(provider => provider.GetRequiredService<ScanWaiting>());
        return services.AddScoped<FileStore>().AddScoped<RemoveUnused>();
    }

    private sealed class Check : IValidateOptions<FilesOptions>
    {
        public ValidateOptionsResult Validate(string? name, FilesOptions options) => options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
