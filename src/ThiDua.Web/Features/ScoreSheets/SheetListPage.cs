using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Chấm điểm: the sheets of the year; those that this person may not open show their state and nothing else.</summary>
public sealed record SheetListPage(bool HasScheme, IReadOnlyList<SheetListPage.Row> Rows, bool MayMark)
{
    public sealed record Row(int Id, int UnitId, string UnitName, ScoreSheetState State, DateTime? SubmittedAt, string Appraiser)
    {
        public bool IsOwn { get; init; }

        public bool MayOpen { get; init; }

        public bool MayAppraise { get; init; }

        public bool MayMarkNotSubmitted { get; init; }

        public bool MayAdmitLate { get; init; }

        /// <summary>The first submission came after its date.</summary>
        public bool IsLate { get; init; }

        public bool IsAppraisedLate { get; init; }

        /// <summary>The unit has left the year (thôi tham gia); its sheet stays, unranked.</summary>
        public bool HasLeft { get; init; }
    }

    public static async Task<SheetListPage> Load(PortalDb db, Actor actor, EnteredYear year)
    {
        var ranking = await db.Rankings.AsNoTracking().Select(row => (RankingState?)row.State).SingleOrDefaultAsync();
        var names = await db.Memberships.AsNoTracking().Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync();
        var sheets = await db.ScoreSheets.AsNoTracking().Select(sheet => new { sheet.Id, sheet.UnitId, sheet.UnitName, sheet.State, sheet.SubmittedAt, sheet.IsLate, sheet.IsAppraisedLate, EnteredByThisPerson = db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == actor.UserId) }).ToListAsync();
        var steps = sheets.Select(sheet => sheet.State).Distinct().ToDictionary(state => state, state => ScoreSheetWorkflow.Table.OpenTo(actor, state).Select(step => step.Step).ToHashSet());
        var rows = sheets.Select(sheet =>
        {
            var responsible = year.Duties.Responsible(sheet.UnitId);
            return new Row(sheet.Id, sheet.UnitId, sheet.UnitName, sheet.State, sheet.SubmittedAt, names.Find(name => name.OrganizationId == responsible)?.NameThen ?? "cơ quan thường trực")
            {
                IsOwn = actor.UnitId == sheet.UnitId,
                IsLate = sheet.IsLate,
                IsAppraisedLate = sheet.IsAppraisedLate,
                HasLeft = year.HasLeft(sheet.UnitId),
                MayOpen = SheetAccess.MayRead(actor, sheet.UnitId, responsible, sheet.State, ranking!.Value),
                MayAppraise = AppraisalDuty.For(sheet.UnitId, year.Duties, sheet.EnteredByThisPerson).AllowsAtDesk(actor, sheet.UnitId) && sheet.State != ScoreSheetState.Entering,
                MayMarkNotSubmitted = steps[sheet.State].Contains(ScoreSheetStep.MarkNotSubmitted),
                MayAdmitLate = ranking == RankingState.Collecting && steps[sheet.State].Contains(ScoreSheetStep.AdmitLate),
            };
        });
        return new(ranking is not null, [.. rows.OrderByDescending(row => row.IsOwn).ThenBy(row => row.UnitName, Text.VietnameseOrder)], actor.Can(Permission.MarkNotSubmitted));
    }
}
