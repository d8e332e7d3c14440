using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The covenants of a demo cluster: that of the year in force, signed by all; that of the next, drafted by the deputy, under way.</summary>
internal sealed class DemoCovenants(DemoStage stage, ClusterYear year)
{
    private const string Preamble = "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng, các đơn vị trong Cụm thống nhất ký kết giao ước thi đua với các nội dung sau:";

    private static readonly string[] Commitments =
    [
        "Phấn đấu hoàn thành và hoàn thành vượt mức các chỉ tiêu phát triển kinh tế - xã hội, quốc phòng, an ninh được giao.",
        "Tổ chức các phong trào thi đua thiết thực, hiệu quả; trọng tâm là phong trào “Cả nước chung sức xây dựng nông thôn mới” và “Vì người nghèo - Không để ai bị bỏ lại phía sau”.",
        "Phát hiện, bồi dưỡng và nhân rộng các điển hình tiên tiến; khen thưởng kịp thời, đúng người, đúng việc, chú trọng người trực tiếp lao động.",
        "Trao đổi kinh nghiệm, phối hợp, giúp đỡ nhau giữa các đơn vị trong Cụm; thực hiện đúng Quy chế hoạt động và chế độ báo cáo của Cụm.",
    ];

    private CovenantParties Parties => CovenantParties.Of(
        year.Members.Select(member => new CovenantParties.Unit(member.OrganizationId, member.NameThen, HasLeft: false, SuccessorId: null)),
        [.. year.Positions.Where(row => row.ToOn is null).Select(row => (row.OrganizationId, row.Position, row.Order))]);

    /// <summary>Every head signs on the portal, the last one puts it in force.</summary>
    public async Task SignedByAll(string leader, IReadOnlyList<string> units, DateTime from)
    {
        var covenant = await Open(leader, year.Year, new(2020, 7, 31), from);
        foreach (var (unit, index) in units.Select((unit, index) => (unit, index)))
        {
            await Sign(covenant, unit, from.AddHours(1 + index));
        }
    }

    /// <summary>Next year's, drafted by the deputy: one head signed on the portal, of another the clerk recorded what was signed on paper.</summary>
    public async Task UnderWay(string deputy, string onPortal, string onPaper, SignedPaper paper, DateTime from)
    {
        var covenant = await Open(deputy, year.Year + 1, VietnamTime.DayOf(from).AddDays(30), from);
        await Sign(covenant, onPortal, from.AddHours(3));
        covenant.Sign(stage.ActAs(DemoPeople.ClerkOf(onPaper), year), Parties, covenant.TextSha256, new(from.AddDays(2), null, paper));
        await stage.Db.SaveChangesAsync();
    }

    private async Task<Covenant> Open(string drafter, int forYear, DateOnly signBy, DateTime at)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf(drafter), year);
        var terms = new CovenantTerms($"Giao ước thi đua năm {forYear} của {year.Name}") { Preamble = Preamble, Commitments = Commitments, SignBy = signBy, Occasion = "Ký trên cổng hoặc ký luân chuyển", Witness = "ĐẠI DIỆN CƠ QUAN QUẢN LÝ CỤM CHỨNG KIẾN" };
        var covenant = new Covenant(by, terms, forYear, year.Year);
        stage.Db.Add(covenant);
        await stage.Db.SaveChangesAsync();
        covenant.OpenSigning(by, new(at));
        await stage.Db.SaveChangesAsync();
        return covenant;
    }

    private async Task Sign(Covenant covenant, string unit, DateTime at)
    {
        covenant.Sign(stage.ActAs(DemoPeople.HeadOf(unit), year), Parties, covenant.TextSha256, new(at));
        await stage.Db.SaveChangesAsync();
    }
}
