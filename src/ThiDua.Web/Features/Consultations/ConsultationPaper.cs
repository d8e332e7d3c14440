using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Consultations;

/// <summary>Which paper of a round.</summary>
public enum PaperOfRound { Summary, Letter }

/// <summary>The papers of a round: the letter asking for comments (công văn lấy ý kiến), and the summary of comments and answers (bảng tổng hợp ý kiến góp ý và tiếp thu, giải trình).</summary>
public sealed class ConsultationPaper(PortalDb db, ShowConsultation show, CurrentYear year)
{
    private const int MostAddressees = 15;

    public async Task<OfficialDocument> Handle(int consultationId, PaperOfRound which)
    {
        var cluster = await PaperOfCluster.Load(db, year.Year);
        return which == PaperOfRound.Summary
            ? Summary(await show.Handle(consultationId), await show.Units(consultationId), cluster)
            : Letter(await show.Handle(consultationId), cluster);
    }

    private OfficialDocument Summary(ConsultationPage page, UnitsPage units, PaperOfCluster cluster) => cluster.Base(year.Year) with
    {
        Title = $"Bảng tổng hợp ý kiến góp ý và tiếp thu, giải trình - {page.Round.About}",
        Symbol = DocumentSymbol.Of(DocumentKind.Report, cluster.Abbreviation),
        Kind = "Báo cáo",
        Abstract = $"Tổng hợp ý kiến góp ý và tiếp thu, giải trình đối với dự thảo {page.Round.About}",
        Body = [.. SummaryOf(page, units)],
        Signatures = [cluster.Chair],
        Recipients = ["Cơ quan quản lý cụm, khối (để b/c)", "Các đơn vị thành viên"],
        Archive = $"VT, hồ sơ {cluster.Abbreviation}",
    };

    private OfficialDocument Letter(ConsultationPage page, PaperOfCluster cluster) => cluster.Base(year.Year) with
    {
        Title = $"Công văn lấy ý kiến góp ý - {page.Round.About}",
        Symbol = DocumentSymbol.Of(DocumentKind.Letter, cluster.Abbreviation),
        Abstract = $"góp ý dự thảo {page.Round.About}",
        Addressees = page.Asking.Count > MostAddressees ? [$"Các đơn vị thành viên {year.Year.Name}"] : [.. page.Asking.Select(unit => unit.UnitName)],
        Body =
        [
            new Paragraph($"{year.Year.Name} đã xây dựng dự thảo {page.Round.About} (gửi kèm theo)."),
            new Paragraph($"Đề nghị các đơn vị nghiên cứu, góp ý trên Cổng ThiDua hoặc bằng văn bản gửi về đơn vị {year.Year.LeaderTitle}{(cluster.Leader.Name.Length > 0 ? $" ({cluster.Leader.Name})" : "")} đến hết ngày {Shown.Day(page.Round.LastDay)} để tổng hợp, tiếp thu, hoàn thiện.{(page.Round.SilenceAgrees ? " Quá thời hạn trên, đơn vị không có ý kiến được coi là thống nhất với dự thảo." : "")}"),
            new Paragraph($"{year.Year.Name} đề nghị các đơn vị quan tâm, phối hợp thực hiện."),
        ],
        Signatures = [cluster.Chair],
        Archive = $"VT, hồ sơ {cluster.Abbreviation}",
    };

    private IEnumerable<Block> SummaryOf(ConsultationPage page, UnitsPage units)
    {
        var round = page.Round;
        yield return new Paragraph($"{year.Year.Name} đã lấy ý kiến các đơn vị thành viên đối với dự thảo {round.About} từ ngày {Shown.Day(VietnamTime.DayOf(round.OpenedAt))} đến hết ngày {Shown.Day(round.HeardUntil)}{(page.Rounds.Count > 1 ? $" (đợt {round.Number})" : "")}, kết quả như sau:");
        yield return new Heading(1, "I. Việc trả lời của các đơn vị");
        yield return new ListItem($"Số đơn vị được lấy ý kiến: {page.Asking.Count}.");
        foreach (var standing in Enum.GetValues<ReplyStanding>().OrderBy(standing => standing is ReplyStanding.Waiting or ReplyStanding.Silent or ReplyStanding.NoReply))
        {
            var names = units.All.Where(row => row.Standing == standing && !row.Unit.IsDrafter).Select(row => row.Unit.UnitName).ToList();
            if (names.Count > 0)
            {
                yield return new ListItem($"{Labels.Of(standing)}: {names.Count} đơn vị ({string.Join("; ", names)}).");
            }
        }

        yield return new ListItem(CountOf(page));
        yield return new Heading(1, "II. Bảng tổng hợp ý kiến góp ý và tiếp thu, giải trình");
        yield return page.Standing > 0 ? CommentTables.Comments(page, withWithdrawn: false) : new Paragraph("Không có ý kiến góp ý nào.");
    }

    private static string CountOf(ConsultationPage page)
    {
        int Of(CommentResponse response) => page.Comments.Count(comment => comment.WithdrawnAt is null && comment.Response == response);
        var unanswered = page.Unanswered > 0 ? $"; chưa trả lời {page.Unanswered}" : "";
        return $"Tổng số ý kiến góp ý: {page.Standing}; tiếp thu {Of(CommentResponse.Accepted)}, tiếp thu một phần {Of(CommentResponse.Partly)}, giải trình {Of(CommentResponse.Explained)}{unanswered}.";
    }
}
