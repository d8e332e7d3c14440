using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Planning.Consultations;

/// <summary>What a unit answers to the round as a whole: thống nhất, không có ý kiến khác; có ý kiến.</summary>
public enum UnitReply { Agreed, HasComments }

/// <summary>How a unit stands in a round: not answered yet; agreed; with comments; silent past the date, which counts as agreed, or where the regulation says so, as no reply.</summary>
public enum ReplyStanding { Waiting, Agreed, HasComments, Silent, NoReply }

/// <summary>A unit that is asked in a round, and what it answered as a whole.</summary>
public sealed class ConsultedUnit : IInClusterYear, IVersioned
{
    private ConsultedUnit() => (Round, UnitName) = (null!, "");

    internal ConsultedUnit(Consultation round, AskedUnit unit, bool isDrafter)
        : this() => (Round, ClusterYearId, UnitId, UnitName, IsDrafter) = (round, round.ClusterYearId, unit.Id, unit.Name, isDrafter);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int ConsultationId { get; private set; }

    public Consultation Round { get; private set; }

    public int UnitId { get; private set; }

    public string UnitName { get; private set; }

    /// <summary>Whether it drafted the text: it may comment, but is not asked.</summary>
    public bool IsDrafter { get; private set; }

    public UnitReply? Reply { get; private set; }

    /// <summary>What it added to its answer.</summary>
    public string? Note { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public string? RepliedByName { get; private set; }

    /// <summary>Answered after the last day.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Entered for the unit by another one, from its paper (nhập thay).</summary>
    public bool IsOnBehalf { get; private set; }

    public string? PaperNumber { get; private set; }

    public DateOnly? PaperOn { get; private set; }

    public string? PaperSignatory { get; private set; }

    public string? PaperOffice { get; private set; }

    public int? PaperScanId { get; private set; }

    public int Version { get; private set; }

    /// <summary>The unit answers, in the portal or by signed paper; <paramref name="comments"/>: how many of its comments stand.</summary>
    public void AnswerWith(Actor by, Consultation round, UnitReply reply, int comments, StepNote note)
    {
        RequireOwn(by, round);
        Require(!IsDrafter, "Đơn vị soạn thảo dự thảo không phải trả lời; muốn góp ý, nhập ý kiến ở từng mục.");
        Require(by.OnBehalfOf is null || note.Paper is not null, "Nhập thay phải theo văn bản đã ký của đơn vị: nhập số, ngày, người ký.", "Paper.Number");
        Require(reply != UnitReply.Agreed || comments == 0, $"Đơn vị đang có {comments} ý kiến góp ý. Rút các ý kiến đó trước, hoặc chọn “{Labels.Of(UnitReply.HasComments)}”.", nameof(Reply));
        Require(reply != UnitReply.HasComments || comments > 0 || note.Paper is not null, "Chưa có ý kiến nào. Nhập ý kiến ở từng mục, hoặc ghi văn bản góp ý đã ký của đơn vị.", nameof(Reply));
        (Reply, Note) = (reply, Text.Clean(note.Reason));
        Sign(by, round, note.At);
        if (note.Paper is { } paper)
        {
            (PaperNumber, PaperOn, PaperSignatory, PaperOffice, PaperScanId) = (paper.Number, paper.SignedOn, paper.Signatory, paper.SignatoryOffice, paper.ScanId ?? PaperScanId);
        }
    }

    /// <summary>A comment was entered: the unit has answered, whatever it said before.</summary>
    internal void Commented(Actor by, Consultation round, DateTime at)
    {
        if (Reply != UnitReply.HasComments)
        {
            Reply = UnitReply.HasComments;
            Sign(by, round, at);
        }
    }

    internal void RequireOwn(Actor by, Consultation round)
    {
        if (!by.Can(Permission.CommentOnDrafts) || by.UnitId != UnitId)
        {
            throw new NotPermitted($"{Permissions.Refusal(Permission.CommentOnDrafts)} Ý kiến của {UnitName} do đơn vị đó nhập và sửa.");
        }

        round.RequireOpen();
    }

    private void Sign(Actor by, Consultation round, DateTime at)
    {
        (RepliedAt, RepliedByName, IsLate, IsOnBehalf) = (at, by.UserName, round.IsLate(at), by.OnBehalfOf is not null);
        Version++;
    }
}
