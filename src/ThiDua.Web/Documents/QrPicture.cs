using QRCoder;

namespace ThiDua.Web.Documents;

/// <summary>A QR code as a picture inside the page (mã QR): a PNG in a <c>data:</c> address, with the blank margin that readers need.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 5;

    public static string DataAddress(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }
}
