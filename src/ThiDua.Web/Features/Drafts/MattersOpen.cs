using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Drafts;

/// <summary>What is still open in the year when it is handed over (việc đang giải quyết), kind by kind.</summary>
public sealed class MattersOpen(PortalDb db, CurrentYear entered)
{
    public async Task<IReadOnlyList<OpenMatters>> Handle()
    {
        OpenMatters[] all =
        [
            new("Kế hoạch chưa ban hành", await Plans()),
            new("Văn bản chưa ban hành", await Documents()),
            new("Đăng ký thi đua chưa tiếp nhận", await Registrations()),
            new("Bảng chấm điểm chưa kết thúc", await Sheets()),
            new("Đề nghị không giao chỉ tiêu chưa quyết định", await Asked()),
            new("Văn bản trình, báo cáo cơ quan quản lý chưa có trả lời", await Requests()),
            new("Đợt lấy ý kiến chưa kết thúc", await Rounds()),
        ];
        return [.. all.Where(matters => matters.Items.Count > 0)];
    }

    private async Task<IReadOnlyList<string>> Plans() =>
        [.. (await db.Plans.AsNoTracking().Where(row => row.State == PlanState.Draft || row.State == PlanState.Consulting || row.State == PlanState.Finalizing || row.State == PlanState.Submitted).OrderBy(row => row.Id).Select(row => new { row.Abstract, row.State }).ToListAsync())
            .Select(row => $"{row.Abstract} ({Words(row.State)})")];

    // Plans and what is sent to the authority have lists of their own.
    private async Task<IReadOnlyList<string>> Documents() =>
        [.. (await db.IssuedDocuments.AsNoTracking().Where(row => row.IssuerOrganizationId == null && row.Origin != nameof(Plan) && row.Origin != nameof(AuthorityRequest) && (row.State == DocumentState.Draft || row.State == DocumentState.Submitted || row.State == DocumentState.SignedOff)).OrderBy(row => row.Id).Select(row => new { row.Kind, row.Abstract, row.State }).ToListAsync())
            .Select(row => $"{Labels.Of(row.Kind)}: {row.Abstract} ({Words(row.State)})")];

    // A year that never asked for registrations owes none.
    private async Task<IReadOnlyList<string>> Registrations()
    {
        var known = await db.Registrations.AsNoTracking().Select(row => new { row.UnitId, row.State }).ToDictionaryAsync(row => row.UnitId, row => row.State);
        if (known.Count == 0 && !await db.ScoringCalendars.AnyAsync(row => row.RegistrationLastDay != null))
        {
            return [];
        }

        return [.. entered.Year.Parties().All.Where(unit => known.GetValueOrDefault(unit.UnitId) != RegistrationState.Received).Select(unit => $"{unit.Name} ({(known.TryGetValue(unit.UnitId, out var state) ? Words(state) : "chưa đăng ký")})")];
    }

    private async Task<IReadOnlyList<string>> Sheets() =>
        [.. (await db.ScoreSheets.AsNoTracking().Where(row => row.State != ScoreSheetState.Adopted && row.State != ScoreSheetState.NotSubmitted).Select(row => new { row.UnitId, row.UnitName, row.State }).ToListAsync())
            .Where(row => !entered.Year.HasLeft(row.UnitId)).OrderBy(row => row.UnitName, Text.VietnameseOrder).Select(row => $"{row.UnitName} ({Words(row.State)})")];

    private async Task<IReadOnlyList<string>> Asked() =>
        [.. (await db.LeafAssignments.AsNoTracking().Where(row => row.State == AssignmentState.Asked).Join(db.ScoreSheets, row => row.SheetId, sheet => sheet.Id, (_, sheet) => sheet.UnitName).ToListAsync())
            .CountBy(name => name).OrderBy(row => row.Key, Text.VietnameseOrder).Select(row => $"{row.Key} ({row.Value} đề nghị)")];

    private async Task<IReadOnlyList<string>> Requests() =>
        [.. (await db.AuthorityRequests.AsNoTracking().Where(row => row.State == RequestState.Draft || row.State == RequestState.Submitted || row.State == RequestState.Sent).OrderBy(row => row.Id).Select(row => new { row.About, row.State }).ToListAsync())
            .Select(row => $"{row.About} ({Words(row.State)})")];

    private async Task<IReadOnlyList<string>> Rounds() =>
        await db.Consultations.AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.Id).Select(row => row.About).ToListAsync();

    private static string Words(Enum state) => Labels.Of(state).ToLowerInvariant();
}
