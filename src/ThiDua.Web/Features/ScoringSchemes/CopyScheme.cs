using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Another scheme copied over the draft, of which the person saw these criteria.</summary>
public sealed record CopySchemeForm
{
    public string? Source { get; init; }

    public string? Seen { get; init; }

    public sealed class Validator : AbstractValidator<CopySchemeForm>
    {
        public Validator()
        {
            RuleFor(form => form.Source).NotEmpty().WithMessage("Chọn bảng tiêu chí để sao chép.");
            RuleFor(form => form.Seen).NotEmpty().WithMessage("Mở lại trang sao chép.");
        }
    }
}

/// <summary>The page of copying: what may be copied, and once one was chosen what it does to the draft.</summary>
public sealed record CopySchemePage(ScoringScheme Draft, IReadOnlyList<SchemeSourceName> Sources, string? Key = null, SchemeSource? Source = null)
{
    public string Seen => $"{CriteriaSeen.Of(Draft)}";

    /// <summary>What it would break of the framework that the draft was made from.</summary>
    public IReadOnlyList<string> Broken => Source is { Framework: null } ? Draft.BrokenBy(Source.Criteria) : [];

    public TreeChange? Change => Source is null ? null : TreeChange.Of(Draft, Source.Criteria);
}

/// <summary>Loads the page of copying; null where there is no draft.</summary>
public sealed class ShowCopy(PortalDb db, SchemeSources sources)
{
    public async Task<CopySchemePage?> Handle(string? source)
    {
        var draft = await db.Working().AsNoTracking().FirstOrDefaultAsync(row => row.State == SchemeState.Draft);
        return draft is null ? null : string.IsNullOrEmpty(source) ? new(draft, await sources.OtherSchemes()) : new(draft, [], source, await sources.Find(source));
    }
}

/// <summary>Replaces the tree of the draft by that of another scheme (sao chép vào dự thảo), whole or not at all; the terms of the draft stay.</summary>
public sealed class CopyScheme(PortalDb db, SchemeSources sources, CurrentActor current)
{
    public async Task<int> Handle(CopySchemeForm form)
    {
        var source = await sources.Find(form.Source);
        var draft = await db.DraftToChange();
        var seen = CriteriaSeen.Of(draft);
        if (form.Seen != $"{seen}")
        {
            throw new AlreadyChanged(Changed);
        }

        db.RemoveRange(source.Framework is { } framework ? draft.Follow(current.Actor, framework) : draft.RewriteCriteria(current.Actor, source.Criteria));
        db.MustStillHave(draft, seen, Changed);
        await db.SaveDraft(draft);
        return source.Criteria.Count;
    }

    private const string Changed = "Dự thảo vừa được người khác sửa. Xem lại thay đổi dưới đây rồi sao chép.";
}
