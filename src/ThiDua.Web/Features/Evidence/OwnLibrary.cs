using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The library of the unit that the person acts for, and of the calendar year entered; no other library exists for anybody.</summary>
public sealed class OwnLibrary(PortalDb db, CurrentActor current, CurrentYear year, ReadableYears years, TimeProvider clock)
{
    public IQueryable<Domain.Scoring.Evidence> Files => db.Evidence.Where(row => row.OrganizationId == current.Actor.UnitId && row.Year == year.Year.Year);

    /// <summary>A file to be changed, in a year that is still open.</summary>
    public Task<Domain.Scoring.Evidence> Handle(int evidenceId)
    {
        TakeIntoLibrary.RequireOpen(year.Year);
        return Files.Include(row => row.Withdrawals).OneAsync(row => row.Id == evidenceId);
    }

    /// <summary>Links of these files to lines of the unit's sheets, in each of its clusters.</summary>
    public IQueryable<EvidenceLink> LinksEverywhere() => years.RowsOfAllYears<EvidenceLink>().Where(link => link.UnlinkedAt == null && link.Evidence.OrganizationId == current.Actor.UnitId);

    public Task<bool> StandsInConcludedYear(int evidenceId) =>
        LinksEverywhere().AnyAsync(link => link.EvidenceId == evidenceId && years.Query().Any(row => row.Id == link.ClusterYearId && row.Stage == ClusterYearStage.Concluded));

    /// <summary>Puts the file behind the line, where it does not stand there already.</summary>
    /// <returns>Whether it was put there.</returns>
    public async Task<bool> Link(ScoreSheet sheet, int criterionId, Domain.Scoring.Evidence evidence, EvidencePlace place)
    {
        if (await db.EvidenceLinks.AnyAsync(link => link.SheetId == sheet.Id && link.CriterionId == criterionId && link.EvidenceId == evidence.Id && link.UnlinkedAt == null))
        {
            return false;
        }

        db.Add(new EvidenceLink(current.Actor, sheet, criterionId, evidence, place, clock.GetUtcNow().UtcDateTime));
        return true;
    }

    /// <summary>Saves, if the sheet is open for entry still and each of these files is not withdrawn meanwhile.</summary>
    public async Task SaveLinks(ScoreSheet sheet, IReadOnlyCollection<int> evidenceIds)
    {
        db.MustStillBe(db.ScoreSheets.Where(row => row.Id == sheet.Id && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)), row => row.State, "Bảng điểm vừa được chuyển sang trạng thái khác nên không thay đổi minh chứng được.");
        db.MustStillBe(db.Evidence.Where(row => evidenceIds.Contains(row.Id) && row.WithdrawnAt == null), row => row.WithdrawnAt, "Một tệp vừa được rút khỏi kho nên không gắn được.", evidenceIds.Count);
        await db.SaveChangesAsync();
    }
}
