using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The standing body saves its figures of one sheet; lines left as adopted are not written.</summary>
public sealed class SaveSecondFigures(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public List<Line> Lines { get; init; } = [];
    }

    public sealed record Line : TypedFigure
    {
        public int CriterionId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Lines).NotEmpty().WithMessage("Không có dòng nào để lưu.");
            RuleForEach(form => form.Lines).ChildRules(line => line.RuleFor(x => x.Reason).MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự."));
        }
    }

    public async Task<int> Handle(int sheetId, Form form)
    {
        var (by, at) = (current.Actor, clock.GetUtcNow().UtcDateTime);
        var sheet = await db.ScoreSheets.SingleOrDefaultAsync(row => row.Id == sheetId) ?? throw new NotFound();
        ScoreEntry.RequireSecondAppraisal(by, sheet);
        RuleViolation.Require(await SecondScope.Contains(db, sheet), "Theo bảng tiêu chí, chỉ ba đơn vị dẫn đầu được thẩm định lần hai.");
        var cells = (await db.ScoreEntries.Where(row => row.SheetId == sheetId && (row.Stage == ScoreStage.Final || row.Stage == ScoreStage.Second)).ToListAsync()).ToDictionary(row => (row.CriterionId, row.Stage));
        var criteria = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId).ToDictionaryAsync(row => row.Id);
        var saved = 0;
        foreach (var (line, index) in form.Lines.Select((line, index) => (line, index)).Where(row => row.line.IsTouched))
        {
            var (criterion, final) = (criteria.GetValueOrDefault(line.CriterionId), cells.GetValueOrDefault((line.CriterionId, ScoreStage.Final)));
            RuleViolation.Require(criterion is not null && final is not null, "Có dòng không thuộc bảng điểm này.", $"Lines[{index}].Points");
            saved += Write(by, sheet, line, index, criterion!, final!, cells.GetValueOrDefault((line.CriterionId, ScoreStage.Second)), at) ? 1 : 0;
        }

        db.MustStillBe(db.Rankings.Where(row => row.State == RankingState.Adopted), row => row.State, "Kết quả không còn ở trạng thái “Đã thông qua”, không thẩm định lần hai được.");
        await Save();
        return saved;
    }

    private Task Save() =>
        db.SaveOnce(() => new AlreadyChanged("Người khác vừa ghi điểm thẩm định lần hai ở dòng bạn nhập. Nội dung bạn nhập vẫn còn; hãy so lại rồi lưu."));

    private bool Write(Actor by, ScoreSheet sheet, Line line, int index, Criterion criterion, ScoreEntry final, ScoreEntry? second, DateTime at)
    {
        var points = line.Points ?? final.Points;
        if (points is null || (points == (second ?? final).Points && Text.Clean(line.Reason) == (second is null ? null : second.Note)))
        {
            return false;
        }

        if (second is null)
        {
            second = ScoreEntry.ForSecondAppraisal(by, sheet, criterion.Id);
            db.Add(second);
        }
        else
        {
            db.Expect(second, line.Version);
        }

        try
        {
            second.AppraiseAgain(by, points.Value, line.Reason, final, criterion, at);
        }
        catch (RuleViolation problem)
        {
            throw new RuleViolation(problem.Message, $"Lines[{index}].{(problem.Field == "Reason" ? "Reason" : "Points")}");
        }

        return true;
    }
}

/// <summary>Which sheets the scheme gives to the second appraisal: all, or the first three of the layer in force.</summary>
internal static class SecondScope
{
    public static async Task<bool> Contains(PortalDb db, ScoreSheet sheet)
    {
        var scope = await db.ScoringSchemes.Where(row => row.Id == sheet.SchemeId).Select(row => row.SecondAppraisal).SingleAsync();
        return scope == SecondAppraisalScope.All || await db.LayerRows.AnyAsync(row => row.UnitId == sheet.UnitId && row.Rank <= 3 && row.LayerId == db.ResultLayers.Max(layer => layer.Id));
    }
}
