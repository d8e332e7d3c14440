using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Audit;

public sealed class AuditTrailTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private Task<int> Write(string name) => portal.WithDb(db =>
    {
        db.Add(new OrganizationKind(name, 1));
        return db.SaveChangesAsync();
    });

    private Task<(int Kinds, int Entries)> Count(string name) => portal.WithDb(async db => (await db.OrganizationKinds.CountAsync(row => row.Name == name), await db.AuditEntries.CountAsync(row => row.Details.Contains(name))));

    [Fact]
    public async Task U1_Each_write_and_its_entry_are_there_together_or_not_at_all()
    {
        await Write("Loại thứ nhất");
        (await Count("Loại thứ nhất")).ShouldBe((1, 1));

        await portal.WithDb(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER refuse_entries BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'no entry'); END"));
        await Should.ThrowAsync<DbUpdateException>(() => Write("Loại không có mục"));
        await portal.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse_entries"));
        (await Count("Loại không có mục")).ShouldBe((0, 0));

        await Should.ThrowAsync<DbUpdateException>(() => Write("Loại thứ nhất"));
        (await Count("Loại thứ nhất")).ShouldBe((1, 1), "a write that is refused leaves no entry");
        (await portal.WithDb(db => AuditTrail.Verify(db, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task U1_An_entry_says_who_in_which_office_when_and_what_from_to()
    {
        await Write("Loại có tên cũ");
        await portal.WithDb(async db =>
        {
            var kind = await db.OrganizationKinds.SingleAsync(row => row.Name == "Loại có tên cũ");
            db.Entry(kind).Property(row => row.Name).CurrentValue = "Loại có tên mới";
            return await db.SaveChangesAsync();
        }, new(7, "Nguyễn Văn Thử", 8, "Chuyên viên, Ban Thử", 9, Capacity.Clerk));
        var entry = await portal.WithDb(db => db.AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Details.Contains("Loại có tên mới")));
        entry.ShouldSatisfyAllConditions(
            row => row.Chain.ShouldBe(AuditChain.Portal),
            row => row.UserId.ShouldBe(7),
            row => row.UserName.ShouldBe("Nguyễn Văn Thử"),
            row => row.OfficeName.ShouldBe("Chuyên viên, Ban Thử"),
            row => row.Change.ShouldBe("Modified"),
            row => row.Details.ShouldBe("""{"Name":["Loại có tên cũ","Loại có tên mới"]}"""),
            row => row.At.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("DELETE FROM AuditEntries WHERE Chain = 'portal' AND Sequence = 2", "sau mục 1 là mục 3")]
    [InlineData("UPDATE AuditEntries SET Details = Details || ' ' WHERE Chain = 'portal' AND Sequence = 2", "mục 2 đã bị sửa")]
    [InlineData("UPDATE AuditEntries SET At = datetime(At, '+1 day') WHERE Chain = 'portal' AND Sequence = 2", "mục 2 đã bị sửa")]
    [InlineData("UPDATE AuditEntries SET UserName = 'Người khác' WHERE Chain = 'portal' AND Sequence = 3", "mục 3 đã bị sửa")]
    [InlineData("UPDATE AuditEntries SET Sequence = -2 WHERE Chain = 'portal' AND Sequence = 2; UPDATE AuditEntries SET Sequence = 2 WHERE Chain = 'portal' AND Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Chain = 'portal' AND Sequence = -2", "mục 2 không nối với mục trước")]
    [InlineData("DELETE FROM AuditEntries WHERE Chain = 'portal' AND Sequence = (SELECT MAX(Sequence) FROM AuditEntries WHERE Chain = 'portal')", "dòng đầu chuỗi ghi mục")]
    [InlineData("DELETE FROM AuditChains WHERE Name = 'portal'", "mất dòng đầu chuỗi")]
    [InlineData("UPDATE AuditChains SET LastSequence = LastSequence - 1, LastHash = (SELECT PreviousHash FROM AuditEntries WHERE Chain = 'portal' ORDER BY Sequence DESC LIMIT 1) WHERE Name = 'portal'", "có mục đứng sau dòng đầu chuỗi")]
    public async Task U1_Removed_edited_swapped_and_cut_off_entries_are_found(string damage, string found)
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await Write($"Loại {number} {Guid.NewGuid():N}");
        }

        (await portal.WithDb(db => AuditTrail.Verify(db, default))).ShouldBeEmpty();
        var faults = await portal.WithDb(async db =>
        {
            await using var undone = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(damage);
            return await AuditTrail.Verify(db, default);
        });
        faults.ShouldContain(fault => fault.Contains(found), string.Join('\n', faults));
    }

    [Fact]
    public async Task U1_Checking_while_people_work_raises_no_false_alarm()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => Write($"Loại song song {number}"))));
        do
        {
            (await portal.WithDb(db => AuditTrail.Verify(db, default))).ShouldBeEmpty();
        }
        while (!writing.IsCompleted);
        await writing;
        (await portal.WithDb(db => db.AuditEntries.CountAsync(row => row.Details.Contains("Loại song song")))).ShouldBe(40);
    }

    [Fact]
    public async Task The_administrators_page_checks_the_audit_trail_and_shows_its_heads()
    {
        var account = await portal.AnAccount(isAdministrator: true);
        var admin = portal.As(account.Id);
        var page = await admin.See("/quan-tri");
        page.Body!.TextContent.ShouldContain("SQLite 3.");
        page.Says().ShouldContain("DataProtection:Certificate");
        var head = await portal.WithDb(db => db.AuditChains.SingleAsync(chain => chain.Name == AuditChain.Portal));
        page.QuerySelectorAll("code").ShouldContain(code => code.TextContent.Length == 64);
        head.LastHash.Length.ShouldBe(64);

        var checkedPage = await (await admin.Submit(page.FormTo("/kiem-tra-nhat-ky"))).Html();
        checkedPage.Says().ShouldContain("Nhật ký toàn vẹn");
    }
}
