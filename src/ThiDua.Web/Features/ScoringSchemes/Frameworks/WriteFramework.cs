using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>Loads the form of a new framework: empty, or to follow another one.</summary>
public sealed class ShowNewFramework(PortalDb db, FrameworkSources sources, TimeProvider clock)
{
    public async Task<NewFrameworkPage> Handle(int authorityId, string? source, NewFrameworkForm? typed = null)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        return new(authorityId, authority.Name, typed ?? await Form(authorityId, source), await sources.Handle(authorityId));
    }

    private async Task<NewFrameworkForm> Form(int authorityId, string? source)
    {
        var year = Access.Days.Today(clock).Year;
        var id = source?.StartsWith(FrameworkSources.OfFramework, StringComparison.Ordinal) == true && int.TryParse(source[FrameworkSources.OfFramework.Length..], out var number) ? number : 0;
        return await db.FrameworkSchemes.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.AuthorityId == authorityId) is { } before
            ? new() { Year = before.Year, Kind = before.Kind, Level = before.Level, Title = before.Title, ContentTotal = before.ContentTotal, Source = source }
            : new() { Year = year, Title = $"Bảng điểm khung năm {year}", Source = source };
    }
}

/// <summary>Starts a framework (lập bảng điểm khung) with the rows of its source.</summary>
public sealed class StartFramework(PortalDb db, FrameworkSources sources, CurrentActor current)
{
    public async Task<int> Handle(int authorityId, NewFrameworkForm form)
    {
        var source = await sources.Find(authorityId, form.Source);
        RuleViolation.Require((form.ContentTotal ?? source.ContentTotal) is not null, "Nhập tổng điểm nội dung; bảng trống không có sẵn.", nameof(form.ContentTotal));
        var framework = new FrameworkScheme(current.Actor, authorityId, new(form.Year!.Value, form.Kind, form.Level), form.Title!, (form.ContentTotal ?? source.ContentTotal)!.Value);
        framework.Rewrite(current.Actor, source.Lines, source.MarkOf);
        var refusal = $"Năm {framework.Year} đã có dự thảo bảng điểm khung cho {framework.Scope().InWords}; mở dự thảo đó để sửa hoặc bỏ.";
        RuleViolation.Require(!await db.FrameworkSchemes.AnyAsync(row => row.AuthorityId == authorityId && row.Year == framework.Year && row.ScopeKey == framework.ScopeKey && row.State == FrameworkState.Draft), refusal, nameof(form.Year));
        db.Add(framework);
        await db.SaveOnce(refusal, nameof(form.Year));
        return framework.Id;
    }
}

/// <summary>Saves the whole table of a draft: wording, points, locked or free, rows to go.</summary>
public sealed class SaveFramework(PortalDb db, CurrentActor current)
{
    public async Task Handle(int authorityId, int frameworkId, FrameworkForm form)
    {
        var framework = await db.FrameworkToChange(authorityId, frameworkId);
        db.Expect(framework, form.Version);
        if (framework.Version != form.Version && form.Rows.Exists(row => framework.Rows.All(one => one.Id != row.Id)))
        {
            throw new AlreadyChanged("Người khác vừa xóa dòng của bảng này. Các dòng còn lại giữ nội dung bạn nhập; hãy so lại rồi lưu.");
        }

        db.RemoveRange(framework.Edit(current.Actor, form.Title!, form.ContentTotal!.Value, [.. form.Rows.Select(row => row.ToEdit())]));
        await db.SaveChangesAsync();
    }
}

/// <summary>Adds a section that the clusters fill (mục tự xây dựng).</summary>
public sealed class AddFreeSection(PortalDb db, CurrentActor current)
{
    public async Task Handle(int authorityId, int frameworkId, FreeSectionForm form)
    {
        var framework = await db.FrameworkToChange(authorityId, frameworkId);
        db.Expect(framework, form.Version);
        framework.AddFree(current.Actor, Text.Clean(form.Below), form.ToDescription());
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives a draft up.</summary>
public sealed class DropFramework(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(int authorityId, int frameworkId, DropFrameworkForm form)
    {
        var framework = await db.FrameworkToChange(authorityId, frameworkId);
        db.Expect(framework, form.Version);
        framework.Drop(current.Actor, new(clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }
}

internal static class FrameworksInDb
{
    public static Task<FrameworkScheme> FrameworkToChange(this PortalDb db, int authorityId, int frameworkId) =>
        db.FrameworkSchemes.Include(row => row.Rows).OneAsync(row => row.Id == frameworkId && row.AuthorityId == authorityId);
}
