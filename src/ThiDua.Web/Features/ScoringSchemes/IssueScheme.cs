using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Loads the page of issuing.</summary>
public sealed class ShowIssue(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<IssuePage> Handle(IssueSchemeForm? typed = null)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var scheme = await db.Working().AsNoTracking().FirstOrDefaultAsync() ?? throw new NotFound();
        var units = await db.Memberships.AsNoTracking().StillIn(Days.Today(clock)).Select(row => row.NameThen).ToListAsync();
        var form = typed ?? new IssueSchemeForm { Version = scheme.Version, Seen = $"{CriteriaSeen.Of(scheme)}", Issuer = year.Year.LeaderTitle, Abstract = scheme.Title };
        return new(scheme, scheme.State == SchemeState.Draft ? scheme.Problems() : [], form, !current.Actor.Can(Permission.IssueScheme), current.Actor.Can(Permission.DraftScheme), [.. units.Order(Text.VietnameseOrder)])
        {
            Impact = scheme is { State: SchemeState.Draft, AmendsId: not null } ? await AmendmentImpact.Load(db, scheme) : null,
        };
    }
}

/// <summary>Issues the scheme (ban hành), and opens in the same transaction a sheet for every member and the dossier of results.</summary>
public sealed class IssueScheme(PortalDb db, TargetsInSheets targets, CurrentActor current, TimeProvider clock, FileStore files)
{
    public async Task Handle(IssueSchemeForm form)
    {
        var scan = await files.Receive(form.Paper.Scan, "Paper.Scan", CancellationToken.None);
        var scheme = await db.DraftToChange();
        await RefuseIfIssued();
        Actor by = current.Actor;
        RequireIssuing(by, form, Days.Today(clock));
        RuleViolation.Require(form.Seen == $"{CriteriaSeen.Of(scheme)}", Changed);
        scheme.Issue(by, new(clock.GetUtcNow().UtcDateTime, null, form.Paper.ToPaper(scan?.Id)), form.ToDocument());
        db.Expect(scheme, form.Version);
        await OpenSheets(by, scheme);
        await Save(scheme);
    }

    /// <summary>A head issues, or a clerk records it from signed paper; not before its day.</summary>
    internal static void RequireIssuing(Actor by, IssueSchemeForm form, DateOnly today)
    {
        RuleViolation.Require(by.Can(Permission.IssueScheme) || form.Paper.IsFilled, "Bảng tiêu chí do lãnh đạo ban hành. Để ghi nhận theo văn bản đã ký, nhập số, ngày ký, người ký và chức vụ.", "Paper.Number");
        RuleViolation.Require(form.IssuedOn <= today, "Ngày ban hành không được sau hôm nay.", nameof(form.IssuedOn));
    }

    private async Task OpenSheets(Actor by, ScoringScheme scheme)
    {
        var leaves = scheme.Criteria.Where(row => row.Rule is not null).ToList();
        var registered = await targets.Handle();
        var members = await db.ClusterYears.AsNoTracking().Where(row => row.Id == scheme.ClusterYearId).Select(row => row.Version).SingleAsync();
        foreach (var member in await db.Memberships.AsNoTracking().StillIn(Days.Today(clock)).Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync())
        {
            var sheet = new ScoreSheet(by, scheme, member.OrganizationId, member.NameThen);
            db.Add(sheet);
            db.AddRange(leaves.Select(leaf => registered.Fill(by, new(sheet, leaf.Id), leaf)));
        }

        db.Add(new Domain.Scoring.Ranking(by, scheme));
        db.MustStillBe(db.ScoringSchemes.Where(row => row.Id == scheme.Id), row => row.State, Changed); // takes the row, for which whoever edits criteria or adds members waits
        db.MustStillBe(db.ClusterYears.Where(row => row.Id == scheme.ClusterYearId && row.Version == members), row => row.Stage, "Thành viên của năm vừa được thay đổi. Xem lại danh sách đơn vị rồi ban hành.");
    }

    private async Task Save(ScoringScheme scheme)
    {
        var seen = CriteriaSeen.Of(scheme);
        var criteria = db.Criteria.Where(row => row.SchemeId == scheme.Id);
        var itself = db.ScoringSchemes.Where(row => row.Id == scheme.Id);
        db.MustStillBe(
            itself.Where(row => criteria.Count() == seen.Count && criteria.Max(one => one.Id) == seen.LastId && criteria.Sum(one => one.Version) == seen.Versions),
            row => row.State,
            Changed);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure))
        {
            await RefuseIfIssued();
            throw;
        }
    }

    /// <summary>Somebody was first: says who and when.</summary>
    private async Task RefuseIfIssued()
    {
        var issued = await db.ScoringSchemes.AsNoTracking().Where(row => row.State == SchemeState.Issued)
            .Select(row => row.History.Where(step => step.Step == nameof(SchemeStep.Issue)).Select(step => new { step.UserName, step.At }).FirstOrDefault()).FirstOrDefaultAsync();
        RuleViolation.Require(issued is null, $"{issued?.UserName} đã ban hành bảng tiêu chí lúc {Conventions.Shown.Time(issued?.At)}. Nội dung bạn vừa gửi không làm thay đổi gì.");
    }

    private const string Changed = "Bảng tiêu chí vừa được sửa sau khi bạn mở trang này. Xem lại bảng rồi ban hành.";
}

internal static class MembersNow
{
    /// <summary>Who has not left: also a unit that joins later in the year will be scored.</summary>
    public static IQueryable<Membership> StillIn(this IQueryable<Membership> members, DateOnly today) => members.Where(row => row.ToOn == null || row.ToOn >= today);
}
