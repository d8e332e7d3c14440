using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Regulations;

/// <summary>An issued regulation of the cluster with its decision, and when it is in force.</summary>
public sealed record IssuedRegulation(int Id, int ClusterYearId, string Title, RegulationState State, YearParameters Parameters, DocumentReference Document, DateOnly FromOn)
{
    public DateOnly? LastOn { get; init; }

    public bool IsInForceOn(DateOnly day) => FromOn <= day && (LastOn is null || LastOn >= day);

    public RegulationToTake ToTake() => new(Id, Parameters, Document);
}

/// <summary>The regulations that were issued for a cluster, whatever year each was made in: whoever entered one year of the cluster reads them all.</summary>
public sealed class RegulationsOfCluster(PortalDb db)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<IssuedRegulation>> Handle(int clusterId)
    {
        var rows = await Rows(clusterId).ToListAsync();
        var time = new RegulationsOverTime(rows.Select(row => new RegulationSpan(row.Id, row.FromOn, row.ToOn)));
        return [.. rows.OrderByDescending(row => row.FromOn).ThenByDescending(row => row.Id).Select(row => new IssuedRegulation(row.Id, row.ClusterYearId, row.Title, row.State, row.Parameters, row.Recorded ?? row.Issued!, row.FromOn) { LastOn = time.LastDayOf(row.Id) })];
    }

    public async Task<IssuedRegulation?> InForceOn(int clusterId, DateOnly day) => (await Handle(clusterId)).FirstOrDefault(row => row.IsInForceOn(day));

    private IQueryable<Row> Rows(int clusterId) =>
        from regulation in db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
        where regulation.ClusterId == clusterId && (regulation.State == RegulationState.Issued || regulation.State == RegulationState.Replaced || regulation.State == RegulationState.Revoked)
        join found in db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]) on regulation.DocumentId equals found.Id into documents
        from document in documents.DefaultIfEmpty()
        select new Row
        {
            Id = regulation.Id,
            ClusterYearId = regulation.ClusterYearId,
            Title = regulation.Title,
            State = regulation.State,
            Parameters = regulation.Parameters,
            FromOn = regulation.FromOn!.Value,
            ToOn = regulation.ToOn,
            Recorded = regulation.Recorded,
            Number = document.Number,
            Symbol = document.Symbol,
            IssuedOn = document.IssuedOn,
            Issuer = document.IssuerName,
            Abstract = document.Abstract,
        };

    private sealed class Row
    {
        public int Id { get; init; }

        public int ClusterYearId { get; init; }

        public string Title { get; init; } = "";

        public RegulationState State { get; init; }

        public YearParameters Parameters { get; init; } = new();

        public DateOnly FromOn { get; init; }

        public DateOnly? ToOn { get; init; }

        public DocumentReference? Recorded { get; init; }

        public int? Number { get; init; }

        public string? Symbol { get; init; }

        public DateOnly? IssuedOn { get; init; }

        public string? Issuer { get; init; }

        public string? Abstract { get; init; }

        public DocumentReference? Issued => Number is { } number && IssuedOn is { } on ? new(DocumentSymbol.Numbered(number, Symbol!), on, Issuer!, Abstract!) : null;
    }
}
