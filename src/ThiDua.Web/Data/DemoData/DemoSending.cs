using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Data.DemoData;

/// <summary>The issued plan of the provinces of the North Central coast as reported to the central council, on paper, and what its standing body answered.</summary>
internal static class DemoSending
{
    private const string Leader = "38";

    public static async Task Plant(IServiceProvider services, DemoStage stage, ClusterYear year)
    {
        var clerk = stage.ActAs(DemoPeople.ClerkOf(Leader), year);
        var plan = await stage.Db.Plans.SingleAsync();
        var issued = await stage.Db.IssuedDocuments.SingleAsync(row => row.Origin == nameof(Plan) && row.State == DocumentState.Issued);
        var request = new AuthorityRequest(clerk, RequestManner.Report, new(RequestSubject.Plan, plan.Id, $"Kế hoạch {plan.Abstract}"), Letter(plan));
        stage.Db.Add(request);
        await stage.Db.SaveChangesAsync();
        var text = await services.GetRequiredService<DocumentFiles>().ModelOf(issued);
        request.RecordSent(clerk, new(At(6, 2), null, new("1480/BC-CTĐBTB", new(2020, 7, 6), "Lưu Bách Tùng", "Cụm trưởng, Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa")), FrozenModel.FreezeIssued(text));
        await stage.Db.SaveChangesAsync();
        request.AnswerBy(stage.ActAs("bantdkt.ld", year), RequestStep.GiveOpinion, new(At(13, 3), "Cơ bản thống nhất với kế hoạch. Đề nghị Cụm bổ sung nội dung tuyên truyền, nhân rộng điển hình tiên tiến vào chương trình hội nghị sơ kết."));
        await stage.Db.SaveChangesAsync();
        request.SeeAnswer(stage.ActAs(DemoPeople.ClerkOf(Leader), year), At(13, 8));
        await stage.Db.SaveChangesAsync();
    }

    private static RequestTerms Letter(Plan plan) =>
        new($"Việc ban hành Kế hoạch {plan.Abstract}", $"Cụm thi đua các tỉnh Bắc Trung Bộ đã ban hành Kế hoạch {plan.Abstract} (gửi kèm theo).\n\nCụm thi đua các tỉnh Bắc Trung Bộ trân trọng báo cáo Hội đồng Thi đua - Khen thưởng Trung ương để theo dõi, chỉ đạo.")
        {
            Addressees = ["Hội đồng Thi đua - Khen thưởng Trung ương (qua Ban Thi đua - Khen thưởng Trung ương)"],
        };

    private static DateTime At(int day, int hour) => new(2020, 7, day, hour, 0, 0, DateTimeKind.Utc);
}
