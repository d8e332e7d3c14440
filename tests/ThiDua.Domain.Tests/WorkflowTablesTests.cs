using System.Text;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests;

public sealed class WorkflowTablesTests
{
    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs");
    }

    private static Actor Anybody(Position position, Capacity capacity) => new(1, "Người thử", 1, "Cương vị", 7, capacity) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { position } };

    private static void Holds<TState, TStep>(Workflow<TState, TStep> table, params TState[] final)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        foreach (var state in Enum.GetValues<TState>())
        {
            (table.Rows.Any(row => row.From.Contains(state)) || final.Contains(state)).ShouldBeTrue($"{state} has no way out");
            (EqualityComparer<TState>.Default.Equals(state, default) || table.Rows.Any(row => EqualityComparer<TState>.Default.Equals(row.To, state))).ShouldBeTrue($"{state} is never reached");
            foreach (var row in table.Rows)
            {
                foreach (var position in Enum.GetValues<Position>())
                {
                    foreach (var capacity in Enum.GetValues<Capacity>())
                    {
                        var actor = Anybody(position, capacity);
                        var mayTake = row.From.Contains(state) && actor.Can(row.Needs);
                        table.OpenTo(actor, state).Any(open => EqualityComparer<TStep>.Default.Equals(open.Step, row.Step) && !open.OnPaperOnly).ShouldBe(mayTake);
                        if (mayTake)
                        {
                            table.Take(row.Step, state, actor).ShouldBe(row.To);
                        }
                        else
                        {
                            var refusal = Record.Exception(() => table.Take(row.Step, state, actor));
                            (refusal is RuleViolation or NotPermitted).ShouldBeTrue($"{state} × {row.Step} × {position} × {capacity}");
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void S1_Score_sheets_take_only_the_steps_of_their_table() => Holds(ScoreSheetWorkflow.Table, ScoreSheetState.Adopted);

    [Fact]
    public void S1_Assignments_of_leaves_take_only_the_steps_of_their_table() => Holds(AssignmentWorkflow.Table);

    [Fact]
    public void S1_Rankings_take_only_the_steps_of_their_table() => Holds(RankingWorkflow.Table, RankingState.Recognized);

    [Fact]
    public void S1_Bars_take_only_the_step_of_their_table() => Holds(BarWorkflow.Table, BarState.Lifted);

    [Fact]
    public void S1_Cluster_years_take_only_the_steps_of_their_table() => Holds(ClusterYearWorkflow.Table, ClusterYearStage.Concluded);

    [Fact]
    public void S1_Schemes_take_only_the_steps_of_their_table() => Holds(SchemeWorkflow.Table, SchemeState.Replaced, SchemeState.Dropped);

    [Fact]
    public void S1_Frameworks_take_only_the_steps_of_their_table() => Holds(FrameworkWorkflow.Table, FrameworkState.Replaced, FrameworkState.Withdrawn, FrameworkState.Dropped);

    [Fact]
    public void S1_Documents_take_only_the_steps_of_their_table() => Holds(DocumentWorkflow.Table, DocumentState.Replaced, DocumentState.Revoked, DocumentState.Dropped);

    [Fact]
    public void S1_Drafted_documents_take_only_the_steps_of_their_table() => Holds(DraftedWorkflow.Table, DraftedState.Replaced, DraftedState.Revoked, DraftedState.Dropped);

    [Fact]
    public void S1_Signed_copies_take_only_the_steps_of_their_table() => Holds(SignedCopyWorkflow.Table, SignedCopyState.Refused);

    [Fact]
    public void S1_Plans_take_only_the_steps_of_their_table() => Holds(PlanWorkflow.Table, PlanState.Adjusted, PlanState.Revoked, PlanState.Dropped);

    [Fact]
    public void S1_Requests_to_the_authority_take_only_the_steps_of_their_table() => Holds(AuthorityRequestWorkflow.Table, RequestState.Withdrawn, RequestState.Dropped);

    [Fact]
    public void S1_Regulations_take_only_the_steps_of_their_table() => Holds(RegulationWorkflow.Table, RegulationState.Replaced, RegulationState.Revoked, RegulationState.Dropped);

    [Fact]
    public void S1_Covenants_take_only_the_steps_of_their_table() => Holds(CovenantWorkflow.Table, CovenantState.Replaced, CovenantState.Dropped);

    [Fact]
    public void S1_Registrations_take_only_the_steps_of_their_table() => Holds(RegistrationWorkflow.Table);

    [Fact]
    public void S1_Reporting_requirements_take_only_the_steps_of_their_table() => Holds(RequirementWorkflow.Table, RequirementState.Consolidated, RequirementState.Withdrawn, RequirementState.Dropped);

    [Fact]
    public void S1_Reports_take_only_the_steps_of_their_table() => Holds(ReportWorkflow.Table);

    [Fact]
    public void Every_permission_is_granted_to_somebody() =>
        Enum.GetValues<Permission>().Where(permission => !Permissions.Table.Any(row => row.Permission == permission)).ShouldBeEmpty();

    [Fact]
    public void The_printed_tables_are_those_of_the_code()
    {
        Check("permissions.md", PermissionsAsMarkdown());
        Check("workflows.md", string.Concat(
            AsMarkdown("Năm thi đua (cluster year)", ClusterYearWorkflow.Table), AsMarkdown("Quy chế (regulation)", RegulationWorkflow.Table), AsMarkdown("Bảng tiêu chí (scoring scheme)", SchemeWorkflow.Table),
            AsMarkdown("Bảng điểm khung (framework scheme)", FrameworkWorkflow.Table),
            AsMarkdown("Kế hoạch (plan)", PlanWorkflow.Table), AsMarkdown("Gửi cơ quan quản lý (request to the authority)", AuthorityRequestWorkflow.Table), AsMarkdown("Giao ước thi đua (covenant)", CovenantWorkflow.Table),
            AsMarkdown("Đăng ký thi đua (registration)", RegistrationWorkflow.Table),
            AsMarkdown("Yêu cầu báo cáo (reporting requirement)", RequirementWorkflow.Table), AsMarkdown("Báo cáo, hồ sơ của đơn vị (report)", ReportWorkflow.Table),
            AsMarkdown("Bảng chấm điểm (score sheet)", ScoreSheetWorkflow.Table), AsMarkdown("Xếp hạng (ranking)", RankingWorkflow.Table),
            AsMarkdown("Không xét, tạm dừng xét (bar)", BarWorkflow.Table),
            AsMarkdown("Giao chỉ tiêu của một dòng (assignment of a leaf)", AssignmentWorkflow.Table),
            AsMarkdown("Văn bản (official document)", DocumentWorkflow.Table),
            AsMarkdown("Văn bản soạn theo mẫu (drafted document)", DraftedWorkflow.Table),
            AsMarkdown("Bản đã ký (signed copy)", SignedCopyWorkflow.Table)));
    }

    // With THIDUA_PRINT=1 the files are written instead of compared.
    internal static void Check(string name, string text)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("THIDUA_PRINT") == "1")
        {
            File.WriteAllText(path, text);
        }

        File.ReadAllText(path).ShouldBe(text, $"docs/{name} differs from the code: run the tests with THIDUA_PRINT=1");
    }

    private static string PermissionsAsMarkdown()
    {
        var text = new StringBuilder("# Who may do what\n\nPrinted from `Permissions.Table`; a test fails when they differ. \"On paper\": may record the act of a head from signed paper.\n\n| permission | positions | capacities | on paper |\n| --- | --- | --- | --- |\n");
        foreach (var row in Permissions.Table)
        {
            text.Append($"| {Labels.Of(row.Permission)} (`{row.Permission}`) | {Words(row.Positions)} | {Words(row.Capacities)} | {Words(row.OnPaper ?? [])} |\n");
        }

        return text.ToString();

        static string Words<T>(IEnumerable<T> values)
            where T : struct, Enum => string.Join(", ", values.Select(value => Labels.Of(value)));
    }

    private static string AsMarkdown<TState, TStep>(string title, Workflow<TState, TStep> table)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var text = new StringBuilder($"# {title}\n\n| step | from | to | needs |\n| --- | --- | --- | --- |\n");
        foreach (var row in table.Rows)
        {
            text.Append($"| {Labels.Of(row.Step)} | {string.Join(", ", row.From.Select(state => Labels.Of(state)))} | {Labels.Of(row.To)} | {Labels.Of(row.Needs)} |\n");
        }

        return text.Append('\n').ToString();
    }
}
