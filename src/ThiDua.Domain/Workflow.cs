using ThiDua.Domain.Access;

namespace ThiDua.Domain;

/// <summary>A workflow as a table: which step leads from where to where, and who may take it.</summary>
public sealed class Workflow<TState, TStep>(params Workflow<TState, TStep>.Row[] rows)
    where TState : struct, Enum
    where TStep : struct, Enum
{
    public sealed record Row(TStep Step, TState[] From, TState To, Permission Needs);

    /// <summary>A step that is open now; <c>OnPaperOnly</c> where this person may only record it from signed paper.</summary>
    public sealed record OpenStep(TStep Step, TState To, bool OnPaperOnly);

    public IReadOnlyList<Row> Rows => rows;

    public TState Take(TStep step, TState state, Actor by, SignedPaper? paper = null)
    {
        var row = RowOf(step);
        RequirePermission(row.Needs, by, paper);
        RuleViolation.Require(row.From.Contains(state), $"Không thể {Labels.Of(step).ToLowerInvariant()} khi đang ở trạng thái “{Labels.Of(state)}”.");
        return row.To;
    }

    /// <summary>The steps whose buttons this person sees now.</summary>
    public IEnumerable<OpenStep> OpenTo(Actor by, TState state) =>
        rows.Where(row => row.From.Contains(state) && by.CanInAnyWay(row.Needs))
            .Select(row => new OpenStep(row.Step, row.To, OnPaperOnly: !by.Can(row.Needs)));

    public Row RowOf(TStep step) => rows.Single(row => EqualityComparer<TStep>.Default.Equals(row.Step, step));

    private static void RequirePermission(Permission needs, Actor by, SignedPaper? paper)
    {
        if (by.Can(needs) || (paper is not null && by.CanFromPaper(needs)))
        {
            return;
        }

        throw by.CanFromPaper(needs)
            ? new RuleViolation("Việc này do lãnh đạo thực hiện; chuyên viên ghi nhận theo văn bản đã ký phải nhập số, ngày, người ký.") { Others = SignedPaper.Needed }
            : new NotPermitted(Permissions.Refusal(needs));
    }
}
