using System.Globalization;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>Which row an id names: one's own (of the member, for who has none), a neighbour's in the same year, one of the other cluster, none.</summary>
public enum Row { Own, Neighbour, Foreign, Missing }

/// <summary>One person asking the two clusters over HTTP.</summary>
public sealed class Asking(TwoClusters clusters, Who who)
{
    private const string None = "987654321";
    private readonly Dictionary<Stage, (HttpClient Browser, string Token)> _browsers = [];

    /// <summary>The last answer itself.</summary>
    public HttpResponseMessage? Last { get; private set; }

    /// <summary>The answer: its status, or "in" where the person is led to the sign-in page. <paramref name="at"/> says which row each id names.</summary>
    public async Task<string> Ask(Address address, Func<string, Row> at)
    {
        var (browser, token) = await Browser(address.Stage);
        var path = address.Fill(name => Value(name, at(name), address));
        using var request = new HttpRequestMessage(new(address.Verb), path);
        if (address.Verb == "PUT")
        {
            request.Headers.Add("RequestVerificationToken", token);
            request.Content = new ByteArrayContent([]);
        }
        else if (address.Verb == "POST")
        {
            // A version that nobody ever saw: a step that may be taken answers 409 and changes nothing.
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", "-1"), new("SectionId", "-1")]);
        }

        var response = Last = await browser.SendAsync(request);
        return response.Headers.Location?.OriginalString.Contains("/dang-nhap?", StringComparison.Ordinal) == true ? "in" : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private async Task<(HttpClient Browser, string Token)> Browser(Stage stage)
    {
        if (!_browsers.TryGetValue(stage, out var known))
        {
            var browser = clusters.Browser(who, stage);
            var page = await browser.See(who == Who.Anonymous ? "/dang-nhap" : "/");
            _browsers[stage] = known = (browser, ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value);
        }

        return known;
    }

    private string Value(string name, Row row, Address address)
    {
        var (own, other) = (clusters.Own[address.Stage], clusters.Other[address.Stage]);
        return name switch
        {
            "clusterYearId" => $"{own.Year.Id}",
            "organizationId" => $"{own.Year.Authority.Id}",
            "format" => "html",
            "kind" => "thoi-han",
            "year" => "2020",
            "fileName" => "tep.pdf",
            "statusCode" => "404",
            "token" => clusters.Own[Stage.Entering].PublicToken,
            _ when row == Row.Missing => None,
            _ when !address.IsInYear && !address.IsOfAuthority => $"{OfPortal(name, address)}",
            _ when row == Row.Foreign => $"{OfYear(name, other, other.Year.Member, address)}",
            _ when row == Row.Neighbour => $"{OfYear(name, own, own.Neighbour, address)}",
            _ => $"{OfYear(name, own, who.Unit is { } unitOf && own.Year.Units.Contains(unitOf(own)) ? unitOf(own) : own.Year.Member, address)}",
        };
    }

    private int OfYear(string name, YearAtStage year, UnitInTest unit, Address address) => name switch
    {
        "id" or "sheetId" => year.Sheets[unit.Id],
        "criterionId" => year.CriterionId,
        "layerId" => year.LayerId,
        "stepId" => year.StepId,
        "barId" => year.BarId,
        "documentId" => year.DocumentId,
        "copyId" => year.CopyId,
        "draftId" => year.DraftId,
        "planId" => year.PlanId,
        "requestId" => year.RequestId,
        "targetId" => year.Targets[unit.Id],
        "titleId" => year.Titles[unit.Id],
        "sectionId" => year.SectionId,
        "basisId" => year.BasisId,
        "regulationId" => year.RegulationId,
        "legalBasisId" => year.LegalBasisId,
        "contactId" => year.ContactId,
        "groupId" => year.GroupId,
        "covenantId" => year.CovenantId,
        "signingId" => year.SigningId,
        "requirementId" => year.RequirementId,
        "itemId" => year.ItemId,
        "figureId" => year.FigureId,
        "fileId" => year.ReportFiles[unit.Id],
        "uploadId" => year.Uploads[unit.Id],
        "blockId" => year.BlockId,
        "paperId" => year.PaperId,
        "consultationId" => year.ConsultationId,
        "commentId" => year.CommentId,
        "clusterId" => year.ClusterId,
        "frameworkId" => year.FrameworkId,
        "unitId" => address.Text.Contains("/thoi-pho/", StringComparison.Ordinal) ? year.Year.Deputy.Id : unit.Id,
        "delegationId" => year.DelegationId,
        "observerId" => year.ObserverId,
        "evidenceId" => year.Evidence[unit.Id],
        // Each person who may withdraw has a link to withdraw; others ask for one that stays.
        "linkId" => year.Links[unit.Id][who.Unit?.Invoke(year) == unit ? who.Person % 2 : 2],
        _ => throw new InvalidOperationException($"Say here which row {{{name}}} of {address.Text} names."),
    };

    private int OfPortal(string name, Address address) => name switch
    {
        "userId" => clusters.Spare.UserId,
        "officeId" => clusters.Spare.OfficeId,
        "sessionId" => clusters.SessionId,
        "notificationId" => clusters.NotificationId,
        "kindId" or "legalBasisId" => 1,
        "id" when address.Text.StartsWith("/quan-tri/don-vi", StringComparison.Ordinal) => clusters.Own[Stage.Drafting].Year.Member.Id,
        _ => throw new InvalidOperationException($"Say here which row {{{name}}} of {address.Text} names."),
    };
}
