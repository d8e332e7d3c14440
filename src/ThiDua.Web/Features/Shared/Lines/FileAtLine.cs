using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>A file behind a line of a sheet (minh chứng của dòng), as a reader of the sheet sees it.</summary>
public sealed partial record FileAtLine(int SheetId, int LinkId, int CriterionId, string Name, string MediaType, EvidenceRole Role, string? Pages, string? Note, DateTime? WithdrawnAt, string? WithdrawnFor)
{
    public bool ShowsInPlace => Files.ContentCheck.ShowsInPlace(MediaType);

    /// <summary>"Giao chỉ tiêu, trang 3–5".</summary>
    public string Place => Pages is null ? Labels.Of(Role) : $"{Labels.Of(Role)}, {Pages}";

    /// <summary>Where the reader's own viewer of PDF opens it: at the first page named.</summary>
    public string Fragment => MediaType == Files.ContentCheck.Pdf && Pages is not null && Figure().Match(Pages) is { Success: true } page ? $"#page={page.Value}" : "";

    /// <summary>The files at the lines of a sheet, those withdrawn since it was submitted among them, in one statement.</summary>
    public static async Task<ILookup<int, FileAtLine>> OfSheet(PortalDb db, SheetReader reader) =>
        (await reader.Links(db).Where(link => link.UnlinkedAt == null).OrderBy(link => link.Id)
            .Select(link => new FileAtLine(link.SheetId, link.Id, link.CriterionId, link.Evidence.Name, link.Evidence.File.MediaType, link.Role, link.Pages, link.Note, link.Evidence.WithdrawnAt,
                link.Evidence.Withdrawals.Where(row => row.BroughtBackAt == null).Select(row => row.Reason).FirstOrDefault())).ToListAsync())
        .ToLookup(file => file.CriterionId);

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figure();
}

/// <summary>The files of one line as its cell shows them.</summary>
public sealed record FilesAtLine(string SheetUrl, IEnumerable<FileAtLine> Files)
{
    public string AddressOf(FileAtLine file) => $"{SheetUrl}/minh-chung/{file.LinkId}?xem=true{file.Fragment}";
}

/// <summary>Somebody who may open a sheet, and whether that is as its unit, or as one to whom it was submitted.</summary>
public sealed record SheetReader(int SheetId, bool IsOwn, bool WasSubmittedTo)
{
    public static SheetReader Of(Actor actor, EnteredYear year, int sheetId, int unitId) =>
        new(sheetId, actor.UnitId == unitId, SheetAccess.CouldReadAsSubmitted(actor, unitId, year.Duties.Responsible(unitId)));

    /// <summary>What the sheet links now; to its unit all that it ever linked; to those it was submitted to, what stood there when it was.</summary>
    public IQueryable<EvidenceLink> Links(PortalDb db) => db.EvidenceLinks.AsNoTracking().Where(link => link.SheetId == SheetId && (IsOwn
        || (link.UnlinkedAt == null && link.Evidence.WithdrawnAt == null)
        || (WasSubmittedTo && db.StepsTaken.Any(step => EF.Property<int?>(step, "OfSheetId") == link.SheetId && step.Step == nameof(ScoreSheetStep.Submit) && step.At >= link.AddedAt
            && (link.UnlinkedAt == null || step.At < link.UnlinkedAt)
            && !link.Evidence.Withdrawals.Any(row => row.At <= step.At && (row.BroughtBackAt == null || row.BroughtBackAt > step.At))))));
}
