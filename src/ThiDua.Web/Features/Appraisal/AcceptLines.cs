using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Chấp nhận như tự chấm: all lines of a section, or of the sheet, that nobody appraised yet; in one transaction, each with its own trace.</summary>
public sealed class AcceptLines(PortalDb db, FindSheetOnDuty find, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        /// <summary>The section; none for the whole sheet.</summary>
        public int? SectionId { get; init; }
    }

    public sealed class Validator : FluentValidation.AbstractValidator<Form>;

    /// <summary>How many lines were accepted, and how many are left to appraise one by one.</summary>
    public async Task<(int Accepted, int Left)> Handle(int sheetId, Form form)
    {
        var found = await find.Handle(sheetId);
        var (sheet, duty, policy) = (found.Sheet, found.Duty, found.NotAssigned);
        sheet.RequireAppraisalBy(current.Actor, duty);
        found.RequireOpenDays();
        var lines = await AppraisedSheet.Load(db, sheet, policy);
        var accepted = lines.Acceptable(form.SectionId);
        RuleViolation.Require(accepted.Count > 0, "Không còn dòng nào chấp nhận được như tự chấm: các dòng còn lại phải thẩm định từng dòng.");
        foreach (var leaf in accepted)
        {
            Accept(sheet, duty, leaf, lines.Self(leaf.Id)!, lines.ScoringOf(leaf.Id));
        }

        await Save(sheet);
        return (accepted.Count, lines.Left().Except(accepted).Count());
    }

    private void Accept(ScoreSheet sheet, AppraisalDuty duty, Criterion leaf, ScoreEntry self, LeafScoring scoring)
    {
        var cell = ScoreEntry.ForAppraisal(current.Actor, sheet, duty, leaf.Id);
        cell.Appraise(current.Actor, new(self.Values, null, null), self, leaf, clock.GetUtcNow().UtcDateTime, scoring);
        db.Add(cell);
    }

    private async Task Save(ScoreSheet sheet)
    {
        db.MustBeOpenForAppraisal(sheet);
        await db.SaveOnce("Người khác vừa thẩm định một số dòng trong đó nên chưa chấp nhận dòng nào. Trang đã được tải lại; hãy xem rồi thực hiện lại.");
    }
}
