namespace ThiDua.Web.Documents;

/// <summary>Puts the rendering of official documents into the application.</summary>
public static class OfficialDocuments
{
    public static IServiceCollection AddOfficialDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PdfOptions>().Bind(configuration.GetSection("Pdf"))
            .Validate(options => options.Pages >= 0 && options.TimeoutSeconds > 0, "Pdf:Pages must not be negative, Pdf:TimeoutSeconds must be positive.")
            .ValidateOnStart();
        services.AddSingleton<Signatures.PdfText>();
        return services.AddSingleton<IPdfRenderer, ChromiumPdf>();
    }
}
