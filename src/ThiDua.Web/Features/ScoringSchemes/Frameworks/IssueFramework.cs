using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>Issues a framework (ban hành); the one in force for the same scope is replaced in the same transaction.</summary>
public sealed class IssueFramework(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public async Task Handle(int authorityId, int frameworkId, FrameworkDocumentForm form)
    {
        var framework = await db.FrameworkToChange(authorityId, frameworkId);
        form.RequireSigned(current.Actor, Days.Today(clock));
        var scan = await files.Receive(form.Scan, nameof(form.Scan), CancellationToken.None);
        StepNote note = new(clock.GetUtcNow().UtcDateTime, null, form.ToPaper(scan?.Id));
        db.Expect(framework, form.Version);
        framework.Issue(current.Actor, note, form.Document.ToReference(), scan?.Id);
        var before = await db.FrameworkSchemes.FirstOrDefaultAsync(row => row.AuthorityId == authorityId && row.Year == framework.Year && row.ScopeKey == framework.ScopeKey && row.State == FrameworkState.Issued && row.Id != frameworkId);
        before?.ReplaceBy(current.Actor, framework, note);
        await db.SaveOnce($"Bảng điểm khung khác cho {framework.Scope().InWords} vừa được ban hành. Mở lại trang rồi ban hành.");
    }
}

/// <summary>Withdraws a framework (thu hồi) by a document; drafts that were made from it may go their own way.</summary>
public sealed class WithdrawFramework(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public async Task Handle(int authorityId, int frameworkId, FrameworkDocumentForm form)
    {
        var framework = await db.FrameworkSchemes.OneAsync(row => row.Id == frameworkId && row.AuthorityId == authorityId);
        form.RequireSigned(current.Actor, Days.Today(clock));
        RuleViolation.Require(form.Scan is null || Text.Clean(form.Signatory) is not null, "Ghi người ký của văn bản thu hồi để lưu bản quét cùng lịch sử.", nameof(form.Signatory));
        var scan = await files.Receive(form.Scan, nameof(form.Scan), CancellationToken.None);
        db.Expect(framework, form.Version);
        framework.Withdraw(current.Actor, new(clock.GetUtcNow().UtcDateTime, null, form.ToPaper(scan?.Id)), form.Document.ToReference());
        await db.SaveChangesAsync();
    }
}

internal static class SigningFrameworks
{
    /// <summary>A head acts in the portal, or a clerk records who signed; not before its day.</summary>
    public static void RequireSigned(this FrameworkDocumentForm form, Actor by, DateOnly today)
    {
        RuleViolation.Require(by.Can(Permission.IssueFramework) || Text.Clean(form.Signatory) is not null, "Việc này do lãnh đạo thực hiện. Để ghi nhận theo văn bản đã ký, nhập người ký và chức vụ.", nameof(form.Signatory));
        RuleViolation.Require(form.Document.IssuedOn <= today, "Ngày văn bản không được sau hôm nay.", "Document.IssuedOn");
    }
}
