using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Sending;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Shared.Issuing;

/// <summary>Makes the PDF and DOCX of an issued document, once, from its frozen text; never inside a transaction. Without a browser on the machine the document is issued all the same, and its files are made later.</summary>
public sealed partial class DocumentFiles(PortalDb db, CurrentActor current, FileStore files, IPdfRenderer pdf, IOptions<IssuingOptions> options, ILogger<DocumentFiles> log)
{
    /// <summary>The text of a document as it stands: frozen, with number and date where it has them.</summary>
    public async Task<OfficialDocument> ModelOf(IssuedDocument document)
    {
        var model = FrozenModel.Read(await db.FrozenTexts.AsNoTracking().Where(row => row.DocumentId == document.Id).OrderByDescending(row => row.Id).Select(row => row.Model).FirstAsync());
        return document is { Number: { } number, IssuedOn: { } issuedOn } ? Wording.Numbered(model, number, issuedOn) : model;
    }

    /// <summary>Tells whether the files are there now.</summary>
    public async Task<bool> Make(IssuedDocument document, CancellationToken cancellationToken = default)
    {
        if (document.PdfId is not null)
        {
            return true;
        }

        var model = await ModelOf(document);
        try
        {
            var printed = await pdf.Render(model with { CheckAddress = options.Value.AddressOf(document) }, cancellationToken);
            document.KeepFiles(current.Actor, await Keep(printed, "van-ban.pdf"), await Keep(Docx(model), "van-ban.docx"));
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (PdfUnavailable unavailable)
        {
            LogWaiting(log, document.Id, unavailable);
            return false;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another request has just made them
        }
    }

    internal static byte[] Docx(OfficialDocument model)
    {
        using var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, model);
        return file.ToArray();
    }

    private Task<StoredFile> Keep(byte[] content, string name) => files.KeepOwn(new MemoryStream(content), name, CancellationToken.None);

    [LoggerMessage(LogLevel.Warning, "Document {Id} is issued, but its files are not made yet")]
    private static partial void LogWaiting(ILogger log, int id, Exception why);
}

/// <summary>How documents are issued, section <c>Documents</c> of the configuration.</summary>
public sealed class IssuingOptions
{
    /// <summary>The portal's address as people outside reach it, <c>https://thidua.tinh.gov.vn</c>; where empty, no QR code is printed.</summary>
    public string? PublicAddress { get; set; }

    public string? AddressOf(IssuedDocument document) => string.IsNullOrWhiteSpace(PublicAddress) ? null : $"{PublicAddress.TrimEnd('/')}/kiem-tra/{document.PublicToken}";
}

/// <summary>Puts the issuing of documents into the application.</summary>
public static class PortalIssuing
{
    public static IServiceCollection AddIssuing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IssuingOptions>().Bind(configuration.GetSection("Documents"))
            .Validate(options => string.IsNullOrWhiteSpace(options.PublicAddress) || (Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")), "Documents:PublicAddress is an address that begins with http:// or https://.")
            .ValidateOnStart();
        foreach (var follower in typeof(PortalIssuing).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFollowsItsDocument))))
        {
            services.AddScoped(typeof(IFollowsItsDocument), follower);
        }

        return services.AddTextsToSend().AddScoped<Issuing>().AddScoped<DocumentFiles>();
    }
}
