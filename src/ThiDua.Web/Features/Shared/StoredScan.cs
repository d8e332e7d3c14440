using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Documents;
using ThiDua.Web.Conventions;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Shared;

/// <summary>Answers with a file that came from outside: to be downloaded, and nothing in it runs.</summary>
internal static class StoredScan
{
    public const string ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>A scan (bản quét), named after what it is the scan of; the ending follows from its content.</summary>
    public static FileStreamResult SendScan(this PortalController controller, FileStore files, StoredFile scan, string name) =>
        controller.SendFile(files, scan, $"{name}{ContentCheck.ExtensionOf(scan.MediaType)}");

    /// <summary>Under the name that it came with.</summary>
    public static FileStreamResult SendFile(this PortalController controller, FileStore files, StoredFile file, string fileName)
    {
        var content = files.Open(file.Sha256); // before the policy, which the page that says that it is lost does not have
        controller.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return controller.File(content, file.MediaType, fileName);
    }
}
