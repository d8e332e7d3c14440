namespace ThiDua.Domain.Documents.Drafting;

/// <summary>The text with which a document starts, filled from the data of the year; what the data do not tell is left blank, and no person is ever named.</summary>
public static class DraftStarters
{
    /// <summary>The starter of a template; a free text has the kind and abstract that were chosen.</summary>
    public static DraftedText Of(DraftTemplate template, DocumentKind? kind, DraftFacts facts, DraftedBy issuer, string? about = null)
    {
        _ = template != DraftTemplate.ConsolidatedReport ? template : throw new ArgumentOutOfRangeException(nameof(template), template, "It starts from its requirement.");
        var text = template switch
        {
            DraftTemplate.LeaderDecision => LeaderDecision.Start(facts, issuer),
            DraftTemplate.AppraisalTeam => TeamDecision.ToAppraise(facts, issuer),
            DraftTemplate.InspectionTeam => TeamDecision.ToInspect(facts, issuer),
            DraftTemplate.Handover => HandoverMinutes.Start(facts, issuer),
            DraftTemplate.LaunchSpeech => LaunchSpeech.Start(facts),
            _ => FreeText.Start(kind ?? DocumentKind.Letter, facts, issuer, about ?? ""),
        };
        var made = DraftTemplates.KindOf(template) ?? kind;
        return text with
        {
            Symbol = made is { } known ? DocumentSymbol.Of(known, issuer.Abbreviation) : null,
            Archive = $"VT, hồ sơ {facts.Abbreviation}",
        };
    }

    /// <summary>What every decision shares: who decides, the bases, who signs.</summary>
    internal static DraftedText Decision(DraftFacts facts, DraftedBy issuer, string about, params IEnumerable<string> ofYear) => new(about)
    {
        Authority = DraftWords.OfficeOf(issuer.IsCluster ? facts.LeaderTitle : issuer.HeadTitle, issuer.Name).ToUpperInvariant(),
        Bases = [.. facts.Laws, .. ofYear, .. OnBehalf(facts, issuer)],
        SignatoryLines = issuer.IsCluster ? issuer.SignatureLines : [Text.Clean(issuer.HeadTitle) ?? "THỦ TRƯỞNG CƠ QUAN"],
    };

    // The standing body decides for the authority; the authority upon the proposal of its standing body.
    private static IEnumerable<string> OnBehalf(DraftFacts facts, DraftedBy issuer) =>
        issuer.IsCluster || facts.StandingBodyName is not { } body ? []
        : issuer.Name == facts.AuthorityName ? [$"Theo đề nghị của {body}"]
        : [$"Thực hiện nhiệm vụ cơ quan thường trực của {facts.AuthorityName}"];

    /// <summary>Nơi nhận of a decision: those of its last article, and whom it is reported to.</summary>
    internal static IReadOnlyList<string> Recipients(DraftFacts facts, DraftedBy issuer, int lastArticle) =>
        [$"Như Điều {lastArticle}", .. issuer.Name == facts.AuthorityName ? [] : new[] { $"{facts.AuthorityName} (để b/c)" }, .. facts.StandingBodyName is { } body && body != issuer.Name ? [body] : Array.Empty<string>()];
}
