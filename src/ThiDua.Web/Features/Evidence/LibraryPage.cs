using ThiDua.Domain;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Evidence;

/// <summary>Which files of the library are listed.</summary>
public enum LibraryFilter { InUse, Unlinked, Withdrawn }

/// <summary>By what the library is sorted.</summary>
public enum LibrarySort { Added, Name, Size, Links }

/// <summary>The library of the unit's year (kho minh chứng), with what was searched for.</summary>
public sealed record LibraryPage(LibraryQuery Query, bool IsOpen, PageOf<LibraryPage.Row> Page)
{
    public sealed record Row(int Id, string Name, long Size, string MediaType, string AddedByName, string AddedByOffice, DateTime AddedAt, DateTime? WithdrawnAt)
    {
        public IReadOnlyList<LineOfFile> Lines { get; init; } = [];

        public bool ShowsInPlace => Files.ContentCheck.ShowsInPlace(MediaType);
    }

    /// <summary>The files whose names hold every word searched for, without diacritics.</summary>
    public static IQueryable<Domain.Scoring.Evidence> Matching(IQueryable<Domain.Scoring.Evidence> files, string? search) =>
        Text.Words(search ?? "").Aggregate(files, (found, word) => found.Where(row => row.FoldedName.Contains(word)));
}

/// <summary>A line, of any cluster of the unit, behind which a file stands.</summary>
public sealed record LineOfFile(int EvidenceId, int ClusterYearId, string ClusterYear, int SheetId, int CriterionId, string Code, string Criterion, EvidenceRole Role, string? Pages, string? Note)
{
    public string Place => Pages is null ? Labels.Of(Role) : $"{Labels.Of(Role)}, {Pages}";
}

/// <summary>What the address of the library says: search, filter, order.</summary>
public sealed record LibraryQuery(string? Search, LibraryFilter Filter, LibrarySort Sort, bool Descends)
{
    private static readonly (LibraryFilter Filter, string Path, string Word)[] Filters = [(LibraryFilter.InUse, "dang-dung", "Đang dùng"), (LibraryFilter.Unlinked, "chua-gan", "Chưa gắn dòng nào"), (LibraryFilter.Withdrawn, "da-rut", "Đã rút")];
    private static readonly (LibrarySort Sort, string Path)[] Sorts = [(LibrarySort.Added, "ngay"), (LibrarySort.Name, "ten"), (LibrarySort.Size, "dung-luong"), (LibrarySort.Links, "so-dong")];

    public static LibraryQuery Of(string? search, string? filter, string? sort) => new(
        Text.Clean(search),
        Filters.FirstOrDefault(row => row.Path == filter).Filter,
        Sorts.FirstOrDefault(row => row.Path == sort?.TrimStart('-')).Sort,
        sort is null || sort.StartsWith('-'));

    /// <summary>The tabs: path and words.</summary>
    public static IEnumerable<(string Path, string Word, LibraryFilter Filter)> Tabs => Filters.Select(row => (row.Path, row.Word, row.Filter));

    public string FilterPath => Filters.First(row => row.Filter == Filter).Path;

    public string SortPath => (Descends ? "-" : "") + PathOf(Sort);

    /// <summary>What a click on a column's head asks for.</summary>
    public string Next(LibrarySort sort) => sort == Sort ? (Descends ? PathOf(sort) : "-" + PathOf(sort)) : sort == LibrarySort.Name ? PathOf(sort) : "-" + PathOf(sort);

    public string AriaSort(LibrarySort sort) => sort != Sort ? "none" : Descends ? "descending" : "ascending";

    private static string PathOf(LibrarySort sort) => Sorts.First(row => row.Sort == sort).Path;
}
