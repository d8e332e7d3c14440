using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>What a check of one signature found, ready to be told.</summary>
public sealed record CheckedSignature
{
    /// <summary>Whether the signature holds: over its own revision, by a certificate valid when it was made.</summary>
    public bool Holds => Problem is null;

    /// <summary>Why it does not, in words.</summary>
    public string? Problem { get; init; }

    public string Signer { get; init; } = "";

    public string? Organization { get; init; }

    public string Issuer { get; init; } = "";

    public DateTime? SignedAt { get; init; }

    /// <summary>Whether the time comes from a timestamp authority, or from the signer's own clock.</summary>
    public bool HasTimestamp { get; init; }

    public DateTime? ValidFrom { get; init; }

    public DateTime? ValidTo { get; init; }

    /// <summary>The certificates from the signer's upwards, as far as known.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Whether the chain ends at a root that this server trusts.</summary>
    public bool IsTrusted { get; init; }
}

/// <summary>Checks the CMS of a signature with the platform's own cryptography: digest, signature, certificate, chain as far as known. Asks no network.</summary>
internal static class CmsCheck
{
    private const string TimestampToken = "1.2.840.113549.1.9.16.2.14";
    private static readonly string[] Known = ["adbe.pkcs7.detached", "ETSI.CAdES.detached", ""];

    public static CheckedSignature Of(PdfSignature signature, byte[] signed)
    {
        if (signature.Problem is { } problem)
        {
            return new() { Problem = $"Chữ ký {problem}." };
        }

        if (!Known.Contains(signature.SubFilter))
        {
            return new() { Problem = $"Kiểu chữ ký {signature.SubFilter} không kiểm tra được ở đây." };
        }

        try
        {
            var cms = new SignedCms(new(signed), detached: true);
            cms.Decode(signature.Cms);
            return cms.SignerInfos.Count == 1 && cms.SignerInfos[0].Certificate is { } certificate ? Read(cms, cms.SignerInfos[0], certificate) : new() { Problem = "Chữ ký không kèm chứng thư của người ký." };
        }
        catch (CryptographicException)
        {
            return new() { Problem = "Dữ liệu của chữ ký bị hỏng, không đọc được." };
        }
    }

    private static CheckedSignature Read(SignedCms cms, SignerInfo signer, X509Certificate2 certificate)
    {
        var (at, hasTimestamp) = TimeOf(signer);
        var (chain, isTrusted) = ChainOf(certificate, cms.Certificates, at);
        return new()
        {
            Problem = Holds(signer) ? Validity(certificate, at) : "Chữ ký không đúng với tệp này: nội dung đã bị sửa sau khi ký, hoặc chữ ký được lấy từ văn bản khác.",
            Signer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Organization = Part(certificate.SubjectName, "2.5.4.10"),
            Issuer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            SignedAt = at,
            HasTimestamp = hasTimestamp,
            ValidFrom = certificate.NotBefore.ToUniversalTime(),
            ValidTo = certificate.NotAfter.ToUniversalTime(),
            Chain = chain,
            IsTrusted = isTrusted,
        };
    }

    private static bool Holds(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? Validity(X509Certificate2 certificate, DateTime? at) =>
        at is not { } time ? null
        : time > certificate.NotAfter.ToUniversalTime() ? $"Chứng thư của người ký đã hết hạn từ {Shown(certificate.NotAfter)}, trước thời điểm ký."
        : time < certificate.NotBefore.ToUniversalTime() ? $"Chứng thư của người ký chỉ có hiệu lực từ {Shown(certificate.NotBefore)}, sau thời điểm ký."
        : null;

    private static string Shown(DateTime time) => Conventions.Shown.Time(time.ToUniversalTime());

    private static (DateTime? At, bool HasTimestamp) TimeOf(SignerInfo signer)
    {
        foreach (var attribute in signer.UnsignedAttributes)
        {
            if (attribute.Oid.Value == TimestampToken && attribute.Values.Count > 0 && Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out _))
            {
                return (token.TokenInfo.Timestamp.UtcDateTime, true);
            }
        }

        var own = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>().FirstOrDefault();
        return (own is null ? null : DateTime.SpecifyKind(own.SigningTime, DateTimeKind.Utc), false);
    }

    private static (IReadOnlyList<string> Names, bool IsTrusted) ChainOf(X509Certificate2 certificate, X509Certificate2Collection others, DateTime? at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.VerificationTime = (at ?? DateTime.UtcNow).ToLocalTime();
        var isTrusted = chain.Build(certificate);
        return ([.. chain.ChainElements.Select(element => element.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))], isTrusted);
    }

    private static string? Part(X500DistinguishedName name, string oid) =>
        name.EnumerateRelativeDistinguishedNames().Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid).Select(part => part.GetSingleElementValue()).FirstOrDefault();
}
