using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Features.Shared.Reports;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>The head submits, or the clerk records it from signed paper; the unit's sheet is told whether the first submission came in time.</summary>
public sealed class SubmitReport(PortalDb db, CurrentActor current, FindReport find, ReportAsSeen seen, ReportingFacts facts, FileStore files, TimeProvider clock)
{
    public async Task Handle(int requirementId, int unitId, ReportStepForm form)
    {
        var found = await find.Handle(requirementId, unitId);
        var (report, requirement, now) = (found.Begun, found.Requirement, clock.GetUtcNow().UtcDateTime);
        report.Submit(current.Actor, requirement, await form.ToNote(files, now));
        files.RequireScanned(report.FilesIn(report.Round).Select(file => (file.Name, file.File.Sha256)), "Chưa nộp được báo cáo.");
        await seen.Handle(found, form.Version, "nộp");
        find.MustStandAsRead(requirement);
        facts.Follow(requirement, unitId);
        await db.SaveOnce(() => new RuleViolation("Báo cáo vừa được nộp ở một cửa sổ khác. Xem lại trang báo cáo."));
    }
}

/// <summary>Whoever receives it sends it back to be completed, item by item.</summary>
public sealed class ReturnReport(PortalDb db, CurrentActor current, CurrentYear year, FindReport find, ReportAsSeen seen, TimeProvider clock)
{
    public async Task Handle(int requirementId, int unitId, ReturnForm form)
    {
        var found = await find.Handle(requirementId, unitId);
        IReadOnlyList<ReturnedItem> items =
        [
            .. form.Items.Where(row => Text.Clean(row.Reason) is not null).Select(row => new ReturnedItem(row.ItemId, found.Requirement.ItemOf(row.ItemId).Name, Text.Clean(row.Reason)!)),
            .. form.Figures.Where(row => Text.Clean(row.Reason) is not null).Select(row => new ReturnedItem(row.ItemId, $"Số liệu {found.Requirement.FigureOf(row.ItemId).Name}", Text.Clean(row.Reason)!) { IsFigure = true }),
        ];
        found.Begun.Return(current.Actor, found.Requirement, items, new(clock.GetUtcNow().UtcDateTime, Text.Clean(form.Reason)), year.Year.LeaderId);
        await seen.Handle(found, form.Version, "trả lại");
        await db.SaveChangesAsync();
    }
}

/// <summary>Receives a report, or opens it again.</summary>
public sealed class ReceiveReport(PortalDb db, CurrentActor current, CurrentYear year, FindReport find, ReportAsSeen seen, FileStore files, TimeProvider clock)
{
    private const string SupplementCounts = "Đơn vị đã gửi bản bổ sung, thay thế; số liệu đó được dùng khi tổng hợp lại. Cần sửa nữa thì đơn vị gửi bản bổ sung sau khi báo cáo tổng hợp mới ban hành.";

    /// <summary>What was corrected by a supplement, before its consolidated report was revoked, is corrected by the next supplement.</summary>
    public static bool MayReopen(ReportSubmission report) => report.Supplements.Count == 0;

    public async Task Handle(int requirementId, int unitId, ReportStep step, ReportStepForm form)
    {
        var found = await find.Handle(requirementId, unitId);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime);
        if (step == ReportStep.Accept)
        {
            found.Begun.Accept(current.Actor, found.Requirement, note, year.Year.LeaderId);
        }
        else
        {
            RuleViolation.Require(MayReopen(found.Begun), SupplementCounts);

            // The consolidated report is not issued at this moment.
            db.MustStillBe(db.ReportRequirements.Where(row => row.Id == requirementId && row.State == RequirementState.Announced), row => row.State, "Báo cáo tổng hợp đã ban hành nên không mở lại được; đơn vị gửi bản bổ sung, thay thế.");
            found.Begun.Reopen(current.Actor, found.Requirement, note, year.Year.LeaderId);
        }

        await seen.Handle(found, form.Version, Labels.Of(step).ToLowerInvariant());
        await db.SaveChangesAsync();
    }
}

/// <summary>Records a report that came by another way, also of a unit that has not begun one.</summary>
public sealed class RecordReceipt(PortalDb db, CurrentActor current, CurrentYear year, FindReport find, ReportAsSeen seen, ReportingFacts facts, FileStore files, TimeProvider clock)
{
    public async Task Handle(int requirementId, int unitId, OtherReceiptForm form)
    {
        var found = await find.Handle(requirementId, unitId);
        var report = found.Report ?? ReportSubmission.NotBegun(found.Requirement, (found.Unit.Id, found.Unit.Name));
        await db.Entry(found.Requirement).Collection(row => row.History).LoadAsync(); // tells when it was announced
        report.RecordReceipt(current.Actor, found.Requirement, form.ToReceipt(), await form.ToNote(files, clock.GetUtcNow().UtcDateTime), year.Year.LeaderId, [.. form.Figures.Select(row => new AchievedValue(row.FigureId, row.Value))]);
        find.MustStandAsRead(found.Requirement);
        if (found.Report is null)
        {
            db.Add(report);
        }
        else
        {
            await seen.Handle(found, form.Version, "ghi nhận");
        }

        facts.Follow(found.Requirement, unitId);
        await db.SaveOnce("Báo cáo của đơn vị vừa được người khác lập. Xem lại rồi ghi nhận.");
    }
}

/// <summary>Gives the unit more time; what came within it is late no more.</summary>
public sealed class ExtendReport(PortalDb db, CurrentActor current, CurrentYear year, ReckonReports reckon, TimeProvider clock)
{
    public async Task Handle(int requirementId, int unitId, ExtendForm form)
    {
        var requirement = await db.Requirement(requirementId, current.Actor);
        var unit = await db.UnitOf(requirement, unitId, year.Year, current.Actor);
        requirement.Extend(current.Actor, (unit.Id, unit.Name), form.LastDay!.Value, new(clock.GetUtcNow().UtcDateTime, form.Reason), year.Year.LeaderId);
        db.Expect(requirement, form.Version);
        reckon.Handle(requirement, unitId);
        await db.SaveChangesAsync();
    }
}

/// <summary>The unit sends files beside what was received, after the consolidated report.</summary>
public sealed class SupplementReport(PortalDb db, CurrentActor current, FindReport find, FileStore files, TimeProvider clock)
{
    public async Task Handle(int requirementId, int unitId, SupplementForm form, DateTime beganAt, CancellationToken cancellationToken)
    {
        var found = await find.Handle(requirementId, unitId);
        _ = found.Begun;
        var added = new List<NewFile>();
        foreach (var file in form.Files)
        {
            var stored = await files.Receive(file, nameof(form.Files), cancellationToken);
            added.Add(new(form.ItemId!.Value, stored!, FileNames.Clean(file.FileName), beganAt));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var note = new StepNote(now, Text.Clean(form.Reason), form.Paper.ToPaper((await files.Receive(form.Paper.Scan, "Paper.Scan", cancellationToken))?.Id));
        found.Begun.Supplement(current.Actor, found.Requirement, added, note, [.. form.Figures.Select(row => new AchievedValue(row.FigureId, row.Value))]);
        db.Expect(found.Begun, form.Version);
        await db.SaveChangesAsync(cancellationToken);
    }
}
