using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.LegalBases;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Bases;

/// <summary>The one place through which legal bases are read: everybody's, and those of the cluster whose year was entered.</summary>
public sealed class ReadCatalogue(PortalDb db, CurrentYear year)
{
    /// <summary>Of which list new documents become a part; null: the portal's.</summary>
    public int? ClusterId => year.MayBe?.ClusterId;

    public IQueryable<LegalBasis> Query()
    {
        var clusterId = ClusterId;
        return db.LegalBases.Where(row => row.ClusterId == null || row.ClusterId == clusterId);
    }

    /// <summary>All of them, to recognize documents and follow them from text to text.</summary>
    public async Task<LegalCatalogue> Handle() => new(await Query().AsNoTracking().ToListAsync());

    /// <summary>A document of the list that is kept here; everybody's is not changed from a cluster.</summary>
    public async Task<LegalBasis> ToChange(int legalBasisId)
    {
        RequireOpen();
        var row = await Query().OneAsync(row => row.Id == legalBasisId);
        return row.ClusterId == ClusterId ? row : throw new NotPermitted("Danh mục căn cứ chung do quản trị hệ thống cập nhật.");
    }

    /// <summary>Who leads a year that is over keeps the cluster's list no longer.</summary>
    public void RequireOpen() => RuleViolation.Require(IsOpen, "Năm thi đua đã kết thúc; danh mục của cụm, khối được cập nhật từ năm đang mở.");

    public bool IsOpen => year.MayBe?.Stage != ClusterYearStage.Concluded;
}

/// <summary>What a search among legal bases is narrowed to.</summary>
public static class SearchingBases
{
    private const int MostWords = 10;

    /// <summary>Documents in which every word typed occurs, without diacritics.</summary>
    public static IQueryable<LegalBasis> With(this IQueryable<LegalBasis> rows, string? search)
    {
        foreach (var word in LegalBasisWords.Folded(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            rows = rows.Where(row => row.Folded.Contains(word));
        }

        return rows;
    }

    public static IQueryable<LegalBasis> InForceOn(this IQueryable<LegalBasis> rows, DateOnly day) =>
        rows.Where(row => (row.InForceFrom == null || row.InForceFrom <= day) && (row.InForceTo == null || row.InForceTo >= day));

    /// <summary>As bases are printed: by kind, the older first.</summary>
    public static IOrderedQueryable<LegalBasis> InPrintedOrder(this IQueryable<LegalBasis> rows) => rows.OrderBy(row => row.Rank).ThenBy(row => row.IssuedOn).ThenBy(row => row.Id);
}
