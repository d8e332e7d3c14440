using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Tests.Demo;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Notices;

[Collection(nameof(DemoDatabase))]
public sealed class DemoNoticesTests(DemoDatabase demo, ITestOutputHelper output)
{
    /// <summary>Whoever was told of something may open it, in the office in which they were told; asked for one of each sentence and place for each office.</summary>
    [Fact]
    public async Task A4_Every_link_that_somebody_was_told_opens_for_them()
    {
        var notices = await demo.WithDb(db => db.Notifications.AsNoTracking().ToListAsync());
        var asked = notices.GroupBy(row => (row.UserId, row.OfficeId, row.Link)).Select(group => group.First()).OrderBy(row => row.Id).Take(Checks.Full ? int.MaxValue : 300).ToList();
        var wrong = new List<string>();
        foreach (var notice in asked)
        {
            var answer = await demo.As(notice.UserId, notice.OfficeId).GetAsync(notice.Link);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                wrong.Add($"{(int)answer.StatusCode} {notice.Link}: {notice.Title}");
            }
        }

        output.WriteLine($"{notices.Count} notifications of the demo years, {asked.Count} links opened");
        asked.Count.ShouldBeGreaterThan(20);
        wrong.Distinct().ShouldBeEmpty();
    }
}
