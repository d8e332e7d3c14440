using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning.Consultations;

/// <summary>How a comment was received: tiếp thu, tiếp thu một phần, giải trình.</summary>
public enum CommentResponse { Accepted, Partly, Explained }

/// <summary>A place of the text that comments are on: its id, and how it was named then; without an id the text as a whole.</summary>
public sealed record CommentedPart(int? Id, string Name)
{
    public static CommentedPart Whole { get; } = new(null, "Toàn văn");
}

/// <summary>What is written in a comment: the line quoted, if any, and the comment itself.</summary>
public sealed record CommentText(string? Quote, string? Text);

/// <summary>A comment of a unit (ý kiến góp ý) with its answer (tiếp thu, giải trình). Never deleted: one that was withdrawn is marked.</summary>
public sealed class Comment : IInClusterYear, IVersioned
{
    private Comment() => (Unit, Place, Text, Key, EnteredByName) = (null!, "", "", "", "");

    /// <summary>The unit comments; <paramref name="key"/> is the form's own, so that one sent twice is one comment.</summary>
    public Comment(Actor by, Consultation round, ConsultedUnit unit, CommentedPart part, CommentText text, string key, DateTime at)
        : this()
    {
        unit.RequireOwn(by, round);
        (ClusterYearId, ConsultationId, Unit) = (round.ClusterYearId, round.Id, unit);
        (PartId, Place, Key) = (part.Id, part.Name, key);
        (EnteredByName, EnteredAt, IsLate, IsOnBehalf) = (by.UserName, at, round.IsLate(at), by.OnBehalfOf is not null);
        Write(text);
        unit.Commented(by, round, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int ConsultationId { get; private set; }

    public int ConsultedUnitId { get; private set; }

    public ConsultedUnit Unit { get; private set; }

    /// <summary>The section or criterion; it may be gone from the text by now.</summary>
    public int? PartId { get; private set; }

    /// <summary>The section or criterion as it was named then: "II.1. Mục đích".</summary>
    public string Place { get; private set; }

    public string? Quote { get; private set; }

    public string Text { get; private set; }

    public string EnteredByName { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    /// <summary>Entered, or changed, after the last day.</summary>
    public bool IsLate { get; private set; }

    public bool IsOnBehalf { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public CommentResponse? Response { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredByName { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The document by which a deputy answered for the leader (theo ủy quyền).</summary>
    public string? AnswerDelegation { get; private set; }

    public string Key { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether it stands and waits for its answer.</summary>
    public bool IsUnanswered => WithdrawnAt is null && Response is null;

    public void Change(Actor by, Consultation round, CommentText text, DateTime at)
    {
        RequireOpenTo(by, round);
        Write(text);
        (ChangedAt, IsLate) = (at, IsLate || round.IsLate(at));
        Version++;
    }

    public void Withdraw(Actor by, Consultation round, DateTime at)
    {
        RequireOpenTo(by, round);
        (WithdrawnByName, WithdrawnAt) = (by.UserName, at);
        Version++;
    }

    /// <summary>The leader answers, while the round is open or after it; what is not taken over whole needs its reason.</summary>
    public void AnswerWith(Actor by, CommentResponse response, string? answer, DateTime at)
    {
        if (!by.Can(Permission.AnswerComments))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.AnswerComments));
        }

        Require(WithdrawnAt is null, "Đơn vị đã rút ý kiến này, không cần trả lời.");
        var clean = Domain.Text.Clean(answer);
        Require(response == CommentResponse.Accepted || clean is not null, $"Nêu lý do khi {Labels.Of(response).ToLowerInvariant()}.", nameof(Answer));
        (Response, Answer, AnsweredByName, AnsweredAt) = (response, clean, by.UserName, at);
        AnswerDelegation = by.DelegationUsed(Permission.AnswerComments)?.Document;
        Version++;
    }

    private void RequireOpenTo(Actor by, Consultation round)
    {
        Unit.RequireOwn(by, round);
        Require(WithdrawnAt is null, "Ý kiến này đã được rút.");
        Require(Response is null, "Ý kiến này đã được trả lời, không sửa hay rút được nữa; muốn nói thêm, nhập ý kiến mới.");
    }

    private void Write(CommentText text)
    {
        Text = Domain.Text.Clean(text.Text)?.ReplaceLineEndings("\n") ?? throw new RuleViolation("Nhập nội dung góp ý.", nameof(Text));
        Quote = Domain.Text.Clean(text.Quote)?.ReplaceLineEndings("\n");
    }
}
