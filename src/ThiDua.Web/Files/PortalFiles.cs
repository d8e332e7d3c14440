namespace ThiDua.Web.Files;

/// <summary>Puts the file store into the application.</summary>
public static class PortalFiles
{
    public static IServiceCollection AddPortalFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FilesOptions>().Bind(configuration.GetSection("Files")).Validate(options => options.Root.Length > 0, "Files:Root names a folder.").ValidateOnStart();
        return services.AddScoped<FileStore>().AddSingleton<PartialFiles>().AddSingleton<RemoveUnfinished>().AddHostedService(provider => provider.GetRequiredService<RemoveUnfinished>());
    }
}
