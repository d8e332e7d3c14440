namespace ThiDua.Web.Documents.Signatures;

/// <summary>Undoes the predictors of PNG (ISO 32000-1, 7.4.4.4), which tables of cross-references are packed with.</summary>
internal static class PngPredictor
{
    public static byte[] Undo(byte[] bytes, string? parameters)
    {
        var keys = parameters is null ? null : new PdfValue(parameters).Dictionary();
        if (keys is null || !int.TryParse(keys.GetValueOrDefault("/Predictor"), out var predictor) || predictor < 10)
        {
            return bytes;
        }

        var width = int.TryParse(keys.GetValueOrDefault("/Columns"), out var columns) ? columns : 1;
        var result = new byte[bytes.Length / (width + 1) * width];
        for (var row = 0; row < result.Length / width; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var at = (row * width) + column;
                var (left, up, corner) = (column > 0 ? result[at - 1] : 0, row > 0 ? result[at - width] : 0, column > 0 && row > 0 ? result[at - width - 1] : 0);
                result[at] = (byte)(bytes[(row * (width + 1)) + column + 1] + bytes[row * (width + 1)] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
