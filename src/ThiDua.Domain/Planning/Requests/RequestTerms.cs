using ThiDua.Domain.Documents;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning.Requests;

/// <summary>What is sent: the plan, or the scheme with its points.</summary>
public enum RequestSubject { Plan, Scheme }

/// <summary>What the authority is asked: nothing (báo cáo), its opinion (xin ý kiến), its approval (phê duyệt).</summary>
public enum RequestManner { Report, AskOpinion, AskApproval }

/// <summary>The text that is sent: which, under its name of that time.</summary>
public sealed record SentSubject(RequestSubject Subject, int Id, string Name);

/// <summary>What is written of the letter that goes with the text: kính gửi, trích yếu, and its body in the small Markdown of sections.</summary>
public sealed record RequestTerms(string Abstract, string Body)
{
    private const int MostAddressees = 10;

    public IReadOnlyList<string> Addressees { get; init; } = [];

    internal RequestTerms Clean()
    {
        var clean = new RequestTerms(
            Text.Clean(Abstract) ?? throw new RuleViolation("Nhập trích yếu của văn bản.", nameof(Abstract)),
            Text.Clean(Body)?.ReplaceLineEndings("\n") ?? throw new RuleViolation("Nhập nội dung văn bản gửi.", nameof(Body)))
        {
            Addressees = [.. Addressees.Select(Text.Clean).OfType<string>()],
        };
        Require(clean.Addressees.Count is > 0 and <= MostAddressees, $"Ghi nơi kính gửi, mỗi dòng một cơ quan, nhiều nhất {MostAddressees} dòng.", nameof(Addressees));
        return clean;
    }
}

/// <summary>What the authority answered last: how, in which words, on which day, who, by which document; recorded by the leader from the authority's paper, or given by the authority.</summary>
public sealed record RequestAnswer(string? Text, DateOnly On, string Whose)
{
    /// <summary>Số, ký hiệu of the authority's document; null where it answered in the portal without one.</summary>
    public string? Number { get; init; }

    /// <summary>Whether the leader recorded it (ghi nhận văn bản của cấp trên).</summary>
    public bool IsRecordedByLeader { get; init; }
}

/// <summary>What each manner of sending means.</summary>
public static class RequestManners
{
    /// <summary>A report is printed as Báo cáo, what asks for approval as Tờ trình.</summary>
    public static DocumentKind PrintedAs(this RequestManner manner) => manner == RequestManner.AskApproval ? DocumentKind.SubmissionLetter : DocumentKind.Report;

    /// <summary>The answers that it may get.</summary>
    public static IReadOnlyList<RequestStep> Answers(this RequestManner manner) => manner switch
    {
        RequestManner.AskApproval => [RequestStep.Approve, RequestStep.Refuse, RequestStep.GiveOpinion],
        RequestManner.AskOpinion => [RequestStep.GiveOpinion, RequestStep.Note],
        _ => [RequestStep.Note, RequestStep.GiveOpinion],
    };
}
