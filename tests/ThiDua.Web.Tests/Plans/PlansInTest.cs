using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Register;

namespace ThiDua.Web.Tests.Plans;

/// <summary>Plans put into the state that a test begins with.</summary>
public static class PlansInTest
{
    /// <summary>A draft of which nothing is missing: I with 1. and 2., II; one basis.</summary>
    public static Task<int> APlan(this ClusterYearInTest year, Portal portal, bool wasConsulted = false)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var plan = new Plan(by, new("Hoạt động của Cụm năm 2020") { Preamble = "Cụm thi đua xây dựng kế hoạch như sau:", Recipients = ["Các đơn vị thành viên"], Archive = "VT", SignatoryLines = ["CỤM TRƯỞNG", "CHỦ TỊCH UBND TỈNH"] });
                var purpose = plan.AddSectionBelow(by, null, new("Mục đích, yêu cầu", null));
                plan.AddSectionBelow(by, purpose, new("Mục đích", "Đổi mới, nâng cao chất lượng thi đua năm 2020."));
                plan.AddSectionBelow(by, purpose, new("Yêu cầu", "- Thiết thực\n- Hiệu quả"));
                plan.AddSectionBelow(by, null, new("Tổ chức thực hiện", "Các đơn vị gửi báo cáo trước ngày 10/7/2020."));
                plan.AddBasis(by, new(BasisOpening.PursuantTo, "Nghị định") { Number = "91/2017/NĐ-CP", IssuedOn = new(2017, 7, 31), Issuer = "Chính phủ", Abstract = "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng" });
                db.Add(plan);
                await db.SaveChangesAsync();
                if (wasConsulted)
                {
                    plan.OpenConsultation(by, new(ClusterYearInTest.Now), new(2030, 12, 31));
                    var round = db.Add(Consultation.On(by, plan, 1, year.Units.Select(unit => new AskedUnit(unit.Id, unit.Name)), year.Leader.Id, ClusterYearInTest.Now)).Entity;
                    plan.CloseConsultation(by, new(ClusterYearInTest.Now));
                    round.Close(by, ClusterYearInTest.Now);
                    await db.SaveChangesAsync();
                }

                return plan.Id;
            },
            by);
    }

    /// <summary>A deadline in the last section of the plan.</summary>
    public static Task<int> ADeadlineIn(this ClusterYearInTest year, Portal portal, int planId)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var plan = await db.Plans.Include(row => row.Sections).Include(row => row.Blocks).SingleAsync(row => row.Id == planId);
                var block = plan.AddBlockTo(by, plan.Outline()[^1].Section, new DeadlineContent(ReportKind.SixMonth, "báo cáo sơ kết 6 tháng") { When = "trước ngày 10/7/2020" }, isInText: false);
                await db.SaveChangesAsync();
                return block.Id;
            },
            by);
    }

    /// <summary>A text that waits to be looked through.</summary>
    public static Task<int> APaper(this ClusterYearInTest year, Portal portal)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var paper = new PaperText(by, "KẾ HOẠCH\nHoạt động năm 2019\nCăn cứ Luật Thi đua, khen thưởng;\nI. MỤC ĐÍCH\nĐổi mới thi đua.\nII. TỔ CHỨC\nCác đơn vị gửi báo cáo trước ngày 10/7/2019.", ClusterYearInTest.Now);
                db.Add(paper);
                await db.SaveChangesAsync();
                return paper.Id;
            },
            by);
    }

    public static string Plan(this ClusterYearInTest year, int planId, string path = "") => $"{year.Url}/ke-hoach/{planId}{path}";

    public static Task<Plan> StoredPlan(this ClusterYearInTest year, Portal portal, int planId) => portal.WithDb(
        db => db.Plans.AsNoTracking().Include(row => row.Sections).Include(row => row.Bases).Include(row => row.Blocks).Include(row => row.History).SingleAsync(row => row.Id == planId), year.Acting(year.Leader, Capacity.Head));

    public static async Task<int> SectionId(this ClusterYearInTest year, Portal portal, int planId, string way) =>
        (await year.StoredPlan(portal, planId)).Outline().Single(row => row.Way == way).Section.Id;

    public static async Task<string> OutlineOf(this ClusterYearInTest year, Portal portal, int planId) =>
        string.Join(' ', (await year.StoredPlan(portal, planId)).Outline().Select(row => $"{row.Number}{row.Section.Title}"));

    /// <summary>Submits it on its page and gives the document's id.</summary>
    public static async Task<int> SubmitPlan(this ClusterYearInTest year, Portal portal, int planId)
    {
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/trinh-ky"))).FormTo("/trinh-ky")));
        return await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(Domain.Planning.Plan) && row.OriginId == planId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
    }

    /// <summary>Takes a step of the document in the register, as the leader's head.</summary>
    public static Task<int> TakeDocumentStep(this ClusterYearInTest year, Portal portal, int documentId, DocumentStep step, string? reason = null) =>
        year.With(portal, year.Acting(year.Leader, Capacity.Head), async (issuing, db) =>
        {
            var document = await db.IssuedDocuments.SingleAsync(row => row.Id == documentId);
            switch (step)
            {
                case DocumentStep.Issue:
                    await issuing.Issue(document, 5, new(2020, 7, 2), issuing.Note());
                    break;
                case DocumentStep.Replace or DocumentStep.Revoke:
                    await issuing.End(document, step, new("09/KH-CTĐT", new(2020, 9, 1), "Cụm thi đua", ""), issuing.Note(reason));
                    break;
                default:
                    await issuing.Take(document, step, issuing.Note(reason));
                    break;
            }

            return 0;
        });

    /// <summary>Submitted, signed and issued with number 5.</summary>
    public static async Task<int> AnIssuedPlan(this ClusterYearInTest year, Portal portal)
    {
        var planId = await year.APlan(portal);
        var documentId = await year.SubmitPlan(portal, planId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        return planId;
    }

    /// <summary>The year after of the same cluster, led by the same unit.</summary>
    public static Task<int> NextYear(this ClusterYearInTest year, Portal portal) => portal.WithDb(async db =>
    {
        var cluster = await db.ClusterYears.IgnoreQueryFilters().Where(row => row.Id == year.Id).Select(row => row.Cluster).SingleAsync();
        var next = new ClusterYear(Actor.Portal, cluster, 2021, new(), new DocumentReference("14/HĐTĐKT", new(2021, 4, 27), "Hội đồng Thi đua - Khen thưởng", ""));
        next.AddMember(Actor.Portal, year.Leader.Id, year.Leader.Name, new(2020, 1, 1));
        next.AppointLeader(Actor.Portal, year.Leader.Id, new(2020, 1, 1));
        db.Add(next);
        await db.SaveChangesAsync();
        return next.Id;
    });
}
