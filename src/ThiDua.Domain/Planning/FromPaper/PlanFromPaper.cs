using ThiDua.Domain.Access;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>A section as accepted: its place in the reading, title and text as corrected.</summary>
public sealed record AcceptedSection(int Index, string? Title, string? Body);

/// <summary>A date as accepted: what it is of, and the offset in the reading at which it stands.</summary>
public sealed record AcceptedDate(int Offset, BlockContent Content);

/// <summary>What a person said yes to, corrected where needed.</summary>
public sealed record AcceptedPaper(PlanTerms Terms, IReadOnlyList<BasisDescription> Bases, IReadOnlyList<AcceptedSection> Sections, IReadOnlyList<AcceptedDate> Dates);

/// <summary>Makes a draft of what was accepted of a paper. A section whose upper one was left out goes below the next above; a date goes to the section in which it stands.</summary>
public static class PlanFromPaper
{
    public static Plan Make(Actor by, PaperReading reading, AcceptedPaper accepted)
    {
        var plan = new Plan(by, accepted.Terms);
        foreach (var basis in accepted.Bases)
        {
            plan.AddBasis(by, basis);
        }

        var made = new List<(int Offset, PlanSection Section)>();
        var chosen = accepted.Sections.ToDictionary(section => section.Index);
        var index = 0;
        foreach (var section in reading.Sections)
        {
            Add(section, []);
        }

        foreach (var date in accepted.Dates)
        {
            var home = made.FindLast(section => section.Offset <= date.Offset).Section ?? (made.Count > 0 ? made[0].Section : null) ?? throw new RuleViolation("Chọn ít nhất một mục để ghi thời hạn, hội nghị vào.");
            plan.AddBlockTo(by, home, date.Content, isInText: true);
        }

        return plan;

        void Add(PaperSection read, IReadOnlyList<PlanSection> above)
        {
            IReadOnlyList<PlanSection> here = above;
            if (chosen.TryGetValue(index++, out var section))
            {
                // What lies deeper than the outline goes is kept beside the last level.
                var parents = above.Take(PlanOutline.Deepest).ToList();
                var added = plan.AddSectionBelow(by, parents.Count > 0 ? parents[^1] : null, new(section.Title, section.Body));
                made.Add((read.Offset, added));
                here = [.. parents, added];
            }

            foreach (var below in read.Below)
            {
                Add(below, here);
            }
        }
    }

    /// <summary>The conference that this text seems to speak of.</summary>
    public static ConferenceKind ConferenceOf(string text) => Text.Fold(text) switch
    {
        var words when words.Contains("tru bi", StringComparison.Ordinal) => ConferenceKind.Preparatory,
        var words when words.Contains("so ket", StringComparison.Ordinal) => ConferenceKind.MidYear,
        var words when words.Contains("tong ket", StringComparison.Ordinal) => ConferenceKind.Annual,
        var words when words.Contains("giao uoc", StringComparison.Ordinal) => ConferenceKind.CovenantSigning,
        var words when words.Contains("the thao", StringComparison.Ordinal) || words.Contains("van nghe", StringComparison.Ordinal) => ConferenceKind.ArtsAndSports,
        _ => ConferenceKind.Thematic,
    };

    /// <summary>The report that this text seems to speak of.</summary>
    public static ReportKind ReportOf(string text) => Text.Fold(text) switch
    {
        var words when words.Contains("so ket", StringComparison.Ordinal) || words.Contains("6 thang", StringComparison.Ordinal) => ReportKind.SixMonth,
        var words when words.Contains("tong ket", StringComparison.Ordinal) || words.Contains("bao cao nam", StringComparison.Ordinal) => ReportKind.Annual,
        var words when words.Contains("chuyen de", StringComparison.Ordinal) => ReportKind.Thematic,
        _ => ReportKind.AdHoc,
    };
}
