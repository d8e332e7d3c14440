using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Regulations;

namespace ThiDua.Web.Features.Regulations;

/// <summary>A regulation as it prints: the decision under the cluster's letterhead with the regulation as its annex; of what was recorded from paper the regulation alone.</summary>
public sealed class RegulationPaper(PortalDb db, CurrentYear year, RegulationsOfCluster regulations, TimeProvider clock)
{
    private const string Kind = "Quy chế";
    private const string Decision = "Quyết định";

    private ClusterWords Words => ClusterWords.Of(year.Year.Kind, year.Year.LeaderTitle, year.Year.DeputyTitle);

    /// <summary>What is issued as it was frozen; else the stored terms, or those that are typed and not saved yet.</summary>
    public async Task<OfficialDocument> Handle(Regulation regulation, RegulationTerms terms) =>
        regulation.DocumentId is { } documentId ? await Frozen(documentId) : regulation.Recorded is { } decision ? Alone(terms, decision) : await Drafted(terms);

    private async Task<OfficialDocument> Frozen(int documentId)
    {
        var document = await db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => row.Id == documentId)
            .Select(row => new { row.Number, row.IssuedOn, Model = db.FrozenTexts.Where(text => text.DocumentId == row.Id).OrderByDescending(text => text.Id).Select(text => text.Model).First() }).SingleAsync();
        return Wording.Numbered(FrozenModel.Read(document.Model), document.Number!.Value, document.IssuedOn!.Value);
    }

    private OfficialDocument Alone(RegulationTerms terms, DocumentReference decision) => new()
    {
        Title = terms.Title,
        Author = year.Year.Name,
        Kind = Kind,
        Abstract = AbstractOf(terms.Title),
        Enclosure = $"(Kèm theo {Decision} số {decision.Number} {DocumentFormats.DateInWords(decision.IssuedOn)} của {decision.Issuer})",
        Body = [.. Blocks(terms)],
        EndMark = false,
    };

    private async Task<OfficialDocument> Drafted(RegulationTerms terms)
    {
        var (entered, cluster) = (year.Year, await PaperOfCluster.Load(db, year.Year));
        var replaced = (await regulations.Handle(entered.ClusterId)).FirstOrDefault(row => row.State == RegulationState.Issued && row.IsInForceOn(terms.FromOn ?? Days.Today(clock)));
        var decision = cluster.Base(entered) with
        {
            Title = $"{Decision} về việc ban hành {terms.Title}",
            Symbol = DocumentSymbol.Of(DocumentKind.Decision, cluster.Abbreviation),
            Kind = Decision,
            Abstract = $"Về việc ban hành {terms.Title}",
            DecidedBy = $"{entered.LeaderTitle} {entered.Name}",
            LegalBases = terms.Bases,
            Body =
            [
                new Paragraph([new Run("QUYẾT ĐỊNH:", Bold: true)], Alignment.Center),
                Article(1, $"Ban hành kèm theo Quyết định này {terms.Title}."),
                Article(2, $"Quyết định này có hiệu lực {(terms.FromOn is { } from ? $"từ {DocumentFormats.DateInWords(from)}" : "kể từ ngày ký")}{(terms.ToOn is { } to ? $" đến hết {DocumentFormats.DateInWords(to)}" : "")}{(replaced is null ? "" : $" và thay thế văn bản số {replaced.Document.Number} {DocumentFormats.DateInWords(replaced.Document.IssuedOn)} của {replaced.Document.Issuer}")}."),
                Article(3, $"Các đơn vị thành viên của {entered.Name} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."),
            ],
            Signatures = terms.SignatoryLines.Count > 0 ? [new(terms.SignatoryLines, terms.Signatory)] : [],
            Recipients = terms.Recipients,
            Archive = terms.Archive ?? "VT",
        };
        return decision with { Annexes = [new(Kind.ToUpperInvariant(), AbstractOf(terms.Title), [.. Blocks(terms)]) { Enclosure = Wording.EnclosedWith(decision, Decision, entered.Name) }] };
    }

    private static Paragraph Article(int number, string text) => new([new Run($"Điều {number}. ", Bold: true), text]);

    private IEnumerable<Block> Blocks(RegulationTerms terms) => RegulationText.Parse(RegulationText.Filled(terms.Text, terms.Parameters, Words)).SelectMany(part => part switch
    {
        ChapterPart chapter => [new Chapter(chapter.Label, chapter.Title)],
        ArticlePart { Title: [.., '.'] } article => [Article(article.Number, article.Title)], // a whole sentence is no heading
        ArticlePart article => [new Heading(2, article.Heading)],
        BodyPart body => MarkupBlocks.Of(body.Markup),
        _ => Array.Empty<Block>(),
    });

    // The kind stands above it: "Quy chế tổ chức …" goes on "Tổ chức …".
    private static string AbstractOf(string title) =>
        title.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) && Text.Clean(title[Kind.Length..]) is { } rest ? $"{char.ToUpper(rest[0], CultureInfo.InvariantCulture)}{rest[1..]}" : title;
}
