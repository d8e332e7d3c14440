using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>A report that is submitted at the moment at which its deadline changes.</summary>
public sealed class ChangedDeadlineTests(Portal portal)
{
    [Theory]
    [InlineData("/doi-thoi-han", true)]
    [InlineData("/gia-han", true)]
    [InlineData("/gia-han", false)]
    public async Task C1_Who_submits_at_the_moment_at_which_more_time_is_given_is_not_late_by_the_old_deadline(string step, bool hasBegun)
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        var (head, url) = (year.HeadOf(year.Member), year.Report(id, year.Member));
        if (hasBegun)
        {
            await year.AReport(portal, id, year.Member, isSubmitted: false);
        }

        var atTheSave = new AtTheSave(async () =>
        {
            if (!hasBegun)
            {
                await year.AReport(portal, id, year.Member, isSubmitted: false);
            }

            await head.Follow(await head.Take(url + "/nop"));
            (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeTrue();
        });
        await using var meanwhile = portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(atTheSave))));
        using var leader = meanwhile.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        leader.DefaultRequestHeaders.Add(TestUser.Header, $"{year.Leader.ClerkId}");
        var form = (await leader.See(step == "/gia-han" ? url + step : year.Requirement(id, step))).FormTo(step);
        atTheSave.IsArmed = true;
        var answer = await leader.Submit(form, step == "/gia-han" ? ("LastDay", ReportsInTest.Day(5)) : ("When", $"đến hết ngày {ReportsInTest.Day(5)}"), ("Reason", "Thiên tai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        atTheSave.IsArmed.ShouldBeFalse("the report was submitted between");
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeFalse();
    }

    [Fact]
    public async Task C1_Who_has_read_the_old_deadline_submits_by_the_new_one_or_is_told()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (leader, url) = (year.ClerkOf(year.Leader), year.Report(id, year.Member));
        var atTheSave = new AtTheSave(async () => await leader.Follow(await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(5)}"), ("Reason", "Thiên tai"))));
        await using var meanwhile = portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(atTheSave))));
        using var head = meanwhile.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        head.DefaultRequestHeaders.Add(TestUser.Header, $"{year.Member.HeadId}");
        var form = (await head.See(url + "/nop")).FormTo("/nop");
        atTheSave.IsArmed = true;
        var answer = await head.Submit(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("vừa được sửa, gia hạn hoặc thu hồi");
        await head.Follow(await head.Submit(form));
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeFalse();
    }

    [Fact]
    public async Task D1_A_deadline_moved_earlier_makes_no_report_late_that_came_before()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (head, leader) = (year.HeadOf(year.Member), year.ClerkOf(year.Leader));
        await head.Follow(await head.Take(year.Report(id, year.Member, "/nop")));
        await leader.Follow(await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(0)}"), ("Reason", "Họp sớm")));
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeFalse();
        (await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(-1)}"), ("Reason", "Họp sớm"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "never before today, by which nobody could be in time");
    }

    /// <summary>Does something else once, when all is read and the transaction of a save is about to begin.</summary>
    private sealed class AtTheSave(Func<Task> act) : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (IsArmed)
            {
                IsArmed = false;
                await act();
            }

            return result;
        }
    }
}
