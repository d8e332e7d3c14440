using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>The objects of a PDF as a reader finds them at the end of one of its revisions: by its cross-reference tables and streams (ISO 32000-1, 7.5), newest first.</summary>
internal sealed partial class PdfObjects
{
    private const int MostSections = 500;
    private const int MostObjects = 500_000;
    private const int LargestStream = 64 * 1024 * 1024;
    private readonly byte[] _pdf;
    private readonly string _text; // Latin-1: one character a byte
    private readonly Dictionary<int, Place> _places = [];
    private readonly Dictionary<int, string[]> _packed = [];

    /// <summary>Where an object lies: in the file, or as the n-th of a stream of objects; nowhere where it was freed.</summary>
    public sealed record Place(long Offset, int Stream, int Index);

    /// <exception cref="FormatException">The tables cannot be read.</exception>
    public PdfObjects(byte[] pdf, string text, int end)
    {
        (_pdf, _text) = (pdf, text);
        var last = StartXref().Matches(text[Math.Max(0, end - 2048)..end]).LastOrDefault() ?? throw new FormatException("No startxref.");
        var (next, seen) = ((long?)long.Parse(last.Groups["at"].ValueSpan, CultureInfo.InvariantCulture), new HashSet<long>());
        while (next is { } at)
        {
            if (at < 0 || at >= end || !seen.Add(at) || seen.Count > MostSections)
            {
                throw new FormatException("The cross-reference tables do not hold together.");
            }

            var trailer = Section((int)at);
            Trailer ??= trailer;
            next = trailer.TryGetValue("/Prev", out var prev) ? long.Parse(prev, CultureInfo.InvariantCulture) : null;
        }
    }

    public Dictionary<string, string> Trailer { get; } = null!;

    public IReadOnlyDictionary<int, Place> Places => _places;

    /// <summary>The object as text, a stream by its dictionary and the hash of its bytes; null where there is none.</summary>
    public string? Body(int number)
    {
        if (!_places.TryGetValue(number, out var place) || place is { Offset: < 0, Stream: 0 })
        {
            return null;
        }

        return place.Stream > 0 ? Packed(place.Stream) is { } objects && place.Index < objects.Length ? objects[place.Index] : null : InFile(number, place.Offset);
    }

    public Dictionary<string, string>? Dictionary(int number) => Body(number) is { } body ? new PdfValue(body).Dictionary() : null;

    /// <summary>The number in "12 0 R".</summary>
    public static int? Reference(string? value) => value is not null && Ref().Match(value) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    private string? InFile(int number, long offset)
    {
        var match = offset < _text.Length ? ObjectHead().Match(_text, (int)offset, (int)Math.Min(64, _text.Length - offset)) : Match.Empty;
        if (!match.Success || match.Index != (int)offset || int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) != number)
        {
            return null;
        }

        var start = match.Index + match.Length;
        var reader = new PdfValue(_text, start);
        var value = reader.Value();
        return Stream(value, reader) is { } bytes ? $"{value} stream {Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}" : value;
    }

    private ReadOnlyMemory<byte>? Stream(string dictionary, PdfValue reader)
    {
        reader.SkipWhite();
        if (!dictionary.StartsWith("<<", StringComparison.Ordinal) || string.CompareOrdinal(_text, reader.At, "stream", 0, 6) != 0)
        {
            return null;
        }

        var start = reader.At + 6;
        start += _text[start] == '\r' ? 2 : 1;
        var given = new PdfValue(dictionary).Dictionary()?.GetValueOrDefault("/Length");
        var length = Reference(given) is { } number ? Body(number) : given;
        return int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && start + count <= _pdf.Length ? _pdf.AsMemory(start, count) : throw new FormatException("A stream has no length.");
    }

    private string[]? Packed(int stream)
    {
        if (!_packed.TryGetValue(stream, out var objects))
        {
            _packed[stream] = objects = [];
            if (_places.TryGetValue(stream, out var place) && place is { Stream: 0, Offset: >= 0 } && Unpack((int)place.Offset) is var (keys, bytes))
            {
                var (text, first) = (Encoding.Latin1.GetString(bytes), int.Parse(keys["/First"], CultureInfo.InvariantCulture));
                var offsets = text[..first].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where((_, index) => index % 2 == 1).Select(at => first + int.Parse(at, CultureInfo.InvariantCulture));
                _packed[stream] = objects = [.. offsets.Select(at => new PdfValue(text, at).Value())];
            }
        }

        return objects;
    }

    private (Dictionary<string, string> Keys, byte[] Bytes) Unpack(int offset)
    {
        var head = ObjectHead().Match(_text, offset, Math.Min(64, _text.Length - offset));
        var reader = new PdfValue(_text, offset + (head.Success && head.Index == offset ? head.Length : throw new FormatException("No object where the table says.")));
        var dictionary = reader.Value();
        var (keys, raw) = (new PdfValue(dictionary).Dictionary() ?? [], Stream(dictionary, reader) ?? throw new FormatException("No stream where the table says."));
        var filter = keys.GetValueOrDefault("/Filter")?.Trim('[', ']');
        return filter switch
        {
            null => (keys, raw.ToArray()),
            "/FlateDecode" => (keys, PngPredictor.Undo(Inflate(raw), keys.GetValueOrDefault("/DecodeParms")?.Trim('[', ']'))),
            _ => throw new FormatException($"A filter that is not read: {filter}."),
        };
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        using var zlib = new ZLibStream(new MemoryStream(raw.ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = zlib.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestStream)
            {
                throw new FormatException("A stream is too large.");
            }
        }

        return bytes.ToArray();
    }

    private Dictionary<string, string> Section(int at) => string.CompareOrdinal(_text, at, "xref", 0, 4) == 0 ? Table(at + 4) : TableStream(at);

    private Dictionary<string, string> Table(int at)
    {
        var reader = new PdfValue(_text, at);
        for (var first = reader.Value(); first != "trailer"; first = reader.Value())
        {
            var (number, count) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(reader.Value(), CultureInfo.InvariantCulture));
            for (var index = 0; index < count; index++)
            {
                var offset = long.Parse(reader.Value(), CultureInfo.InvariantCulture);
                reader.Value();
                Add(number + index, reader.Value() == "n" ? new(offset, 0, 0) : new(-1, 0, 0));
            }
        }

        var trailer = reader.Dictionary() ?? throw new FormatException("No trailer.");
        if (trailer.TryGetValue("/XRefStm", out var hybrid))
        {
            TableStream(int.Parse(hybrid, CultureInfo.InvariantCulture));
        }

        return trailer;
    }

    private Dictionary<string, string> TableStream(int at)
    {
        var (keys, bytes) = Unpack(at);
        var widths = PdfValue.Items(keys["/W"]).Select(width => int.Parse(width, CultureInfo.InvariantCulture)).ToArray();
        var index = PdfValue.Items(keys.GetValueOrDefault("/Index") ?? $"[0 {keys["/Size"]}]").Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var row = 0;
        for (var part = 0; part + 1 < index.Length; part += 2)
        {
            for (var number = index[part]; number < index[part] + index[part + 1]; number++, row += widths.Sum())
            {
                var (kind, second, third) = (widths[0] == 0 ? 1 : Field(bytes, row, widths[0]), Field(bytes, row + widths[0], widths[1]), Field(bytes, row + widths[0] + widths[1], widths[2]));
                Add(number, kind switch { 1 => new(second, 0, 0), 2 => new(-1, (int)second, (int)third), _ => new(-1, 0, 0) });
            }
        }

        return keys;
    }

    private static long Field(byte[] bytes, int at, int width)
    {
        long value = 0;
        foreach (var one in bytes.AsSpan(at, width))
        {
            value = (value << 8) | one;
        }

        return value;
    }

    // The newest section that names an object says where it lies.
    private void Add(int number, Place place)
    {
        if (_places.Count > MostObjects)
        {
            throw new FormatException("Too many objects.");
        }

        _places.TryAdd(number, place);
    }

    [GeneratedRegex(@"startxref\s+(?<at>\d+)\s+%%EOF", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"\G\s*(?<number>\d+)\s+\d+\s+obj", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ObjectHead();

    [GeneratedRegex(@"^(?<number>\d+) \d+ R$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ref();
}
