using System.Globalization;
using static ThiDua.Domain.Documents.Drafting.DraftWords;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>A text of one's own under any kind: head, addressees, recipients and signature are there, the text is still to be written.</summary>
internal static class FreeText
{
    public static DraftedText Start(DocumentKind kind, DraftFacts facts, DraftedBy issuer, string about)
    {
        var start = kind == DocumentKind.Decision ? DraftStarters.Decision(facts, issuer, about) with { Recipients = DraftStarters.Recipients(facts, issuer, lastArticle: 3) } : new DraftedText(about)
        {
            Addressees = AddresseesOf(kind, facts, issuer),
            Recipients = RecipientsOf(kind, facts, issuer),
            SignatoryLines = issuer.SignatureLines,
        };
        return start with { Body = BodyOf(kind, facts, issuer, about) };
    }

    // A letter goes from the cluster to its members, from a member to its leader; what asks or reports goes to the authority.
    private static IReadOnlyList<string> AddresseesOf(DocumentKind kind, DraftFacts facts, DraftedBy issuer)
    {
        var members = $"Các đơn vị thành viên {facts.ClusterName}";
        var leader = IsOfMember(facts, issuer) ? facts.Leader?.Name : null;
        return kind switch
        {
            DocumentKind.Letter => [leader ?? members],
            DocumentKind.Report or DocumentKind.SubmissionLetter => [leader ?? facts.AuthorityName],
            _ => [],
        };
    }

    private static bool IsOfMember(DraftFacts facts, DraftedBy issuer) => facts.Units.Any(unit => unit.Id == issuer.OrganizationId) && facts.Leader?.Id != issuer.OrganizationId;

    private static IReadOnlyList<string> RecipientsOf(DocumentKind kind, DraftFacts facts, DraftedBy issuer) => kind switch
    {
        DocumentKind.Letter => issuer.Name == facts.AuthorityName || IsOfMember(facts, issuer) ? [] : [$"{facts.AuthorityName} (để b/c)"],
        DocumentKind.Report or DocumentKind.SubmissionLetter => [.. facts.StandingBodyName is { } body && body != issuer.Name ? [body] : Array.Empty<string>(), $"Các đơn vị thành viên {facts.ClusterName}"],
        _ => [.. issuer.Name == facts.AuthorityName ? [] : new[] { $"{facts.AuthorityName} (để b/c)" }, $"Các đơn vị thành viên {facts.ClusterName}"],
    };

    private static string BodyOf(DocumentKind kind, DraftFacts facts, DraftedBy issuer, string about)
    {
        var (name, subject) = (Markup(issuer.Name), Markup(Subject(about)));
        return kind switch
        {
            DocumentKind.Decision => Paragraphs($"**Điều 1.** {Blank}", $"**Điều 2.** {Blank}", $"**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị thành viên {facts.ClusterName} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này."),
            DocumentKind.Letter => Paragraphs($"Để triển khai nhiệm vụ năm {facts.Year} của {facts.ClusterName}, {name} đề nghị các cơ quan, đơn vị thực hiện việc {subject} như sau:", Blank, $"{name} đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện."),
            DocumentKind.Notice => Paragraphs($"{name} thông báo về việc {subject} như sau:", Blank, $"{name} thông báo để các cơ quan, đơn vị biết, thực hiện."),
            DocumentKind.SubmissionLetter => Paragraphs($"{name} trình về việc {subject} như sau:", Blank, $"{name} kính trình {Markup(facts.AuthorityName)} xem xét, quyết định."),
            DocumentKind.Report => Paragraphs($"{name} báo cáo về việc {subject} như sau:", Blank, $"Trên đây là báo cáo của {name}."),
            DocumentKind.Minutes => Paragraphs($"Hôm nay, ngày {Blank} tháng {Blank} năm {Blank}, tại {Markup(facts.Place ?? Blank)}, {name} lập biên bản về việc {subject} như sau:", Blank, "Biên bản được thông qua các thành phần dự họp và lập thành 02 bản có giá trị như nhau."),
            _ => Blank,
        };
    }

    // "Về việc mời họp", "V/v mời họp" → "mời họp".
    private static string Subject(string about)
    {
        var rest = about;
        foreach (var opening in new[] { "Về việc ", "V/v ", "về " })
        {
            rest = rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? rest[opening.Length..] : rest;
        }

        return rest.Length == 0 ? Blank : char.ToLower(rest[0], CultureInfo.InvariantCulture) + rest[1..];
    }
}
