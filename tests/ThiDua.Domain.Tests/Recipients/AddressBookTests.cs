using ThiDua.Domain.Access;
using ThiDua.Domain.Recipients;

namespace ThiDua.Domain.Tests.Recipients;

public sealed class AddressBookTests
{
    private static Actor By(Position position) => new(1, "Người thử", 1, "Cương vị", 7, Capacity.Clerk) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { position } };

    private static Actor Leader => By(Position.Leader);

    [Fact]
    public void An_entry_prints_its_name_with_what_it_gets_papers_for_and_is_addressed_through_a_unit()
    {
        var contact = new Contact(Leader, 3, new(ContactKind.Office, "- Ban Thi đua - Khen thưởng Trung ương;") { Purpose = "(để b/c)", Salutation = "Lãnh đạo Ban Thi đua - Khen thưởng Trung ương", Through = "Vụ III" });
        contact.Line.ShouldBe("Ban Thi đua - Khen thưởng Trung ương (để b/c)");
        contact.Addressed.ShouldBe("Lãnh đạo Ban Thi đua - Khen thưởng Trung ương (qua Vụ III)");
        contact.Describe(Leader, new(ContactKind.Guest, "Trưởng Ban Tuyên giáo Tỉnh ủy"));
        (contact.Line, contact.Addressed, contact.Version).ShouldBe(("Trưởng Ban Tuyên giáo Tỉnh ủy", "Trưởng Ban Tuyên giáo Tỉnh ủy", 1));
    }

    [Theory]
    [InlineData(" - ", null, "Nhập tên cơ quan")]
    [InlineData("Văn phòng", "khong phai dia chi", "Nhập địa chỉ thư điện tử")]
    [InlineData("Văn phòng", "a@b", "Nhập địa chỉ thư điện tử")]
    [InlineData("Văn phòng", "a@b.c d", "Nhập địa chỉ thư điện tử")]
    [InlineData("Văn phòng", "@tinh.gov.vn", "Nhập địa chỉ thư điện tử")]
    public void What_is_no_recipient_is_refused(string name, string? email, string told) =>
        Should.Throw<RuleViolation>(() => new Contact(Leader, 3, new(ContactKind.Office, name) { Email = email })).Message.ShouldContain(told);

    [Fact]
    public void A_group_keeps_its_lines_in_order_each_once_and_follows_an_entry_that_is_renamed()
    {
        var group = new RecipientGroup(Leader, 3, "Kế hoạch", ["Ban A (để b/c)", "", " Sở B", "ban a  (để b/c)", "Sở C"]);
        group.Lines.ShouldBe(["Ban A (để b/c)", "Sở B", "Sở C"]);
        group.Follow(Leader, "Sở B", "Sở Nội vụ tỉnh B");
        group.Follow(Leader, "Sở X", "Sở Y");
        (string.Join('|', group.Lines), group.Version).ShouldBe(("Ban A (để b/c)|Sở Nội vụ tỉnh B|Sở C", 1));
        Should.Throw<RuleViolation>(() => group.Describe(Leader, "Kế hoạch", [" "])).Field.ShouldBe(nameof(RecipientGroup.Lines));
        Should.Throw<RuleViolation>(() => group.Describe(Leader, " ", ["Sở C"])).Field.ShouldBe(nameof(RecipientGroup.Name));
        Should.Throw<RuleViolation>(() => group.Describe(Leader, "Kế hoạch", Enumerable.Range(1, RecipientGroup.MostLines + 1).Select(number => $"Sở {number}")));
    }

    [Theory]
    [InlineData(Position.Deputy)]
    [InlineData(Position.Member)]
    [InlineData(Position.Authority)]
    public void The_leaders_staff_alone_keep_it(Position position)
    {
        Should.Throw<NotPermitted>(() => new Contact(By(position), 3, new(ContactKind.Office, "Sở A"))).Message.ShouldContain("đơn vị Cụm trưởng");
        Should.Throw<NotPermitted>(() => new RecipientGroup(By(position), 3, "Kế hoạch", ["Sở A"]));
    }
}
