using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.History;

/// <summary>
/// The steps of a cluster year that this reader may see. Steps of a score sheet are seen by who may read the sheet;
/// what the appraiser wrote of it, only once the appraisal may be read. What belongs to no known dossier is shown to nobody.
/// </summary>
public sealed class ShowHistory(PortalDb db, CurrentActor current, CurrentYear year)
{
    private sealed record Found
    {
        public required StepTaken Step { get; init; }

        public int? SheetId { get; init; }

        public int? SchemeId { get; init; }

        public int? PlanId { get; init; }

        public string? Plan { get; init; }

        public int? RegulationId { get; init; }

        public string? Regulation { get; init; }

        public int? CovenantId { get; init; }

        public string? Covenant { get; init; }

        public int? RegistrationId { get; init; }

        /// <summary>The unit whose registration it is.</summary>
        public string? Registration { get; init; }

        public int? RequirementId { get; init; }

        public string? Requirement { get; init; }

        public int? ReportId { get; init; }

        /// <summary>The unit whose report it is.</summary>
        public string? Report { get; init; }

        public int? RequestId { get; init; }

        /// <summary>The plan or scheme that was sent to the authority.</summary>
        public string? Request { get; init; }

        public int? RankingId { get; init; }

        public int? BarId { get; init; }

        public bool IsArrangement { get; init; }

        /// <summary>Of the document, or of a signed copy of it.</summary>
        public int? DocumentId { get; init; }

        public string? Document { get; init; }
    }

    private sealed record Sheet(int Id, string UnitName, bool IsReadable, bool IsAppraisalReadable);

    private sealed record Readable(IReadOnlyList<Sheet> Sheets, IReadOnlyDictionary<int, string> Bars);

    public async Task<HistoryPage> Handle(HistoryKind? kind, int? page)
    {
        var readable = await FindReadable();
        var found = await Visible(readable, kind).OrderByDescending(row => row.Step.At).ThenByDescending(row => row.Step.Id).PageAt(page);
        return new(kind, new([.. found.Rows.Select(row => Shown(row, readable))], found.Number, found.Total));
    }

    /// <summary>The scan behind a step that this person may read with its paper; else it does not exist.</summary>
    public async Task<StoredFile> Scan(int stepId)
    {
        var readable = await FindReadable();
        var found = await Visible(readable, null).OneAsync(row => row.Step.Id == stepId && row.Step.PaperScanId != null);
        return Shown(found, readable).ShowsReason ? await db.StoredFiles.AsNoTracking().OneAsync(file => file.Id == found.Step.PaperScanId) : throw new NotFound();
    }

    private IQueryable<Found> Visible(Readable known, HistoryKind? kind)
    {
        var bars = known.Bars.Keys.Select(id => (int?)id).ToList();
        var documents = db.IssuedDocuments.Where(IssuedDocument.ReadableBy(current.Actor));
        // Its other steps are those of its document.
        var given = db.DraftedDocuments.Where(DraftedDocument.ReadableBy(current.Actor)).Where(row => row.State == DraftedState.Dropped);
        var plans = db.Plans.Where(Plan.ReadableBy(current.Actor));
        var regulations = db.Regulations.Where(Domain.Regulations.Regulation.ReadableBy(current.Actor));
        var covenants = db.Covenants.Where(Covenant.ReadableBy(current.Actor));
        var registrations = db.Registrations.Where(Domain.Registrations.Registration.DraftReadableBy(current.Actor));
        var requirements = db.ReportRequirements.Where(ReportRequirement.ReadableBy(current.Actor));
        var seesAllReports = ReportSubmission.SeesAll(current.Actor); // why another unit was given more time is not everybody's
        var reports = db.ReportSubmissions.Where(ReportSubmission.ReadableBy(current.Actor));
        var requests = db.AuthorityRequests.Where(AuthorityRequest.ReadableBy(current.Actor));
        var readable = known.Sheets.Where(sheet => sheet.IsReadable).Select(sheet => (int?)sheet.Id).ToList();
        return db.StepsTaken.AsNoTracking()
            .Where(step => EF.Property<int?>(step, "OfClusterYearId") != null || EF.Property<int?>(step, "OfCalendarId") != null || EF.Property<int?>(step, "OfPlanId") != null || EF.Property<int?>(step, "OfSchemeId") != null || EF.Property<int?>(step, "OfRankingId") != null || bars.Contains(EF.Property<int?>(step, "OfBarId")) || plans.Any(row => row.Id == EF.Property<int?>(step, "OfYearPlanId")) || registrations.Any(row => row.Id == EF.Property<int?>(step, "OfRegistrationId")) || regulations.Any(row => row.Id == EF.Property<int?>(step, "OfRegulationId")) || covenants.Any(row => row.Id == EF.Property<int?>(step, "OfCovenantId")) || (requirements.Any(row => row.Id == EF.Property<int?>(step, "OfRequirementId")) && (seesAllReports || (step.Step != nameof(RequirementStep.Extend) && step.Step != nameof(YearAct.RemindUnits) && step.Step != nameof(YearAct.UrgeUnits)))) || reports.Any(row => row.Id == EF.Property<int?>(step, "OfReportId")) || requests.Any(row => row.Id == EF.Property<int?>(step, "OfRequestId")) || documents.Any(row => row.Id == EF.Property<int?>(step, "OfDocumentId") || db.SignedCopies.Any(copy => copy.Id == EF.Property<int?>(step, "OfSignedCopyId") && copy.DocumentId == row.Id)) || (step.Step == nameof(DraftedStep.Drop) && given.Any(row => row.Id == EF.Property<int?>(step, "OfDraftedDocumentId"))) || readable.Contains(EF.Property<int?>(step, "OfSheetId")))
            .Where(step => kind == null
                || (kind == HistoryKind.Year && EF.Property<int?>(step, "OfClusterYearId") != null)
                || (kind == HistoryKind.Plan && EF.Property<int?>(step, "OfYearPlanId") != null)
                || (kind == HistoryKind.Regulation && EF.Property<int?>(step, "OfRegulationId") != null)
                || (kind == HistoryKind.Covenant && EF.Property<int?>(step, "OfCovenantId") != null)
                || (kind == HistoryKind.Registration && EF.Property<int?>(step, "OfRegistrationId") != null)
                || (kind == HistoryKind.Requirement && EF.Property<int?>(step, "OfRequirementId") != null)
                || (kind == HistoryKind.Report && EF.Property<int?>(step, "OfReportId") != null)
                || (kind == HistoryKind.Request && EF.Property<int?>(step, "OfRequestId") != null)
                || (kind == HistoryKind.Scheme && EF.Property<int?>(step, "OfSchemeId") != null)
                || (kind == HistoryKind.Sheet && EF.Property<int?>(step, "OfSheetId") != null)
                || (kind == HistoryKind.Ranking && EF.Property<int?>(step, "OfRankingId") != null)
                || (kind == HistoryKind.Arrangement && (EF.Property<int?>(step, "OfCalendarId") != null || EF.Property<int?>(step, "OfPlanId") != null))
                || (kind == HistoryKind.Bar && EF.Property<int?>(step, "OfBarId") != null)
                || (kind == HistoryKind.Document && (EF.Property<int?>(step, "OfDocumentId") != null || EF.Property<int?>(step, "OfSignedCopyId") != null || EF.Property<int?>(step, "OfDraftedDocumentId") != null)))
            .Select(step => new Found { Step = step, SheetId = EF.Property<int?>(step, "OfSheetId"), SchemeId = EF.Property<int?>(step, "OfSchemeId"), RankingId = EF.Property<int?>(step, "OfRankingId"), BarId = EF.Property<int?>(step, "OfBarId"), PlanId = EF.Property<int?>(step, "OfYearPlanId"), Plan = plans.Where(row => row.Id == EF.Property<int?>(step, "OfYearPlanId")).Select(row => row.Abstract).FirstOrDefault(), RegulationId = EF.Property<int?>(step, "OfRegulationId"), Regulation = regulations.Where(row => row.Id == EF.Property<int?>(step, "OfRegulationId")).Select(row => row.Title).FirstOrDefault(), CovenantId = EF.Property<int?>(step, "OfCovenantId"), Covenant = covenants.Where(row => row.Id == EF.Property<int?>(step, "OfCovenantId")).Select(row => row.Title).FirstOrDefault(), RegistrationId = EF.Property<int?>(step, "OfRegistrationId"), Registration = registrations.Where(row => row.Id == EF.Property<int?>(step, "OfRegistrationId")).Select(row => row.UnitName).FirstOrDefault(), RequirementId = EF.Property<int?>(step, "OfRequirementId"), Requirement = requirements.Where(row => row.Id == EF.Property<int?>(step, "OfRequirementId")).Select(row => row.Title).FirstOrDefault(), ReportId = EF.Property<int?>(step, "OfReportId"), Report = reports.Where(row => row.Id == EF.Property<int?>(step, "OfReportId")).Select(row => row.UnitName).FirstOrDefault(), RequestId = EF.Property<int?>(step, "OfRequestId"), Request = requests.Where(row => row.Id == EF.Property<int?>(step, "OfRequestId")).Select(row => row.About).FirstOrDefault(), IsArrangement = EF.Property<int?>(step, "OfCalendarId") != null || EF.Property<int?>(step, "OfPlanId") != null, DocumentId = EF.Property<int?>(step, "OfDocumentId") ?? EF.Property<int?>(step, "OfSignedCopyId") ?? EF.Property<int?>(step, "OfDraftedDocumentId"), Document = documents.Where(row => row.Id == EF.Property<int?>(step, "OfDocumentId") || db.SignedCopies.Any(copy => copy.Id == EF.Property<int?>(step, "OfSignedCopyId") && copy.DocumentId == row.Id)).Select(row => row.Abstract).FirstOrDefault() ?? given.Where(row => row.Id == EF.Property<int?>(step, "OfDraftedDocumentId")).Select(row => row.Abstract).FirstOrDefault() });
    }

    private async Task<Readable> FindReadable()
    {
        var ranking = await db.Rankings.Select(row => row.State).SingleOrDefaultAsync();
        var duty = new BarDuty(year.Year.InForce);
        var bars = await db.ResultBars.AsNoTracking().Select(bar => new { bar.Id, bar.UnitId, Name = db.Memberships.Where(member => member.OrganizationId == bar.UnitId).Select(member => member.NameThen).First() }).ToListAsync();
        return new(await Sheets(ranking), bars.Where(bar => duty.MayRead(current.Actor, bar.UnitId, ranking)).ToDictionary(bar => bar.Id, bar => bar.Name));
    }

    private async Task<IReadOnlyList<Sheet>> Sheets(RankingState ranking)
    {
        var rows = await db.ScoreSheets.AsNoTracking().Select(sheet => new { sheet.Id, sheet.UnitId, sheet.UnitName, sheet.State }).ToListAsync();
        return [.. rows.Select(sheet =>
        {
            var responsible = year.Year.Duties.Responsible(sheet.UnitId);
            return new Sheet(sheet.Id, sheet.UnitName, SheetAccess.MayRead(current.Actor, sheet.UnitId, responsible, sheet.State, ranking), SheetAccess.MayReadAppraisal(current.Actor, sheet.UnitId, responsible, sheet.State));
        })];
    }

    private static HistoryRow Shown(Found found, Readable known)
    {
        var sheet = known.Sheets.FirstOrDefault(row => row.Id == found.SheetId);
        var isOfAppraiser = found.Step.Step is nameof(ScoreSheetStep.Appraise) or nameof(ScoreSheetStep.ReopenAppraisal);
        var kind = sheet is not null ? HistoryKind.Sheet : found.PlanId is not null ? HistoryKind.Plan : found.RegistrationId is not null ? HistoryKind.Registration : found.RegulationId is not null ? HistoryKind.Regulation : found.CovenantId is not null ? HistoryKind.Covenant : found.RequirementId is not null ? HistoryKind.Requirement : found.ReportId is not null ? HistoryKind.Report : found.RequestId is not null ? HistoryKind.Request : found.SchemeId is not null ? HistoryKind.Scheme : found.RankingId is not null ? HistoryKind.Ranking : found.BarId is not null ? HistoryKind.Bar : found.IsArrangement ? HistoryKind.Arrangement : found.DocumentId is not null ? HistoryKind.Document : HistoryKind.Year;
        return new(found.Step, kind, sheet?.UnitName ?? (found.BarId is { } bar ? known.Bars[bar] : found.Plan ?? found.Regulation ?? found.Registration ?? found.Covenant ?? found.Requirement ?? found.Report ?? found.Request ?? found.Document), sheet is null || !isOfAppraiser || sheet.IsAppraisalReadable);
    }
}
