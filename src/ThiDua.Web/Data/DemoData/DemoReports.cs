using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Documents;
using ThiDua.Web.Files;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The reporting regimes of the two published plans: packages asked for, sent, sent back and received, with small files in place of the real ones.</summary>
internal sealed class DemoReports(DemoStage stage, ClusterYear year, FileStore files, Func<string, string> organizationOf, string leader)
{
    private const string WordFile = ".docx";

    private int LeaderId => stage.Organization(organizationOf(leader)).Id;

    // Growth in percent, as in the sheets of the demo, and communes, by province; made up, as the files are.
    private static readonly Dictionary<string, (decimal Growth, decimal Communes)> Illustrative = new() { ["38"] = (6.9m, 346), ["40"] = (6.6m, 285), ["42"] = (6.3m, 173), ["44"] = (5.3m, 82), ["45"] = (5.5m, 59), ["46"] = (4.9m, 79) };

    /// <summary>A requirement that the leader announces.</summary>
    public async Task<ReportRequirement> Announce(RequirementTerms terms, IEnumerable<ItemDescription> items, DateTime at, params IReadOnlyList<FigureDescription> figures)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(leader), year);
        var requirement = new ReportRequirement(clerk, year.Year, terms, year.Parameters.WaitsForWorkingDay);
        foreach (var item in items)
        {
            requirement.AddItem(clerk, item);
        }

        foreach (var figure in figures)
        {
            requirement.AddFigure(clerk, figure);
        }

        stage.Db.Add(requirement);
        await stage.Db.SaveChangesAsync();
        requirement.Announce(clerk, new(at));
        await stage.Db.SaveChangesAsync();
        return requirement;
    }

    /// <summary>The unit's clerk puts a file to each item, or to the first ones.</summary>
    public async Task<ReportSubmission> Write(ReportRequirement requirement, string unit, DateTime at, int items = int.MaxValue)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(unit), year);
        var member = year.Members.First(row => row.OrganizationId == stage.Organization(organizationOf(unit)).Id);
        var report = ReportSubmission.Begin(clerk, requirement, (member.OrganizationId, member.NameThen), at);
        stage.Db.Add(report);
        await stage.Db.SaveChangesAsync();
        foreach (var (index, item) in requirement.Items.Take(items).Index())
        {
            var stored = await Store(requirement, item, member.NameThen);
            stage.ActAs(DemoPeople.ClerkOf(unit), year);
            report.AddFile(clerk, requirement, new(item.Id, stored, $"{index + 1:00} {Short(item.Name)}{WordFile}", at), at);
            await stage.Db.SaveChangesAsync();
        }

        if (requirement.Figures.Count == 2 && Illustrative.TryGetValue(unit, out var values))
        {
            report.EnterFigures(clerk, requirement, [new(requirement.Figures[0].Id, values.Growth), new(requirement.Figures[1].Id, values.Communes, values.Communes - 12)], at);
            await stage.Db.SaveChangesAsync();
        }

        return report;
    }

    /// <summary>Written by the clerk and submitted by the head, or recorded from paper.</summary>
    public async Task<ReportSubmission> Submit(ReportRequirement requirement, string unit, DateTime at, SignedPaper? paper = null)
    {
        var report = await Write(requirement, unit, at.AddHours(-2));
        report.Submit(stage.ActAs(paper is null ? DemoPeople.HeadOf(unit) : DemoPeople.ClerkOf(unit), year), requirement, new(at, null, paper));
        await stage.Db.SaveChangesAsync();
        return report;
    }

    public async Task Accept(ReportRequirement requirement, ReportSubmission report, string receiver, DateTime at)
    {
        report.Accept(stage.ActAs(DemoPeople.ClerkOf(receiver), year), requirement, new(at), LeaderId);
        await stage.Db.SaveChangesAsync();
    }

    public async Task Return(ReportRequirement requirement, ReportSubmission report, IEnumerable<(int Item, string Reason)> wrong, DateTime at)
    {
        IReadOnlyList<ReturnedItem> items = [.. wrong.Select(row => new ReturnedItem(requirement.Items[row.Item].Id, requirement.Items[row.Item].Name, row.Reason))];
        report.Return(stage.ActAs(DemoPeople.ClerkOf(leader), year), requirement, items, new(at), LeaderId);
        await stage.Db.SaveChangesAsync();
    }

    public async Task Extend(ReportRequirement requirement, string unit, DateOnly lastDay, string reason, DateTime at)
    {
        var member = year.Members.First(row => row.OrganizationId == stage.Organization(organizationOf(unit)).Id);
        requirement.Extend(stage.ActAs(DemoPeople.ClerkOf(leader), year), (member.OrganizationId, member.NameThen), lastDay, new(at, reason), LeaderId);
        await stage.Db.SaveChangesAsync();
    }

    public async Task Consolidate(ReportRequirement requirement, DocumentReference document, DateTime at)
    {
        requirement.Consolidate(stage.ActAs(DemoPeople.ClerkOf(leader), year), document, new(at));
        await stage.Db.SaveChangesAsync();
    }

    private async Task<StoredFile> Store(ReportRequirement requirement, RequirementItem item, string unitName)
    {
        using var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, new() { Title = item.Name, Author = unitName, Year = year.Year, Kind = "Tài liệu minh họa", Abstract = item.Name, Body = [new Paragraph($"{unitName} gửi kèm “{requirement.Title}”. Tệp minh họa, không phải văn bản thật.")] });
        file.Position = 0;
        return await files.KeepOwn(file, $"minh-hoa{WordFile}", CancellationToken.None);
    }

    private static string Short(string name) => string.Join(' ', name.Split(' ').Take(8)).TrimEnd(',', '.', ';');

    /// <summary>The two packages of the provinces of the North Central coast: six months, and the annual one of six items.</summary>
    public static async Task PlantNorthCentral(DemoStage stage, ClusterYear year, FileStore files)
    {
        var reports = new DemoReports(stage, year, files, DemoOrganizations.OfProvince, "38");
        var recipient = new ReportRecipient { Name = "đơn vị Cụm trưởng", Through = "Ban Thi đua - Khen thưởng tỉnh Thanh Hóa", Mail = "banthidua@thanhhoa.gov.vn" };
        var sixMonth = await reports.Announce(
            new(ReportKind.SixMonth, "Báo cáo sơ kết 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2020") { Period = "6 tháng đầu năm 2020", When = "trước ngày 10/7/2020", Recipient = recipient, FromBlockId = BlockOf(stage, ReportKind.SixMonth) },
            [new("Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020"), new("Các văn bản và tài liệu liên quan", IsRequired: false)],
            At(2020, 7, 2, 9));
        foreach (var (unit, day) in new[] { ("38", 7), ("40", 8), ("42", 8), ("44", 9), ("46", 9), ("45", 11) })
        {
            var report = await reports.Submit(sixMonth, unit, At(2020, 7, day, 4));
            await reports.Accept(sixMonth, report, unit == "38" ? "44" : "38", At(2020, 7, 13, 2));
        }

        await reports.Consolidate(sixMonth, new("1702/BC-CTĐBTB", new(2020, 7, 16), year.Name, "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020"), At(2020, 7, 16, 9));
        await Annual(reports, stage, recipient);
    }

    private static async Task Annual(DemoReports reports, DemoStage stage, ReportRecipient recipient)
    {
        var growth = await stage.Db.Criteria.Where(row => row.Code == "I.1.1" && row.Rule != null).Select(row => (int?)row.Id).FirstOrDefaultAsync();
        var annual = await reports.Announce(
            new(ReportKind.Annual, "Báo cáo, các văn bản và tài liệu phục vụ Hội nghị tổng kết năm 2020") { Period = "năm 2020", When = "trước ngày 25/01/2021", Recipient = recipient, FromBlockId = BlockOf(stage, ReportKind.Annual) },
            [
                new("Báo cáo tổng kết công tác thi đua, khen thưởng năm 2020 của Ủy ban nhân dân tỉnh") { Kinds = [FileKind.Pdf, FileKind.Word] },
                new("Nghị quyết của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội, quốc phòng - an ninh năm 2020"),
                new("Báo cáo tình hình kinh tế - xã hội, quốc phòng - an ninh năm 2020 đã được Hội đồng nhân dân tỉnh thông qua tại kỳ họp cuối năm 2020"),
                new("Bảng tự chấm điểm kết quả thực hiện các tiêu chí của tỉnh năm 2020"),
                new("Báo cáo tham luận của điển hình được lựa chọn tham luận tại Hội nghị"),
                new("Các văn bản có liên quan để minh chứng số liệu trong Bảng tự chấm điểm của các địa phương", IsRequired: false),
            ],
            At(2020, 12, 21, 2),
            new("Tốc độ tăng GRDP", "%") { Decimals = 1, CriterionId = growth },
            new("Số xã đạt chuẩn nông thôn mới", "xã") { Decimals = 0, IsSummed = true });
        await reports.Accept(annual, await reports.Submit(annual, "40", At(2021, 1, 12, 3)), "38", At(2021, 1, 14, 2));
        await reports.Accept(annual, await reports.Submit(annual, "38", At(2021, 1, 15, 8)), "44", At(2021, 1, 18, 2));
        await reports.Submit(annual, "42", At(2021, 1, 20, 3), new("25/BC-UBND", new(2021, 1, 19), "Đinh Quang Khải", "Chủ tịch Ủy ban nhân dân tỉnh"));
        await reports.Submit(annual, "44", At(2021, 1, 22, 7));
        var returned = await reports.Submit(annual, "46", At(2021, 1, 21, 9));
        await reports.Return(annual, returned, [(2, "Bản gửi chưa có dấu của Hội đồng nhân dân tỉnh; đề nghị gửi bản đã được thông qua."), (4, "Báo cáo tham luận chưa nêu số liệu năm 2020.")], At(2021, 1, 22, 2));
        await reports.Extend(annual, "45", new(2021, 1, 29), "Tỉnh khắc phục hậu quả mưa lũ; Cụm trưởng đồng ý tại Công văn số 12/UBND-TĐKT.", At(2021, 1, 20, 2));
        await reports.Write(annual, "45", At(2021, 1, 23, 3), items: 2);
    }

    /// <summary>The two packages of the northern departments of home affairs.</summary>
    public static async Task PlantNorth(DemoStage stage, ClusterYear year, FileStore files)
    {
        var reports = new DemoReports(stage, year, files, DemoOrganizations.HomeAffairsOf, "31");
        var recipient = new ReportRecipient { Name = "đơn vị Cụm trưởng", Through = "Sở Nội vụ thành phố Hải Phòng", Address = "12 Lê Đại Hành, phường Minh Khai, quận Hồng Bàng, thành phố Hải Phòng" };
        var sixMonth = await reports.Announce(new(ReportKind.SixMonth, "Báo cáo sơ kết 6 tháng đầu năm 2020") { Period = "6 tháng đầu năm 2020", When = "trước ngày 15/6/2020", Recipient = recipient }, [new("Báo cáo sơ kết 6 tháng đầu năm 2020")], At(2020, 5, 20, 2));
        var annual = await reports.Announce(
            new(ReportKind.Annual, "Báo cáo tổng kết năm 2020, phương hướng nhiệm vụ năm 2021") { Period = "năm 2020", When = "trước ngày 20/11/2020", Recipient = recipient },
            [new("Báo cáo tổng kết năm 2020, phương hướng nhiệm vụ năm 2021"), new("Bảng tự chấm điểm thi đua năm 2020"), new("Hồ sơ đề nghị khen thưởng", IsRequired: false)],
            At(2020, 10, 26, 2));
        foreach (var (requirement, at) in new[] { (sixMonth, At(2020, 6, 11, 3)), (annual, At(2020, 11, 18, 3)) })
        {
            foreach (var unit in DemoOrganizations.North)
            {
                var report = await reports.Submit(requirement, unit, at);
                await reports.Accept(requirement, report, unit == "31" ? "36" : "31", at.AddDays(2));
            }
        }
    }

    // The deadline in the plan from which the requirement is made, where the plan is there.
    private static int? BlockOf(DemoStage stage, ReportKind kind) => stage.Db.PlanBlocks.AsEnumerable().FirstOrDefault(row => row.Content is DeadlineContent content && content.Kind == kind)?.Id;

    private static DateTime At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
