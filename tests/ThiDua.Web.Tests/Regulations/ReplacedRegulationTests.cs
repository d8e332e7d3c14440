using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.Register;

namespace ThiDua.Web.Tests.Regulations;

public sealed class ReplacedRegulationTests(Portal portal)
{
    // Drafted, signed and issued in a year of the cluster; gives its id and that of its document.
    private Task<(int Id, int DocumentId)> Issue(ClusterYearInTest year, int clusterYearId, int number, DateOnly issuedOn, DateOnly? fromOn = null)
    {
        var by = year.Acting(year.Leader, Capacity.Head) with { ClusterYearId = clusterYearId };
        return year.With(portal, by, async (issuing, db) =>
        {
            var terms = RegulationsInTest.Terms(RegulationsInTest.Parameters) with { FromOn = fromOn, Bases = ["Căn cứ Luật Thi đua, khen thưởng"], Recipients = ["Các đơn vị thành viên"], SignatoryLines = ["CỤM TRƯỞNG"] };
            var regulation = new Regulation(by, await db.ClusterOf(year), terms);
            db.Add(regulation);
            await db.SaveChangesAsync();
            regulation.Submit(by, issuing.Note());
            var document = await issuing.Submit(new(DocumentKind.Decision, nameof(Regulation), regulation.Id), DocumentsInTest.Text("Ban hành Quy chế", "Quyết định", "QĐ-CTĐT"), issuing.Note());
            await db.SaveChangesAsync();
            await issuing.Take(document, DocumentStep.Sign, issuing.Note());
            await issuing.Issue(document, number, issuedOn, issuing.Note());
            return (regulation.Id, document.Id);
        });
    }

    [Fact]
    public async Task A_new_regulation_ends_the_one_in_force_with_its_document_on_the_day_before_its_own_first()
    {
        var year = await ClusterYearInTest.Make(portal);
        var before = await Issue(year, year.Id, 5, new(2020, 7, 2));
        await Issue(year, await year.NextYear(portal), 6, new(2020, 11, 2), new(2020, 11, 16));
        var document = await year.Document(portal, before.DocumentId);
        (document.State, document.LaterDocument!.Number, document.LaterDocument.IssuedOn).ShouldBe((DocumentState.Replaced, "06/QĐ-CTĐT", new DateOnly(2020, 11, 2)));
        document.History.ShouldContain(step => step.Reason == "Được thay thế bởi 06/QĐ-CTĐT");
        var regulation = await year.StoredRegulation(portal, before.Id);
        (regulation.State, regulation.ToOn).ShouldBe((RegulationState.Replaced, new DateOnly(2020, 11, 15)));
    }

    [Fact]
    public async Task The_register_of_a_concluded_year_stays_as_it_is()
    {
        var year = await ClusterYearInTest.Make(portal);
        var before = await Issue(year, year.Id, 5, new(2020, 7, 2));
        var next = await year.NextYear(portal);
        await year.AsLeader(portal, (db, _) => db.ClusterYears.Where(row => row.Id == year.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClusterYearStage.Concluded)));
        await Issue(year, next, 6, new(2020, 11, 2));
        (await year.Document(portal, before.DocumentId)).State.ShouldBe(DocumentState.Issued);
        (await year.StoredRegulation(portal, before.Id)).State.ShouldBe(RegulationState.Issued);
    }
}
