using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.Plans;

/// <summary>Keeps a text that was pasted or uploaded, to be looked through; what cannot be read is refused.</summary>
public sealed class BringPaper(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task<int> Handle(BringPaperForm form)
    {
        var paper = form.File is { } file ? OfFile(file) : new PaperText(current.Actor, form.Text!, clock.GetUtcNow().UtcDateTime);
        db.Add(paper);
        await db.SaveChangesAsync();
        return paper.Id;
    }

    private PaperText OfFile(IFormFile file)
    {
        using var content = file.OpenReadStream();
        try
        {
            return new(current.Actor, Path.GetFileName(file.FileName), DocxReader.Read(content), clock.GetUtcNow().UtcDateTime);
        }
        catch (RuleViolation refusal) when (refusal.Field is null)
        {
            throw new RuleViolation(refusal.Message, nameof(BringPaperForm.File));
        }
    }
}

/// <summary>Makes a draft of what a person accepted of the paper.</summary>
public sealed class TakePaper(PortalDb db, CurrentActor current)
{
    public async Task<int> Handle(int paperId, TakePaperForm form)
    {
        var paper = await db.PaperTexts.OneAsync(row => row.Id == paperId);
        db.Expect(paper, form.Version);
        var plan = PlanFromPaper.Make(current.Actor, paper.Reading(), Accepted(form));
        paper.BecomesPlan(current.Actor, plan);
        db.Add(plan);
        await db.SaveChangesAsync();
        return plan.Id;
    }

    private static AcceptedPaper Accepted(TakePaperForm form)
    {
        var years = form.YearsOn;
        return new(
            new(form.Abstract!) { Preamble = Moved(form.Preamble), Recipients = TypedLines.Of(form.Recipients), SignatoryLines = TypedLines.Of(form.SignatoryLines), Archive = "VT" },
            [.. form.Bases.Where(choice => choice.Take).Select(choice => choice.ToDescription())],
            [.. form.Sections.Index().Where(row => row.Item.Take).Select(row => new AcceptedSection(row.Index, Moved(row.Item.Title), Moved(row.Item.Body)))],
            [.. form.Dates.Where(choice => choice.Take).Select(choice => new AcceptedDate(choice.Offset, ContentOf(choice).MovedOn(years)))]);

        string? Moved(string? text) => text is null || years == 0 ? text : YearsMoved.Of(text, years);
    }

    private static BlockContent ContentOf(PaperDateChoice choice) => choice.Kind == ProposedKind.Conference
        ? new ConferenceContent(PlanFromPaper.ConferenceOf(choice.Name!)) { Name = choice.Name, When = choice.When }
        : new DeadlineContent(PlanFromPaper.ReportOf(choice.Name!), choice.Name!) { When = choice.When };
}

/// <summary>A text that waits to be looked through.</summary>
public sealed record PaperRow(int Id, string Name, string BroughtBy, DateTime BroughtAt);

/// <summary>The page on which a text is brought in.</summary>
public sealed record BringPaperPage(BringPaperForm Form, IReadOnlyList<PaperRow> Waiting);

/// <summary>A paper with what was read from it beside what is typed.</summary>
public sealed record TakePaperPage(PaperText Paper, PaperReading Reading, TakePaperForm Form)
{
    /// <summary>What the catalogue says of each basis, for the year that is drafted.</summary>
    public IReadOnlyList<BasisFinding?> Found { get; init; } = [];

    public IReadOnlyList<(PaperSection Section, int Depth)> Sections { get; } = [.. Reading.Sections.SelectMany(section => Placed(section, 0))];

    /// <summary>Which part of the form a field belongs to, as it is headed there: "Căn cứ 3".</summary>
    public string PlaceOf(string field)
    {
        var (from, to) = (field.IndexOf('['), field.IndexOf(']'));
        if (from < 0 || !int.TryParse(field.AsSpan(from + 1, Math.Max(0, to - from - 1)), CultureInfo.InvariantCulture, out var index))
        {
            return field switch { nameof(TakePaperForm.Abstract) => "Trích yếu", nameof(TakePaperForm.Preamble) => "Lời dẫn", nameof(TakePaperForm.Sections) => "Các mục", nameof(TakePaperForm.Recipients) => "Nơi nhận", nameof(TakePaperForm.SignatoryLines) => "Phần ký", nameof(TakePaperForm.YearsOn) => "Chuyển các năm", _ => "" };
        }

        return field[..from] switch
        {
            nameof(TakePaperForm.Bases) => $"Căn cứ {index + 1}",
            nameof(TakePaperForm.Dates) => $"Mốc thời gian {index + 1}",
            _ => $"Mục {(index < Sections.Count ? Sections[index].Section.Number : $"{index + 1}")}",
        };
    }

    /// <summary>The sentence of a date in three parts: before, the date, after.</summary>
    public static (string Before, string Wording, string After) Quoted(ProposedDate date)
    {
        var at = date.Sentence.IndexOf(date.Wording, StringComparison.Ordinal);
        return at < 0 ? (date.Sentence, "", "") : (date.Sentence[..at], date.Wording, date.Sentence[(at + date.Wording.Length)..]);
    }

    private static IEnumerable<(PaperSection, int)> Placed(PaperSection section, int depth) => section.Below.SelectMany(below => Placed(below, depth + 1)).Prepend((section, depth));
}

/// <summary>Reads papers anew for their pages.</summary>
public sealed class ReadPaper(PortalDb db, CurrentYear year, ReadCatalogue catalogue, TimeProvider clock)
{
    private const int LongestName = 160;

    public async Task<IReadOnlyList<PaperRow>> Waiting() =>
        await db.PaperTexts.AsNoTracking().Where(row => row.PlanId == null).OrderByDescending(row => row.Id).Take(20).Select(row => new PaperRow(row.Id, row.Name, row.BroughtBy, row.BroughtAt)).ToListAsync();

    /// <summary>As read, or with what was typed.</summary>
    public async Task<TakePaperPage> Handle(int paperId, TakePaperForm? typed = null)
    {
        db.ChangeTracker.Clear();
        var paper = await db.PaperTexts.AsNoTracking().OneAsync(row => row.Id == paperId);
        var reading = paper.Reading();
        var (known, day) = (await catalogue.Handle(), DayOfPaper.Of(year.Year.Year, Days.Today(clock), null));
        var form = typed ?? FormOf(paper, reading, known, day);
        return new(paper, reading, form) { Found = [.. form.Bases.Select(basis => string.IsNullOrWhiteSpace(basis.Kind) ? null : known.Check(basis.ToDescription(), day))] };
    }

    // Sections and bases stand ready as a transcript that the person looks through; a date becomes a duty only where somebody ticks it.
    private TakePaperForm FormOf(PaperText paper, PaperReading reading, LegalCatalogue known, DateOnly day) => new()
    {
        Version = paper.Version,
        Abstract = reading.Head.Abstract,
        Preamble = reading.Preamble,
        Recipients = string.Join('\n', reading.Closing.Recipients.Where(line => !line.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase))),
        SignatoryLines = string.Join('\n', reading.Closing.SignatureLines.Take(4)),
        YearsOn = Math.Clamp(year.Year.Year - (reading.Head.IssuedOn?.Year ?? year.Year.Year), 0, 20),
        Bases = [.. reading.Bases.Select(BasisOf).Select(basis => Named(basis, known, day))],
        Sections = [.. reading.AllSections.Select(section => new PaperSectionChoice { Take = true, Title = section.Title, Body = section.Body })],
        Dates = [.. reading.Dates.Select(DateOf)],
    };

    // Whoever takes it as proposed gets the words of the paper.
    private static PaperBasisChoice BasisOf(PaperBasis basis)
    {
        var (kind, about) = (basis.Kind ?? basis.Ground, Text.Clean($"{basis.Name} {basis.Abstract}"));
        return new()
        {
            Take = kind is not null && (about ?? basis.Number) is not null,
            Opening = Text.Fold(basis.Opening) switch { "thuc hien" => BasisOpening.Implementing, "theo" => BasisOpening.Following, _ => BasisOpening.PursuantTo },
            Kind = kind,
            Number = basis.Number,
            IssuedOn = basis.IssuedOn,
            Issuer = basis.Issuer,
            Abstract = about,
        };
    }

    // What has no number is written as the catalogue names it.
    private static PaperBasisChoice Named(PaperBasisChoice basis, LegalCatalogue known, DateOnly day) =>
        basis.Number is null && !string.IsNullOrWhiteSpace(basis.Kind) && known.Find(basis.ToDescription(), day) is { } found ? basis with { Abstract = found.Abstract } : basis;

    private static PaperDateChoice DateOf(ProposedDate date) => new()
    {
        Offset = date.Offset,
        Kind = date.Kind,
        Name = NameOf(date),
        When = date.When.ToString(),
    };

    private static string NameOf(ProposedDate date)
    {
        var name = date.SectionTitle.Length > 0 ? date.SectionTitle : date.Sentence;
        return name.Length > LongestName ? name[..LongestName] + "…" : name;
    }
}
