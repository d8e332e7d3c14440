using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Register;

public sealed class IssuingTests(Portal portal)
{
    [Fact]
    public async Task An_issued_document_keeps_the_PDF_made_once_from_its_frozen_text()
    {
        var year = await ClusterYearInTest.Make(portal);
        var document = await year.Document(portal, await year.AnIssuedDocument(portal, 5));
        (document.State, document.NumberAndSymbol).ShouldBe((DocumentState.Issued, "05/KH-CTĐT"));
        await using var scope = portal.Services.CreateAsyncScope();
        await using var content = scope.ServiceProvider.GetRequiredService<FileStore>().Open(document.PdfSha256!);
        using var pdf = new MemoryStream();
        await content.CopyToAsync(pdf, TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(pdf.ToArray())).ShouldBe(document.PdfSha256);
        var text = new PdfTools(pdf.ToArray()).Text;
        text.ShouldContain("Số: 05/KH-CTĐT");
        text.ShouldContain("ngày 02 tháng 7 năm 2020");
    }

    [Fact]
    public async Task C3_A_number_that_the_registrar_gave_before_is_refused_beside_its_field()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.AnIssuedDocument(portal, 5);
        var refusal = await Should.ThrowAsync<RuleViolation>(() => year.AnIssuedDocument(portal, 5, "Kế hoạch khác"));
        refusal.Field.ShouldBe("Number");
        refusal.Message.ShouldStartWith("Số 05/KH-CTĐT năm 2020 đã cấp");
        await year.AnIssuedDocument(portal, 9); // gaps are the registrar's own matter
        await year.AnIssuedDocument(portal, 5, "Biên bản", DocumentKind.Minutes, "BB-CTĐT"); // each kind has its own numbers
        await year.AnIssuedDocument(portal, 5, on: new(2021, 2, 1)); // and each year
    }

    [Fact]
    public async Task The_register_goes_on_over_the_years_of_a_cluster_and_apart_from_other_clusters()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.AnIssuedDocument(portal, 5);
        await other.AnIssuedDocument(portal, 5);
        (await portal.WithDb(db => db.DocumentRegisters.CountAsync(row => row.LastNumber == 5 && row.Kind == DocumentKind.Plan))).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_document_that_is_refused_leaves_no_trace_in_the_register()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ASubmittedDocument(portal);
        await Should.ThrowAsync<RuleViolation>(() => year.With(portal, year.Acting(year.Leader, Capacity.Head), async (issuing, db) =>
        {
            await issuing.Issue(await db.IssuedDocuments.SingleAsync(row => row.Id == id), 7, new(2020, 7, 2), issuing.Note());
            return 0;
        }));
        (await year.Document(portal, id)).Number.ShouldBeNull();
    }
}
