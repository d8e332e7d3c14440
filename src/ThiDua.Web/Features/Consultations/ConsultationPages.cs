using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Planning.Consultations;

namespace ThiDua.Web.Features.Consultations;

/// <summary>What the address of a round asks for: which comments, and which form is open.</summary>
public sealed record AskedOfRound
{
    [FromQuery(Name = "don-vi")]
    public int? UnitId { get; init; }

    /// <summary>A part by its id; 0: the text as a whole.</summary>
    [FromQuery(Name = "muc")]
    public int? PartId { get; init; }

    [FromQuery(Name = "chua-tra-loi")]
    public bool Unanswered { get; init; }

    /// <summary>The part to comment on; 0: the text as a whole.</summary>
    [FromQuery(Name = "gop-y")]
    public int? CommentOn { get; init; }

    [FromQuery(Name = "sua")]
    public int? Change { get; init; }

    [FromQuery(Name = "tra-loi")]
    public int? Answer { get; init; }

    public bool IsFilter => UnitId is not null || PartId is not null || Unanswered;

    public bool Shows(Comment comment, int unitId) =>
        (UnitId is null || UnitId == unitId) && (PartId is null || PartId == (comment.PartId ?? 0)) && (!Unanswered || comment.IsUnanswered);
}

/// <summary>What a form at a comment or part is for.</summary>
public enum OpenFormKind { Comment, Change, Answer }

/// <summary>The one form that is open on the page, at a part (0: the whole) or at a comment, with what was typed.</summary>
public sealed record OpenForm(OpenFormKind Kind, int At)
{
    public string? Quote { get; init; }

    public string? Text { get; init; }

    public string Key { get; init; } = $"{Guid.NewGuid():N}";

    public CommentResponse? Response { get; init; }

    public string? Answer { get; init; }

    /// <summary>The version that the person saw; null: as stored now.</summary>
    public int? Seen { get; init; }

    public static IEnumerable<SelectListItem> Responses => [new("– chọn –", ""), .. Enum.GetValues<CommentResponse>().Select(response => new SelectListItem(Labels.Of(response), $"{response}"))];
}

/// <summary>A comment with the name of its unit, and what this person may do with it.</summary>
public sealed record CommentRow(Comment Comment, ConsultedUnit Unit, bool MayChange, bool MayAnswer, OpenForm? Open, string Here)
{
    /// <summary>Somebody else saved first.</summary>
    public bool IsOvertaken => Open?.Seen is { } seen && seen != Comment.Version;
}

/// <summary>A part of the text with its comments; Id 0: the text as a whole, null: a part that is gone.</summary>
public sealed record PartRow(int? Id, string Name, ConsultedPart? Part, IReadOnlyList<CommentRow> Comments, bool MayComment, OpenForm? Open, string Here);

/// <summary>A round with its text and comments.</summary>
public sealed record ConsultationPage(Consultation Round, ConsultedText Text, IReadOnlyList<Comment> Comments, DateTime Now)
{
    public required string Here { get; init; }

    public AskedOfRound Asked { get; init; } = new();

    public OpenForm? Open { get; init; }

    public IReadOnlyList<(int Id, int Number)> Rounds { get; init; } = [];

    public int? OwnUnitId { get; init; }

    public bool MayComment { get; init; }

    public bool MayAnswer { get; init; }

    public bool MayClose { get; init; }

    public ConsultedUnit? Own => Round.Units.FirstOrDefault(unit => unit.UnitId == OwnUnitId);

    public bool MayReply => MayComment && Own is not { IsDrafter: true };

    public IReadOnlyList<ConsultedUnit> Asking => [.. Round.Asked()];

    public int Standing => Comments.Count(comment => comment.WithdrawnAt is null);

    public int Unanswered => Comments.Count(comment => comment.IsUnanswered);

    public int UnitsAt(params ReplyStanding[] standings) => Asking.Count(unit => standings.Contains(Round.StandingOf(unit, Now)));

    /// <summary>The whole first, then the sections, then what is gone; of a filtered page only where something was found.</summary>
    public IEnumerable<PartRow> Parts()
    {
        var byPart = Comments.Select(Row).Where(row => Asked.Shows(row.Comment, row.Unit.UnitId)).ToLookup(row => row.Comment.PartId ?? 0);
        IEnumerable<PartRow> all =
        [
            new(0, CommentedPart.Whole.Name, null, [.. byPart[0]], MayComment, OpenAt(OpenFormKind.Comment, 0), Here),
            .. Text.Parts.Select(part => new PartRow(part.Id, part.Name, part, [.. byPart[part.Id]], MayComment, OpenAt(OpenFormKind.Comment, part.Id), Here)),
            .. byPart.Where(group => group.Key != 0 && Text.Parts.All(part => part.Id != group.Key)).Select(group => new PartRow(null, group.First().Comment.Place, null, [.. group], false, null, Here)),
        ];
        return Asked.IsFilter ? all.Where(part => part.Comments.Count > 0 || part.Open is not null) : all;
    }

    public IEnumerable<SelectListItem> UnitOptions => [new("Mọi đơn vị", ""), .. Round.Units.OrderBy(unit => unit.UnitName, Domain.Text.VietnameseOrder).Select(unit => new SelectListItem(unit.UnitName, $"{unit.UnitId}"))];

    public IEnumerable<SelectListItem> PartOptions => [new("Mọi mục", ""), new(CommentedPart.Whole.Name, "0"), .. Text.Parts.Select(part => new SelectListItem(part.Name, $"{part.Id}"))];

    private CommentRow Row(Comment comment)
    {
        var unit = Round.Units.First(row => row.Id == comment.ConsultedUnitId);
        return new(comment, unit, MayComment && unit.UnitId == OwnUnitId && comment.IsUnanswered, MayAnswer && comment.WithdrawnAt is null, OpenAt(OpenFormKind.Change, comment.Id) ?? OpenAt(OpenFormKind.Answer, comment.Id), Here);
    }

    private OpenForm? OpenAt(OpenFormKind kind, int at) => Open is { } open && open.Kind == kind && open.At == at ? open : null;
}

/// <summary>The table of who has answered.</summary>
public sealed record UnitsPage(Consultation Round, ConsultedText Text, IReadOnlyList<UnitAnswer> All, ReplyStanding? Only, string Here)
{
    public IReadOnlyList<UnitAnswer> Rows => [.. All.Where(row => Only is null || row.Standing == Only)];
}

/// <summary>How one unit answered: its standing, how many comments, the last word.</summary>
public sealed record UnitAnswer(ConsultedUnit Unit, ReplyStanding Standing, int Comments, int Unanswered, DateTime? LastAt, bool IsLate);
