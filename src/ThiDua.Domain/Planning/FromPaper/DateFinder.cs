namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>
/// Finds the dates of a paragraph that may be deadlines or conferences: those with a word (ngày, trước ngày, chậm nhất, tháng, quý, …).
/// Left out are dates of cited documents, anniversaries and explanations of a day.
/// </summary>
internal sealed class DateFinder(TracedText paragraph, IReadOnlyList<string> titles)
{
    private const int LongestSentence = 600;
    private static readonly HashSet<string> Beginnings = ["du", "trong", "vao", "tu", "truoc", "het", "cham", "muon", "den", "dau", "giua", "cuoi", "nua", "thuong", "trung", "ha", "ngay", "thang", "quy", "nam"];
    private static readonly string[] Gatherings = ["hoi nghi", "dai hoi", "phien hop", "cuoc hop", "ky hop", "hoi thao", "toa dam", "hoi dien", "hoi thi", "hoi thao", "le ky", "ky ket", "mit tinh", "le ton vinh", "so ket", "tong ket", "bieu duong"];
    private static readonly string[] Tasks = ["xay dung", "ban hanh", "tham muu", "chi dao", "phan cong", "gui", "nop", "bao cao", "hoan thanh", "trinh", "dang ky", "lap", "ra soat", "thanh lap", "chuan bi", "chon", "huong dan", "don doc", "tong hop"];
    private static readonly string[] Times = ["thoi gian", "thoi diem", "thoi han", "han nop", "so ket", "tong ket"];
    private static readonly string[] Occasions = ["ky niem", "chao mung", "nhan dip", "nhan ngay", "ngay sinh", "thanh lap", "truyen thong", "lan dau"];

    private readonly string _text = paragraph.ToString();
    private readonly string _folded = Recognised.Folded(paragraph.ToString());
    private readonly DateReader _reader = new(paragraph.ToString());

    public IEnumerable<ProposedDate> Found()
    {
        for (var at = 0; at < _reader.Tokens.Count;)
        {
            var token = _reader.Tokens[at];
            var dates = Beginnings.Contains(token.Folded) || token.IsLikeMonth || _reader.IsMisreadBefore(at) || token.Number is >= 1 and <= 31 ? _reader.At(at, out var next) : _reader.At(_reader.Tokens.Count, out next);
            if (dates.Count == 0)
            {
                at++;
                continue;
            }

            var (start, length) = (token.Start, _reader.Tokens[next - 1].End - token.Start);
            foreach (var date in dates.Where(date => IsProposed(date, at, next)))
            {
                yield return new(KindOf(date), IsExpected(date, at) ? new(date.From, date.To, date.Word, date.Yearly, expected: true) : date, _text.Substring(start, length), SentenceAt(start, start + length), paragraph.SourceOf(start), length);
            }

            at = next;
        }
    }

    private bool IsProposed(DateAsWritten date, int at, int next)
    {
        var start = _reader.Tokens[at].Start;
        var isPlain = date is { Word: DateWord.On, Yearly: false, Expected: false };
        if (date.From.Unit == DateUnit.Year)
        {
            return date.Word is DateWord.Before or DateWord.Until or DateWord.Latest ? !IsNumber(at - 1) : date.Expected || (date.To is null && date.From.Part != DatePart.Whole && HasTimeLabel(start));
        }

        if (date.From.Unit != DateUnit.Day)
        {
            return true;
        }

        var isNamed = _reader.Tokens[at].Folded == "ngay";
        return !isPlain || (!IsCited(start, next) && !IsExplained(next) && !IsOccasion(start) && (isNamed ? !FollowsNamedDay(start) : HasTimeLabel(start)));
    }

    // "Công văn số 462/BNV-VP ngày 31/01/2020 của Bộ Nội vụ": a symbol before it, or the issuer after.
    private bool IsCited(int start, int next)
    {
        var words = Before(start, 40).Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(3).ToArray();
        var isCited = Array.Exists(words, word => (word.Contains('/') || word.Contains('-')) && word.Count(char.IsUpper) > 1) || Array.Exists(words, word => Recognised.Folded(word).TrimEnd(':') == "so");
        var rest = After(next);
        return isCited || (rest.StartsWith("cua ", StringComparison.Ordinal) && rest.Length > 4 && char.IsUpper(_text[AfterAt(next) + 4])) || rest.StartsWith("ve viec", StringComparison.Ordinal);
    }

    // "ngày 20/02 là ngày …"
    private bool IsExplained(int next) => After(next).StartsWith("la ngay", StringComparison.Ordinal);

    private bool IsOccasion(int start)
    {
        var clause = Clause(start);
        return Array.Exists(Occasions, word => clause.Contains(word)) && !clause.TrimEnd().EndsWith("vao", StringComparison.Ordinal);
    }

    // "nhân Ngày Doanh nhân Việt Nam (ngày 13/10)"
    private bool FollowsNamedDay(int start)
    {
        var before = Before(start, 80).TrimEnd();
        return before.EndsWith('(') && before.LastIndexOf("Ngày ", StringComparison.Ordinal) is var named and >= 0 && named + 5 < before.Length && char.IsUpper(before[named + 5]);
    }

    private bool IsExpected(DateAsWritten date, int at) => date.Expected || Clause(_reader.Tokens[at].Start).Contains("du kien");

    // "Thời gian: …", at the start of the paragraph or just before.
    private bool HasTimeLabel(int start)
    {
        var label = _folded[..Math.Min(_folded.Length, 30)].TrimStart('-', '+', '–', ' ');
        return Array.Exists(Times, time => label.StartsWith(time, StringComparison.Ordinal)) || Clause(start) is var clause && (clause.Contains("du kien") || clause.TrimEnd().EndsWith("thoi gian", StringComparison.Ordinal));
    }

    private ProposedKind KindOf(DateAsWritten date)
    {
        if (date.Word is DateWord.Before or DateWord.Until or DateWord.Latest)
        {
            return ProposedKind.Deadline;
        }

        var start = _folded[(SectionMark.At(_text)?.Length ?? 0)..].TrimStart('-', '+', '–', ' ');
        var about = HasTimeLabel(0) ? string.Join(' ', titles.Select(title => Recognised.Folded(title)).TakeLast(2)) + " " + Recognised.Cut(start, 200) : Recognised.Cut(start, 400);
        return Array.Exists(Gatherings, about.Contains) && (HasTimeLabel(0) || !Array.Exists(Tasks, task => start.StartsWith(task, StringComparison.Ordinal))) ? ProposedKind.Conference : ProposedKind.Deadline;
    }

    // Back to a sign that parts the sentence, folded.
    private string Clause(int start)
    {
        var from = Math.Max(0, start - 120);
        var piece = _folded[from..start];
        return piece[(piece.LastIndexOfAny([';', ':', '(', '.', ')']) + 1)..];
    }

    private string Before(int start, int most) => _text[Math.Max(0, start - most)..start].TrimEnd(' ', ',');

    private int AfterAt(int next) => next < _reader.Tokens.Count ? _reader.Tokens[next].Start : _text.Length;

    private string After(int next) => _folded.Substring(AfterAt(next), Math.Min(10, _folded.Length - AfterAt(next)));

    private bool IsNumber(int at) => at >= 0 && _reader.Tokens.IsNumber(at);

    private string SentenceAt(int start, int end)
    {
        var from = start;
        while (from > 0 && start - from < LongestSentence / 2 && !Ends(from - 1))
        {
            from--;
        }

        var to = end;
        while (to < _text.Length && to - end < LongestSentence / 2 && !Ends(to))
        {
            to++;
        }

        return _text[from..Math.Min(_text.Length, to + 1)].Trim(' ', ';');
    }

    // A semicolon parts only what is too long to be read at a glance.
    private bool Ends(int at) => (_text[at] == ';' && _text.Length > LongestSentence) || (_text[at] is '.' or '!' or '?' && at + 2 < _text.Length && _text[at + 1] == ' ' && char.IsUpper(_text[at + 2]) && at > 2);
}
