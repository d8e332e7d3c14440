using FluentValidation;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>A planned conference as typed; lists one entry a line.</summary>
public sealed record ConferenceForm : BlockForm
{
    public ConferenceKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? When { get; init; }

    public string? Duration { get; init; }

    public string? Place { get; init; }

    public string? Chairs { get; init; }

    public string? Participants { get; init; }

    public string? Agenda { get; init; }

    public override BlockContent ToContent() => new ConferenceContent(Kind!.Value)
    {
        Name = Name,
        When = When,
        Duration = Duration,
        Place = Place,
        Chairs = TypedLines.Of(Chairs),
        Participants = TypedLines.Of(Participants),
        Agenda = TypedLines.Of(Agenda),
    };

    public static ConferenceForm Of(ConferenceContent content) => new()
    {
        Kind = content.Kind,
        Name = content.Name,
        When = content.When,
        Duration = content.Duration,
        Place = content.Place,
        Chairs = string.Join('\n', content.Chairs),
        Participants = string.Join('\n', content.Participants),
        Agenda = string.Join('\n', content.Agenda),
    };

    public sealed class Validator : Rules<ConferenceForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).NotNull().WithMessage("Chọn loại hội nghị.").IsInEnum().WithMessage("Chọn loại hội nghị.");
            When(form => form.When, isRequired: false);
            Brief(form => form.Name);
            Brief(form => form.Duration);
            Brief(form => form.Place);
            Lines(form => form.Chairs);
            Lines(form => form.Participants);
            Lines(form => form.Agenda);
        }
    }
}
