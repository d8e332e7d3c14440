using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class SchemeWorkflowTests
{
    private static readonly SignedPaper Paper = new("02/HD-CTĐ", new(2020, 3, 1), "Người ký", "Chủ tịch");

    private static Actor By(Position position, Capacity capacity) => new(1, "Người thử", 1, "Cương vị", 1, capacity) { ClusterYearId = 1, Positions = new HashSet<Position> { position } };

    public static TheoryData<SchemeState, SchemeStep, Position, Capacity, bool> Everything()
    {
        var all = from state in Enum.GetValues<SchemeState>()
                  from step in Enum.GetValues<SchemeStep>()
                  from position in Enum.GetValues<Position>()
                  from capacity in Enum.GetValues<Capacity>()
                  from onPaper in new[] { false, true }
                  select (state, step, position, capacity, onPaper);
        return [.. all.Select(one => new TheoryDataRow<SchemeState, SchemeStep, Position, Capacity, bool>(one.state, one.step, one.position, one.capacity, one.onPaper))];
    }

    [Theory, MemberData(nameof(Everything))]
    public void S1_A_step_is_possible_exactly_where_both_tables_say_so(SchemeState state, SchemeStep step, Position position, Capacity capacity, bool onPaper)
    {
        var by = By(position, capacity);
        var row = SchemeWorkflow.Table.RowOf(step);
        var may = by.Can(row.Needs) || (onPaper && by.CanFromPaper(row.Needs));
        var act = () => SchemeWorkflow.Table.Take(step, state, by, onPaper ? Paper : null);
        if (may && row.From.Contains(state))
        {
            act().ShouldBe(row.To);
        }
        else
        {
            var refusal = Should.Throw<Exception>(() => act());
            refusal.ShouldBeOfType(may || by.CanFromPaper(row.Needs) ? typeof(RuleViolation) : typeof(NotPermitted));
            refusal.Message.ShouldNotBeNullOrWhiteSpace();
        }

        SchemeWorkflow.Table.OpenTo(by, state).Any(open => open.Step == step).ShouldBe(row.From.Contains(state) && by.CanInAnyWay(row.Needs));
    }

    [Fact]
    public void Only_the_leader_drafts_and_only_the_leaders_head_issues_in_the_portal()
    {
        var allowed = from position in Enum.GetValues<Position>()
                      from capacity in Enum.GetValues<Capacity>()
                      from step in SchemeWorkflow.Table.OpenTo(By(position, capacity), SchemeState.Draft)
                      select (position, capacity, step.Step, step.OnPaperOnly);
        allowed.ShouldBe(
            [
                (Position.Leader, Capacity.Clerk, SchemeStep.Describe, false),
                (Position.Leader, Capacity.Clerk, SchemeStep.OpenConsultation, false),
                (Position.Leader, Capacity.Clerk, SchemeStep.Issue, true),
                (Position.Leader, Capacity.Clerk, SchemeStep.Drop, false),
                (Position.Leader, Capacity.Head, SchemeStep.Describe, false),
                (Position.Leader, Capacity.Head, SchemeStep.OpenConsultation, false),
                (Position.Leader, Capacity.Head, SchemeStep.Issue, false),
                (Position.Leader, Capacity.Head, SchemeStep.Drop, false),
                (Position.Leader, Capacity.Registrar, SchemeStep.Issue, true),
            ]);
    }

    [Fact]
    public void An_issued_scheme_refuses_every_change()
    {
        var by = By(Position.Leader, Capacity.Head);
        var scheme = new ScoringScheme(by, 1, new("Bảng", 10) { CutOffOn = new(2020, 11, 30) });
        scheme.AddCriterion(by, null, new("I", "Một", CriterionKind.Normal, 10, new PassOrFailRule()));
        scheme.Issue(by, new(DateTime.UnixEpoch), new("1", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn"));
        scheme.State.ShouldBe(SchemeState.Issued);
        Action[] acts =
        [
            () => scheme.Describe(by, new("Khác", 10), DateTime.UnixEpoch),
            () => scheme.BreakTiesBy(by, []),
            () => scheme.AddCriterion(by, null, new("II", "Hai", CriterionKind.Normal, 10, null)),
            () => scheme.ChangeCriterion(by, 0, new("I", "Khác", CriterionKind.Normal, 10, null)),
            () => scheme.MoveCriterion(by, 0, 1),
            () => scheme.RemoveCriterion(by, 0),
            () => scheme.Issue(by, new(DateTime.UnixEpoch), new("2", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn")),
        ];
        foreach (var act in acts)
        {
            Should.Throw<RuleViolation>(act).Message.ShouldContain("ã ban hành");
        }

        (scheme.Title, scheme.Criteria.Count, scheme.IssuedBy!.Number, scheme.History.Count).ShouldBe(("Bảng", 1, "1", 1));
    }

    [Fact]
    public void A_member_is_told_who_drafts_the_scheme()
    {
        var scheme = new ScoringScheme(By(Position.Leader, Capacity.Clerk), 1, new("Bảng", 10));
        Should.Throw<NotPermitted>(() => scheme.AddCriterion(By(Position.Member, Capacity.Head), null, new("I", "Một", CriterionKind.Normal, 1, null)))
            .Message.ShouldContain("đơn vị Cụm trưởng");
    }
}
