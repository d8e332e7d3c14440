using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Architecture.Gates;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Architecture;

/// <summary>A year is walked through from its terms to its recognition twice: once with the forms as they are, once with every name of the portal added to each.</summary>
public sealed class OverPostingTests(OverPostedPortal fixture, ITestOutputHelper output) : IClassFixture<OverPostedPortal>
{
    private const int FormsToday = 24;
    private const int FieldsToday = 18_900;
    private const int BoundFormsToday = 56;

    private static readonly (string, string)[] Minutes = [("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/2/2021"), ("Document.Issuer", "Cụm thi đua")];

    private readonly Portal _portal = fixture.Portal;

    private sealed record Posted(string Path, IReadOnlyList<(string Told, string Value)> Changes, int Added);

    [Fact]
    public void A2_An_action_takes_the_fields_of_its_form_and_no_entity()
    {
        var forms = BoundForm.All(_portal);
        var entities = forms.SelectMany(form => form.Fields).Select(field => Nullable.GetUnderlyingType(field.Type) ?? field.Type).Where(type => type.Assembly == typeof(Actor).Assembly && !type.IsEnum).Distinct();
        entities.ShouldBeEmpty("Forms hold typed values; what they mean in the domain is made of them.");
        var text = new StringBuilder("# What each form takes\n\nEvery name that reaches an action that writes; a test fails when one is added or goes. Ids in the address are read from the address alone.\n\n| address | fields |\n| --- | --- |\n");
        forms.ToList().ForEach(form => text.Append($"| `{form.Address.Verb} {form.Address.Text}` | {string.Join(", ", form.Fields.Select(field => field.Name))} |\n"));
        Printed.Is("forms.md", text.ToString());
        output.WriteLine($"{forms.Count} forms with {forms.Sum(form => form.Fields.Count)} fields");
        forms.Count.ShouldBeGreaterThanOrEqualTo(BoundFormsToday);
    }

    [Fact]
    public async Task A2_Nothing_beyond_the_own_fields_of_a_form_changes()
    {
        var (clean, dirty) = (await Walk(isDirty: false), await Walk(isDirty: true));

        output.WriteLine($"{dirty.Count} forms, {dirty.Sum(form => form.Added)} fields added to them");
        foreach (var (as_it_is, with_more) in clean.Zip(dirty))
        {
            as_it_is.Changes.ShouldNotBeEmpty($"{as_it_is.Path} was refused");
            with_more.Changes.Where(change => change.Value.Contains(ForeignFields.Figure, StringComparison.Ordinal) || change.Value.Contains("1987-09-09", StringComparison.Ordinal)).Select(change => change.Told).ShouldBeEmpty(with_more.Path);
            Counted(with_more).Except(Counted(as_it_is)).Concat(Counted(as_it_is).Except(Counted(with_more))).ShouldBeEmpty(with_more.Path);
        }

        dirty.Count.ShouldBeGreaterThanOrEqualTo(FormsToday);
        dirty.Sum(form => form.Added).ShouldBeGreaterThanOrEqualTo(FieldsToday);
    }

    private static IEnumerable<string> Counted(Posted form) => form.Changes.CountBy(change => change.Told).Select(row => $"{row.Value} × {row.Key}");

    private async Task<List<Posted>> Walk(bool isDirty)
    {
        var year = await ClusterYearInTest.Make(_portal, units: 3);
        var walk = new List<Posted>();
        await SetUp();
        await Enter();
        await Appraise();
        await Conclude();
        await Administer();
        return walk;

        async Task SetUp()
        {
            var (authority, clerk, head) = (year.ClerkOf(year.Authority), year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
            await Post(authority, $"{year.Url}/thiet-lap/quy-dinh", "/quy-dinh", ("Document.Number", "14/HĐTĐKT"));
            await Post(authority, $"{year.Url}/thiet-lap/pho", "/pho", [("OrganizationId", $"{year.Member.Id}"), ("FromOn", "01/06/2020"), .. Minutes]);
            await Post(authority, $"{year.Url}/thiet-lap/thoi-pho/{year.Member.Id}", "/" + year.Member.Id, [("ToOn", "30/06/2020"), .. Minutes]);
            await year.ADraftScheme();
            await Post(clerk, year.Scheme($"/muc/{await year.LeafId(_portal, "II.1")}"), "", ("Name", "Văn bản chỉ đạo, điều hành"));
            await Post(clerk, year.Scheme("/quy-dinh"), "/quy-dinh", ("Title", "Bảng tiêu chí đã sửa tên"));
            await Post(clerk, year.Scheme($"/muc/{await year.LeafId(_portal, "C")}/xoa"), "/xoa");
            await Post(head, year.Scheme("/ban-hanh"), "/ban-hanh", SchemesInTest.Document);
            await Post(clerk, year.Url, "/bat-dau");
        }

        async Task Enter()
        {
            var (clerk, sheet) = (year.ClerkOf(year.Member), $"{year.Url}/cham-diem/{await year.SheetOf(_portal, year.Member)}");
            var page = await clerk.See(sheet);
            var leaves = new List<(string, string)>();
            foreach (var (code, field, value) in new[] { ("I.1", "Target", "7"), ("I.1", "Achieved", "7"), ("I.2", "Target", "100"), ("I.2", "Achieved", "90"), ("II.1", "Points", "15"), ("B.1", "Achieved", "0") })
            {
                leaves.Add((page.QuerySelector($"#dong-{await year.LeafId(_portal, code)} [name$='{field}']")!.GetAttribute("name")!, value));
            }

            await Send(clerk, page, page.FormTo("/luu"), leaves);
            await Post(year.HeadOf(year.Member), sheet + "/nop", "/nop");
            foreach (var unit in year.Units.Take(2))
            {
                await year.FillAndSubmit(_portal, unit, growth: 8);
                await year.Appraise(_portal, unit);
            }
        }

        async Task Appraise()
        {
            var (clerk, head, url) = (year.ClerkOf(year.Leader), year.HeadOf(year.Member), await year.AppraisalOf(_portal, year.Member));
            await Post(clerk, url, "/tra-lai", ("Reason", "Bổ sung số liệu"));
            await Post(head, url.Replace("tham-dinh", "cham-diem", StringComparison.Ordinal) + "/nop", "/nop");
            var page = await clerk.See(url);
            await Send(clerk, page, page.LineForm("II.2"), [("PointsByHand", "8"), ("Reason", "Theo sổ"), ("Decision", "luu")]);
            page = await clerk.See(url);
            await Send(clerk, page, (IHtmlFormElement)page.QuerySelector("#chan-bang form")!, []);
            await Post(clerk, url, "/hoan-thanh");
            var objecting = await head.See(url.Replace("tham-dinh", "cham-diem", StringComparison.Ordinal) + "/de-nghi-xem-xet-lai");
            await Send(head, objecting, objecting.FormTo("/de-nghi-xem-xet-lai"), [(objecting.ReasonField("II.2"), "Xem lại mục II")]);
            await Post(clerk, url, "/tra-loi", ("Answers[0].Reason", "Giữ nguyên"));
            await Post(clerk, url, "/tra-loi", ("Finish", "true"));
        }

        async Task Conclude()
        {
            var (head, authority) = (year.HeadOf(year.Leader), year.HeadOf(year.Authority));
            await Post(head, $"{year.Url}/xep-hang/khoa-nhap-lieu", "/khoa-nhap-lieu");
            await Post(head, $"{year.Url}/xep-hang/cong-bo-du-kien", "/cong-bo-du-kien");
            await Post(head, $"{year.Url}/xep-hang/thong-nhat", "/thong-nhat", Minutes);
            await Post(head, $"{year.Url}/xep-hang/thong-qua", "/thong-qua", Minutes);
            await Post(authority, $"{year.Url}/xep-hang/cong-nhan", "/cong-nhan", Minutes);
        }

        async Task Administer()
        {
            var admin = _portal.As(fixture.AdministratorId);
            await Post(admin, $"/quan-tri/nguoi-dung/{year.Member.ClerkId}", "/ten", ("FullName", "Người đã đổi tên"));
            await Post(admin, $"/quan-tri/don-vi/{year.Member.Id}", "/" + year.Member.Id, ("ShortName", "Tên ngắn đã đổi"));
        }

        async Task Post(HttpClient person, string url, string action, params (string, string)[] typed)
        {
            var page = await person.See(url);
            await Send(person, page, page.FormTo(action.Length == 0 ? url : action), typed);
        }

        async Task Send(HttpClient person, IHtmlDocument page, IHtmlFormElement form, IReadOnlyList<(string, string)> typed)
        {
            var path = new Uri(form.Action).AbsolutePath;
            var added = isDirty ? ForeignFields.Beside(BoundForm.All(_portal).Single(bound => bound.Address.Verb == "POST" && bound.IsOf(path))) : [];
            var before = Dump.Of(_portal);
            using var answer = await person.Submit(form, [.. typed, .. added]);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new ShouldAssertException($"{path} {(isDirty ? "with more" : "as it is")} → {(int)answer.StatusCode}: {(await answer.Html()).Says()}");
            }

            walk.Add(new(path, Dump.Of(_portal).Since(before), added.Count));
        }
    }
}

/// <summary>A portal in which nobody else writes.</summary>
public sealed class OverPostedPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public int AdministratorId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        AdministratorId = (await Portal.AnAccount(isAdministrator: true)).Id;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
