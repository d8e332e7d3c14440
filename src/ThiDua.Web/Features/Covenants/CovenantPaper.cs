using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Covenants;

/// <summary>A covenant as it prints, with the grid of all members' signatures; and the table of who signed.</summary>
public sealed class CovenantPaper(PortalDb db, CurrentActor current, CurrentYear year)
{
    private const string Kind = "Giao ước thi đua";
    private const int ShownOfHash = 12;

    private sealed record Cluster(Letterhead Letterhead, string? Place, IReadOnlyDictionary<int, string> Heads);

    /// <summary>The covenant as stored, or with what is typed and not saved yet.</summary>
    public async Task<OfficialDocument> Handle(int covenantId, CovenantTerms? typed = null)
    {
        var covenant = await Find(covenantId);
        return Of(covenant, typed ?? covenant.Terms(), await Load());
    }

    /// <summary>The table of signatures (bảng tổng hợp chữ ký).</summary>
    public async Task<OfficialDocument> Signatures(int covenantId)
    {
        var (covenant, cluster, parties) = (await Find(covenantId), await Load(), year.Year.Parties());
        return Base(cluster, covenant) with
        {
            Title = $"Bảng tổng hợp chữ ký: {covenant.Title}",
            Kind = "Bảng tổng hợp chữ ký",
            Abstract = covenant.Title,
            Body = [.. Told(covenant, parties).Select(text => new Paragraph(text)), TableOf(covenant, parties)],
            EndMark = false,
            Wide = true,
            IssuedOn = null,
            Signatures = [(await PaperOfCluster.Load(db, year.Year)).Chair],
        };
    }

    private OfficialDocument Of(Covenant covenant, CovenantTerms terms, Cluster cluster) => Base(cluster, covenant) with
    {
        Title = terms.Title,
        Kind = Kind,
        Abstract = AbstractOf(terms.Title),
        Body = [.. MarkupBlocks.Of(terms.Preamble), .. terms.Commitments.Select((text, index) => new Paragraph($"{index + 1}. {text}")), .. NotSigned(covenant)],
        EndMark = false,
        Signatures = [.. Grid(covenant).Select(row => SignatureOf(covenant, row.Party, row.Signing, cluster))],
        Witness = Text.Clean(terms.Witness) is { } witness ? new(TypedLines.Of(witness)) : null,
    };

    // The kind stands above it: "Giao ước thi đua năm 2021 của …" goes on "Năm 2021 của …".
    private static string AbstractOf(string title) =>
        title.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) && Text.Clean(title[Kind.Length..]) is { } rest ? $"{char.ToUpper(rest[0], CultureInfo.InvariantCulture)}{rest[1..]}" : title;

    private OfficialDocument Base(Cluster cluster, Covenant covenant) => new()
    {
        Title = covenant.Title,
        Author = year.Year.Name,
        Letterhead = cluster.Letterhead,
        Place = cluster.Place,
        Year = covenant.SignBy?.Year ?? year.Year.Year,
        IssuedOn = covenant.InForceOn,
    };

    // Those who sign, and those who signed and have left since.
    private IEnumerable<(CovenantParty Party, CovenantSigning? Signing)> Grid(Covenant covenant)
    {
        var parties = year.Year.Parties();
        return parties.All.Select(party => (party, covenant.SigningOf(party.UnitId)))
            .Concat(covenant.Valid.Where(signing => parties.Find(signing.UnitId) is null).Select(signing => (new CovenantParty(signing.UnitId, signing.UnitName), (CovenantSigning?)signing)));
    }

    private Signature SignatureOf(Covenant covenant, CovenantParty party, CovenantSigning? signing, Cluster cluster)
    {
        var position = party.Position switch { Position.Leader => year.Year.LeaderTitle, Position.Deputy => year.Year.DeputyTitle, _ => null };
        var office = signing is null ? Office(cluster.Heads, party.UnitId) : [TitleOf(signing)];
        var note = signing is not null ? $"({Labels.Of(signing.Way)} ngày {signing.SignedOn:dd/MM/yyyy})" : covenant.Missing.Any(missing => missing.UnitId == party.UnitId) ? "(Chưa ký)" : null;
        return new([.. position is null ? Array.Empty<string>() : [position], party.Name, .. office], signing?.Signatory, note);
    }

    // "Chủ tịch, UBND tỉnh …": the unit stands in its own line.
    private static string TitleOf(CovenantSigning signing) => signing.Office.Split(", ")[0];

    private static string[] Office(IReadOnlyDictionary<int, string> heads, int? unitId) => Text.Clean(heads.GetValueOrDefault(unitId ?? 0)) is { } head ? [head] : [];

    private static IEnumerable<Block> NotSigned(Covenant covenant) =>
        covenant.Missing.Count == 0 ? [] : [new Paragraph([new Run($"({InForce(covenant)})", Italic: true)])];

    private static string InForce(Covenant covenant) =>
        $"Giao ước có hiệu lực từ ngày {covenant.InForceOn:dd/MM/yyyy} đối với các đơn vị đã ký; đơn vị chưa ký: {string.Join(", ", covenant.Missing.Select(party => party.Name))}.";

    private static IEnumerable<string> Told(Covenant covenant, CovenantParties parties)
    {
        yield return $"Trạng thái: {Labels.Of(covenant.State).ToLowerInvariant()}; đã ký {parties.All.Count - covenant.NotSigned(parties).Count}/{parties.All.Count} đơn vị.";
        if (covenant.Missing.Count > 0)
        {
            yield return InForce(covenant);
        }

        // To be copied and compared: without spaces, and no stop behind.
        yield return $"Mã SHA-256 của nội dung: {covenant.TextSha256}";
    }

    private Table TableOf(Covenant covenant, CovenantParties parties) => new(
        [Column.Ordinal(), new("Đơn vị", 26), new("Người ký", 18), new("Chức vụ", 18), new("Ngày ký", 11, ColumnAlignment.Center), new("Cách ký", 14), new("Mã nội dung đã ký", 14)],
        [.. Grid(covenant).Select((row, index) => new Row(row.Signing is { } signing
            ? [index + 1, row.Party.Name, signing.Signatory, TitleOf(signing), signing.SignedOn, Labels.Of(signing.Way), signing.TextSha256[..ShownOfHash]]
            : [index + 1, row.Party.Name, "", "", "", "Chưa ký", ""]))]);

    private Task<Covenant> Find(int covenantId) => db.Readable(current.Actor).AsNoTracking().Include(row => row.Signings).OneAsync(row => row.Id == covenantId);

    private async Task<Cluster> Load()
    {
        var cluster = await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Year.Id).Select(row => row.Cluster.Letterhead).SingleAsync();
        var units = await db.Organizations.AsNoTracking().Where(row => year.Year.MemberIds.Contains(row.Id)).Select(row => new { row.Id, row.HeadTitle, row.PlaceName }).ToListAsync();
        var place = units.Find(row => row.Id == year.Year.LeaderId)?.PlaceName;
        return new(new(cluster.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), string.IsNullOrEmpty(place) ? null : place, units.ToDictionary(row => row.Id, row => row.HeadTitle ?? ""));
    }
}
