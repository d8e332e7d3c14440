using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Tests.Documents;

public sealed class IssuedDocumentTests
{
    private static readonly DateTime Now = new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2020, 7, 2);
    private static readonly RegisterOwner Cluster = RegisterOwner.Cluster(5);
    private static readonly FrozenContent Content = new("{}", "Kế hoạch", "ab");

    private static Actor By(Position position = Position.Leader, Capacity capacity = Capacity.Head, int organization = 7) =>
        new(1, "Người thử", 1, "Cương vị", organization, capacity) { ClusterYearId = 1, UnitId = organization, Positions = new HashSet<Position> { position } };

    private static DocumentDescription Told(string symbol = "KH-CTĐBTB", RegisterOwner? owner = null) => new(owner ?? Cluster, "Cụm thi đua", DocumentKind.Plan, symbol, "Hoạt động năm 2020");

    private static IssuedDocument Signed()
    {
        var document = new IssuedDocument(By(), Told(), "token");
        document.Submit(By(), new(Now), Told(), Content);
        document.Sign(By(), new(Now));
        return document;
    }

    private static DocumentRegister Register(RegisterMode mode = RegisterMode.Registrar)
    {
        var register = new DocumentRegister(Cluster, DocumentKind.Plan, 2020);
        register.SetMode(By(), Cluster, mode);
        return register;
    }

    private static IssuedDocument Issued()
    {
        var document = Signed();
        document.Issue(By(), new(Now), Register(), 5, Today);
        return document;
    }

    [Fact]
    public void A_document_is_issued_with_the_registrars_number_and_date()
    {
        var document = Issued();
        document.State.ShouldBe(DocumentState.Issued);
        document.NumberAndSymbol.ShouldBe("05/KH-CTĐBTB");
        document.History.Select(step => step.Step).ShouldBe(["Submit", "Sign", "Issue"]);
    }

    [Fact]
    public void Number_and_date_are_blank_until_it_is_issued() => Signed().NumberAndSymbol.ShouldBe("/KH-CTĐBTB");

    [Fact]
    public void What_is_issued_is_immutable()
    {
        var document = Issued();
        Should.Throw<RuleViolation>(() => document.Submit(By(), new(Now), Told(), Content));
        Should.Throw<RuleViolation>(() => document.Return(By(), new(Now, "Sửa")));
        Should.Throw<RuleViolation>(() => document.Issue(By(), new(Now), Register(), 6, Today));
        Should.Throw<RuleViolation>(() => document.TakeNumber(Register(), 7));
        var (pdf, docx) = (new StoredFile("aa", 1, "application/pdf", Now), new StoredFile("bb", 1, "application/x", Now));
        document.KeepFiles(By(), pdf, docx);
        (document.Number, document.Abstract, document.PdfSha256).ShouldBe((5, "Hoạt động năm 2020", "aa"));
    }

    [Theory]
    [InlineData(null, "Nhập số văn bản")]
    [InlineData(0, "Nhập số văn bản")]
    [InlineData(100_000, "Nhập số văn bản")]
    public void A_number_that_is_none_is_refused_beside_its_field(int? number, string says)
    {
        var refusal = Should.Throw<RuleViolation>(() => Signed().Issue(By(), new(Now), Register(), number, Today));
        refusal.Message.ShouldStartWith(says);
        refusal.Field.ShouldBe("Number");
    }

    [Fact]
    public void A_document_is_not_issued_on_a_later_day_nor_in_another_years_register()
    {
        Should.Throw<RuleViolation>(() => Signed().Issue(By(), new(Now), Register(), 5, Today.AddDays(1))).Field.ShouldBe("IssuedOn");
        Should.Throw<RuleViolation>(() => Signed().Issue(By(), new(Now), Register(), 5, new(2019, 12, 31))).Field.ShouldBe("IssuedOn");
    }

    [Fact]
    public void Where_the_portal_gives_the_numbers_nobody_types_one()
    {
        Should.Throw<RuleViolation>(() => Signed().Issue(By(), new(Now), Register(RegisterMode.Portal), 5, Today)).Field.ShouldBe("Number");
        var document = Signed();
        var register = Register(RegisterMode.Portal);
        document.Issue(By(), new(Now), register, null, Today);
        document.TakeNumber(register, 12);
        document.NumberAndSymbol.ShouldBe("12/KH-CTĐBTB");
    }

    [Fact]
    public void A_text_that_was_returned_stays_beside_the_new_one()
    {
        var document = new IssuedDocument(By(), Told(), "token");
        document.Submit(By(), new(Now), Told(), Content);
        Should.Throw<RuleViolation>(() => document.Return(By(), new(Now))).Field.ShouldBe("Reason");
        document.Return(By(), new(Now, "Sửa mục II"));
        document.LastReason.ShouldBe("Sửa mục II");
        document.Submit(By(), new(Now), Told(), Content with { Sha256 = "cd" });
        document.Texts.Count.ShouldBe(2);
        document.TextSha256.ShouldBe("cd");
    }

    [Fact]
    public void A_later_document_is_named_when_one_is_replaced_or_revoked()
    {
        var document = Issued();
        Should.Throw<RuleViolation>(() => document.Revoke(By(), new(Now, "Ban hành nhầm"), new("9/QĐ-CTĐ", Today.AddDays(-1), "Cụm thi đua", ""))).Field.ShouldBe("Document.IssuedOn");
        document.Replace(By(), new(Now, "Điều chỉnh"), new("9/KH-CTĐ", Today, "Cụm thi đua", ""));
        document.State.ShouldBe(DocumentState.Replaced);
        document.LaterDocument!.Number.ShouldBe("9/KH-CTĐ");
    }

    [Theory]
    [InlineData(Position.Leader, Capacity.Clerk, true)]
    [InlineData(Position.Leader, Capacity.Registrar, false)]
    [InlineData(Position.Deputy, Capacity.Head, false)]
    [InlineData(Position.Member, Capacity.Clerk, false)]
    [InlineData(Position.Observer, Capacity.Head, false)]
    public void Only_the_leader_submits_a_document_of_the_cluster(Position position, Capacity capacity, bool may)
    {
        var act = () => new IssuedDocument(By(position, capacity), Told(), "token").Submit(By(position, capacity), new(Now), Told(), Content);
        if (may)
        {
            act();
        }
        else
        {
            Should.Throw<NotPermitted>(act).Message.ShouldStartWith("Trình ký văn bản do ");
        }
    }

    [Fact]
    public void A_unit_issues_its_own_documents_and_no_others()
    {
        var owner = RegisterOwner.Organization(7);
        var document = new IssuedDocument(By(Position.Member), Told(owner: owner), "token");
        Should.Throw<NotPermitted>(() => document.Submit(By(Position.Leader, organization: 8), new(Now), Told(owner: owner), Content));
        document.Submit(By(Position.Member), new(Now), Told(owner: owner), Content);
    }

    [Fact]
    public void Before_it_is_issued_only_the_issuer_reads_it()
    {
        var (draft, issued) = (Signed(), Issued());
        bool Reads(Position position, IssuedDocument document) => IssuedDocument.ReadableBy(By(position)).Compile()(document);
        Reads(Position.Leader, draft).ShouldBeTrue();
        Reads(Position.Deputy, draft).ShouldBeTrue();
        Reads(Position.Member, draft).ShouldBeFalse();
        Reads(Position.Member, issued).ShouldBeTrue();
    }

    [Theory]
    [InlineData(DocumentKind.Plan, "KH-CTĐBTB", true)]
    [InlineData(DocumentKind.SubmissionLetter, "TTr-UBND", true)]
    [InlineData(DocumentKind.Letter, "CTĐBTB-BTĐKT", true)]
    [InlineData(DocumentKind.Plan, "BC-CTĐBTB", false)]
    [InlineData(DocumentKind.Plan, "KH - CTĐBTB", false)]
    [InlineData(DocumentKind.Plan, "05/KH-CTĐBTB", false)]
    [InlineData(DocumentKind.Letter, " ", false)]
    public void A_symbol_is_checked_for_its_form(DocumentKind kind, string symbol, bool isGood)
    {
        if (isGood)
        {
            DocumentSymbol.Checked(kind, symbol).ShouldBe(symbol);
        }
        else
        {
            Should.Throw<RuleViolation>(() => DocumentSymbol.Checked(kind, symbol)).Field.ShouldBe("Symbol");
        }
    }
}
