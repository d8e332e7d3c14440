using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Workbooks;

/// <summary>A year whose scheme has every method of scoring, also as bonus and deduction, and sheets to be filled in.</summary>
public static class AllMethods
{
    public static async Task<ClusterYearInTest> Make(Portal portal, int units = 3)
    {
        var year = await ClusterYearInTest.Make(portal, units);
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(
            async db =>
            {
                var scheme = new ScoringScheme(by, year.Id, new("Bảng tiêu chí đủ phương pháp", 151) { CutOffOn = new(2020, 12, 31) });
                db.Add(scheme);
                await db.SaveChangesAsync();
                scheme.AddCriteria(by, Criteria());
                await db.SaveChangesAsync();
                scheme.Issue(by, new(ClusterYearInTest.Now), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
                foreach (var unit in year.Units)
                {
                    var sheet = new ScoreSheet(by, scheme, unit.Id, unit.Name);
                    db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
                }

                db.Add(new Ranking(by, scheme));
                return await db.SaveChangesAsync();
            },
            by);
        return year;
    }

    /// <summary>Runs use cases as this person in the year, in a scope of its own as a request has it.</summary>
    public static async Task<T> InYear<T>(this Portal portal, ClusterYearInTest year, UnitInTest unit, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var (services, actor) = (scope.ServiceProvider, year.Acting(unit, Capacity.Clerk));
        services.GetRequiredService<CurrentPerson>().Enter(new(actor.UserId, actor.UserName, false, false, [], new(1, "Chuyên viên", Capacity.Clerk, unit.Id, unit.Name, [])));
        services.GetRequiredService<CurrentActor>().Enter(actor);
        services.GetRequiredService<CurrentYear>().Enter(new(year.Id, 2020, "Cụm thử", ClusterKind.Cum, ClusterYearStage.Running, "Cụm trưởng", "Cụm phó", year.Authority.Id, year.StandingBody.Id,
            [new(year.Leader.Id, Position.Leader, 0), new(year.Deputy.Id, Position.Deputy, 1)], [.. year.Units.Select(row => row.Id)]));
        return await work(services);
    }

    private static IEnumerable<(string?, CriterionDescription)> Criteria()
    {
        const CriterionKind normal = CriterionKind.Normal, bonus = CriterionKind.Bonus, deduction = CriterionKind.Deduction;
        return
        [
            (null, new("I", "Nội dung", normal, 151, null)),
            ("I", new("I.1", "Kinh tế", normal, 91, null)),
            ("I.1", new("I.1.1", "Thu ngân sách", normal, 17.5m, new ProportionalRule()) { Unit = "tỷ đồng" }),
            ("I.1", new("I.1.2", "Tỷ lệ hộ nghèo", normal, 13, new ProportionalRule(1.5m, LowerIsBetter: true)) { Unit = "%" }),
            ("I.1", new("I.1.3", "Giải ngân", normal, 10.5m, new ProportionalRule(2, Cap: 100)) { Unit = "%" }),
            ("I.1", new("I.1.4", "Tăng trưởng", normal, 25, new ClusterRelativeRule()) { Unit = "%" }),
            ("I.1", new("I.1.5", "Tai nạn", normal, 15, new ClusterRelativeRule(LowerIsBetter: true)) { Unit = "vụ" }),
            ("I.1", new("I.1.6", "Xếp hạng CCHC", normal, 10, new RankToPointsRule([10, 7.25m, 5]))),
            ("I", new("I.2", "Thi đua", normal, 60, null)),
            ("I.2", new("I.2.1", "Bậc theo kết quả", normal, 9, new SteppedRule([new(5, 3.33m), new(10, 9), new(0.5m, 1)]))),
            ("I.2", new("I.2.2", "Bậc theo tỷ lệ", normal, 8, new SteppedRule([new(50, 2), new(57, 4.5m), new(100, 8)], ByPercentOfTarget: true))),
            ("I.2", new("I.2.3", "Đạt hay không", normal, 6.5m, new PassOrFailRule())),
            ("I.2", new("I.2.4", "Mức hoàn thành", normal, 7.77m, LevelsRule.Usual)),
            ("I.2", new("I.2.5", "Theo trọng số", normal, 11.23m, new WeightedRule([new("Đúng hạn", 2), new("Trực tuyến \"mức\" cao", 1.5m), new("Hài lòng", 3)]))),
            ("I.2", new("I.2.6", "Chấm trực tiếp", normal, 7.5m, new JudgedRule(0.25m))),
            ("I.2", new("I.2.7", "Báo cáo đúng hạn", normal, 10, new ByPortalRule(PortalSource.Deadlines))),
            (null, new("B", "Điểm thưởng", bonus, 5, null)),
            ("B", new("B.1", "Mô hình", bonus, 5, new PerOccurrenceRule(1.35m, Cap: 4))),
            ("B", new("B.2", "Sáng kiến", bonus, 3, new LevelsRule([new("a", "=Cấp bộ", 1), new("b", "Cấp cơ sở", 0.35m)]))),
            (null, new("C", "Điểm trừ", deduction, 12, null)),
            ("C", new("C.1", "Hồ sơ trả lại", deduction, null, new PerOccurrenceRule(1.15m))),
            ("C", new("C.2", "Vi phạm", deduction, 3, new PassOrFailRule())),
            ("C", new("C.3", "Trừ trực tiếp", deduction, 4, new JudgedRule(0.5m))),
            ("C", new("C.4", "Đơn thư", deduction, 6, new SteppedRule([new(1, 1.5m), new(5, 6)]))),
            ("C", new("C.5", "Mức vi phạm", deduction, 2, new LevelsRule([new("nang", "Nặng", 1), new("nhe", "Nhẹ", 0.125m)]))),
        ];
    }
}
