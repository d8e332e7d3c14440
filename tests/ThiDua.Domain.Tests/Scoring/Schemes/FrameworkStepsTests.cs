using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.Tests.Scoring.FrameworksInTest;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class FrameworkStepsTests
{
    [Fact]
    public void An_issued_framework_takes_no_change_and_is_replaced_or_withdrawn_by_a_document()
    {
        var (framework, next) = (Framework(), Framework());
        Should.Throw<RuleViolation>(() => framework.Rewrite(Head, Lines)).Message.ShouldContain("Đã ban hành");
        Should.Throw<RuleViolation>(() => framework.AddFree(Head, null, Own));
        framework.ReplaceBy(Head, next, Note);
        next.Withdraw(Head, Note, Document with { Number = "99/QĐ-UBND" });
        (framework.State, next.State).ShouldBe((FrameworkState.Replaced, FrameworkState.Withdrawn));
        next.History.Select(step => step.Step).ShouldBe([FrameworkStep.Issue, FrameworkStep.Withdraw]);
        next.History[1].Reason!.ShouldContain("99/QĐ-UBND");
    }

    [Fact]
    public void A_clerk_issues_only_from_signed_paper_and_another_office_not_at_all()
    {
        var clerk = Head with { Capacity = Capacity.Clerk };
        var framework = Framework(isIssued: false);
        Should.Throw<RuleViolation>(() => framework.Issue(clerk, Note, Document, null));
        Should.Throw<RuleViolation>(() => framework.Issue(Head with { OrganizationId = 3 }, Note, Document, null)).Message.ShouldContain("cơ quan quản lý");
        Should.Throw<NotPermitted>(() => framework.Rewrite(clerk with { Capacity = Capacity.Registrar }, Lines));
        framework.Issue(clerk, Note with { Paper = new("15/QĐ-UBND", new(2020, 1, 15), "Người ký", "Chủ tịch") }, Document, 5);
        (framework.State, framework.ScanId, framework.History[0].Paper!.Signatory).ShouldBe((FrameworkState.Issued, 5, "Người ký"));
    }

    [Fact]
    public void A_draft_is_freed_once_its_framework_is_no_longer_the_one_for_its_year()
    {
        var framework = Framework();
        var scheme = Following(framework);
        Should.Throw<RuleViolation>(() => scheme.Release(Leader, framework)).Message.ShouldContain("đang có hiệu lực");
        scheme.Release(Leader, null);
        scheme.Criteria.ShouldAllBe(row => row.Part == null);
        scheme.RemoveCriterion(Leader, IdOf(scheme, "I"));
    }

    [Theory]
    [InlineData(null, null, "các cụm, khối thi đua")]
    [InlineData(ClusterKind.Khoi, null, "các khối thi đua")]
    [InlineData(ClusterKind.Cum, ClusterLevel.Provincial, "các cụm thi đua cấp tỉnh")]
    public void The_scope_says_for_whom_it_is(ClusterKind? kind, ClusterLevel? level, string words) => new FrameworkScope(2020, kind, level).InWords.ShouldBe(words);
}
