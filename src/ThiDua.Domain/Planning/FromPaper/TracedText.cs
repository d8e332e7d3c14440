using System.Text;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>Text put together from pieces of the source, which still knows where each letter stood.</summary>
internal sealed class TracedText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int At, int Source)> _pieces = [];
    private int _nextSource = -1;
    private string? _made;

    public int Length => _text.Length;

    public int Offset => _pieces.Count == 0 ? 0 : _pieces[0].Source;

    public override string ToString() => _made ??= _text.ToString();

    public void Append(char letter, int source)
    {
        if (source != _nextSource)
        {
            _pieces.Add((_text.Length, source));
        }

        _text.Append(letter);
        (_nextSource, _made) = (source + 1, null);
    }

    /// <summary>Goes on with another line after a space.</summary>
    public void Append(TracedText next)
    {
        if (Length > 0)
        {
            Append(' ', _nextSource);
        }

        foreach (var (at, source) in next._pieces)
        {
            _pieces.Add((_text.Length + at, source));
        }

        _text.Append(next._text);
        (_nextSource, _made) = (next._nextSource, null);
    }

    /// <summary>Where this letter stood in the source.</summary>
    public int SourceOf(int at)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].At <= at ? (middle, high) : (low, middle - 1);
        }

        return _pieces.Count == 0 ? at : _pieces[low].Source + at - _pieces[low].At;
    }
}
