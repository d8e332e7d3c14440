using ThiDua.Domain;
using ThiDua.Domain.Clusters;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The provinces of the North Central coast in the middle of scoring: four sheets submitted, one of them appraised, one returned, one still being entered.</summary>
internal static class DemoNorthCentral
{
    private const string Leader = "38";
    private const string QuangBinh = "44";
    private const string NgheAn = "40";
    private const string HaTinh = "42";
    private const string QuangTri = "45";
    private const string ThuaThienHue = "46";

    public static async Task Plant(DemoStage stage, ClusterYear year)
    {
        year.Start(stage.ActAs(DemoPeople.ClerkOf(Leader), year), new(2020, 7, 2, 8, 0, 0, DateTimeKind.Utc));
        await stage.Db.SaveChangesAsync();
        var scheme = await Scheme.Issue(stage, year);
        year.BeginReview(stage.ActAs(DemoPeople.ClerkOf(Leader), year), new(2020, 12, 21, 1, 30, 0, DateTimeKind.Utc));
        await stage.Db.SaveChangesAsync();
        var covenants = new DemoCovenants(stage, year);
        await covenants.SignedByAll(Leader, [NgheAn, Leader, QuangTri, HaTinh, QuangBinh, ThuaThienHue], new(2020, 7, 21, 1, 0, 0, DateTimeKind.Utc));
        await covenants.UnderWay(QuangBinh, NgheAn, HaTinh, new("15/GƯ-UBND", new(2021, 1, 5), "Đinh Quang Khải", "Chủ tịch"), new(2021, 1, 4, 2, 0, 0, DateTimeKind.Utc));
        var figures = new DemoFigures("north-central");
        await Register(new(stage, year, scheme, figures, DemoOrganizations.OfProvince));
        await Score(new(stage, year, scheme, figures, DemoOrganizations.OfProvince));
    }

    // The leader receives those of the others, the deputy the leader's own; the last one waits.
    private static async Task Register(DemoRegistrations registrations)
    {
        foreach (var (unit, receiver, day) in new[] { (Leader, QuangBinh, 22), (NgheAn, Leader, 23), (HaTinh, Leader, 24), (QuangBinh, Leader, 24), (ThuaThienHue, Leader, 27) })
        {
            var paper = unit == HaTinh ? new SignedPaper("305/UBND-TĐKT", new(2020, 7, 24), "Đinh Quang Khải", "Chủ tịch Ủy ban nhân dân tỉnh") : null;
            await registrations.Receive(await registrations.Register(unit, new(2020, 7, day, 2, 0, 0, DateTimeKind.Utc), paper), receiver, Leader);
        }

        await registrations.Register(QuangTri, new(2020, 7, 31, 8, 0, 0, DateTimeKind.Utc));
    }

    private static async Task Score(DemoScores scores)
    {
        foreach (var (unit, day) in new[] { (Leader, 22), (NgheAn, 22), (HaTinh, 23), (QuangBinh, 24), (ThuaThienHue, 24), (QuangTri, 29) })
        {
            await scores.Enter(unit, new(2020, 12, day, 2, 5, 0, DateTimeKind.Utc));
        }

        await scores.Submit(NgheAn, new(2020, 12, 25, 3, 12, 0, DateTimeKind.Utc));
        await scores.Submit(HaTinh, new(2020, 12, 28, 7, 40, 0, DateTimeKind.Utc), new("512/BC-UBND", new(2020, 12, 28), "Đinh Quang Khải", "Chủ tịch Ủy ban nhân dân tỉnh"));
        await scores.Submit(Leader, new(2020, 12, 28, 9, 5, 0, DateTimeKind.Utc));
        await scores.Submit(QuangBinh, new(2020, 12, 29, 2, 20, 0, DateTimeKind.Utc));
        await scores.Submit(ThuaThienHue, new(2020, 12, 29, 8, 55, 0, DateTimeKind.Utc));
        await scores.Appraise(NgheAn, Leader, new(2021, 1, 5, 1, 15, 0, DateTimeKind.Utc));
        await scores.Return(ThuaThienHue, Leader, new(2021, 1, 5, 4, 0, 0, DateTimeKind.Utc), "Tiêu chí I.1.5: tỷ lệ giải ngân 94,1 % không khớp số liệu của Kho bạc Nhà nước; đề nghị rà soát. Tiêu chí III.3: bổ sung danh sách điển hình tiên tiến được công nhận trong năm.");
    }

    private static DemoScheme Scheme => new(
        "province-cluster",
        "Bảng tiêu chí và thang điểm thi đua năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ",
        Leader,
        new("1620/HD-CTĐBTB", new(2020, 7, 20), "Cụm thi đua các tỉnh Bắc Trung Bộ", "Hướng dẫn chấm điểm thi đua năm 2020"),
        new(2020, 12, 31),
        new(2020, 7, 14, 3, 0, 0, DateTimeKind.Utc),
        new(2020, 7, 20, 2, 30, 0, DateTimeKind.Utc));
}
