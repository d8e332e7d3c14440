using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>A file that stands in a report now, and what there is to say of it.</summary>
public sealed record TakenFile(int Id, string Name, string? Told);

/// <summary>Puts one stored file into an item of the unit's report; a content that the item has already is told, not kept twice.</summary>
public sealed class TakeFile(PortalDb db, CurrentActor current, FindReport find, FileStore files, TimeProvider clock)
{
    /// <summary>Streams it into the store first.</summary>
    public async Task<TakenFile> Handle(int requirementId, int unitId, int itemId, Stream content, string fileName, DateTime beganAt, CancellationToken cancellationToken)
    {
        await RequireEntry(requirementId, unitId, itemId, beganAt);
        var stored = await files.Receive(content, fileName, cancellationToken);
        return await Put(requirementId, unitId, new(itemId, stored, FileNames.Clean(fileName), beganAt), null);
    }

    /// <summary>Before a large body is taken in vain; begins the report where there is none.</summary>
    public async Task<FindReport.Found> RequireEntry(int requirementId, int unitId, int itemId, DateTime beganAt)
    {
        db.ChangeTracker.Clear();
        var found = await find.Begin(requirementId, unitId, itemId, beganAt);
        found.Begun.RequireEntry(current.Actor, found.Requirement, beganAt);
        return found;
    }

    /// <summary>Puts what is stored into the report; an upload in pieces ends with it, in one transaction.</summary>
    public async Task<TakenFile> Put(int requirementId, int unitId, NewFile added, Func<string?, Task>? end)
    {
        SubmittedFile? file = null;
        var told = await find.Change(requirementId, unitId, async found =>
        {
            var stored = db.StoredFiles.Local.FirstOrDefault(row => row.Id == added.File.Id) ?? db.Attach(added.File).Entity;
            var (report, now) = (found.Begun, clock.GetUtcNow().UtcDateTime);
            var same = report.Same(stored.Id, added.ItemId);
            var words = same is not null ? $"Mục này đã có tệp này (“{same.Name}”, tải lên {Shown.Time(same.AddedAt)}); không thêm lần nữa." : Told(found.Requirement, report, added, stored, now);
            file = same ?? report.AddFile(current.Actor, found.Requirement, added with { File = stored }, now);
            if (end is not null)
            {
                await end(words);
            }

            return words;
        });
        return new(file!.Id, file.Name, told);
    }

    private string? Told(ReportRequirement requirement, ReportSubmission report, NewFile added, StoredFile stored, DateTime now)
    {
        var late = report.State == ReportState.Drafting && requirement.LateFrom(report.UnitId) is { } lateFrom && added.BegunAt < lateFrom && now >= lateFrom;
        string?[] said =
        [
            report.Same(stored.Id) is { } elsewhere ? $"Tệp này cũng đã có ở mục “{requirement.ItemOf(elsewhere.ItemId).Name}”." : null,
            report.FilesIn(report.Round).Any(file => file.ItemId == added.ItemId && string.Equals(file.Name, added.Name, StringComparison.OrdinalIgnoreCase)) ? "Đã thay bản trước cùng tên; bản trước được giữ trong lịch sử." : null,
            files.HeldBack(stored.Sha256),
            late ? $"Bắt đầu tải lên lúc {Shown.Time(added.BegunAt)}, trong thời hạn, nên tệp được nhận; việc nộp báo cáo tính theo lúc bấm nộp." : null,
        ];
        return said.Any(one => one is not null) ? string.Join(' ', said.OfType<string>()) : null;
    }
}

/// <summary>The unit sends files of an item by the form without script: each is taken or refused by itself.</summary>
public sealed class AddFiles(PortalDb db, TakeFile take)
{
    public sealed record Form
    {
        public List<IFormFile> Files { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Files).NotEmpty().WithMessage("Chọn ít nhất một tệp.");
    }

    /// <returns>What to say of those that were taken.</returns>
    /// <exception cref="NotReady">Some were refused; all sentences.</exception>
    public async Task<string> Handle(int requirementId, int unitId, int itemId, Form form, DateTime beganAt, CancellationToken cancellationToken)
    {
        var (taken, refused) = (new List<TakenFile>(), new List<string>());
        await take.RequireEntry(requirementId, unitId, itemId, beganAt);
        foreach (var file in form.Files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                taken.Add(await take.Handle(requirementId, unitId, itemId, content, file.FileName, beganAt, cancellationToken));
            }
            catch (RuleViolation refusal)
            {
                db.ChangeTracker.Clear();
                refused.Add(refusal.Message);
            }
        }

        var told = taken.Where(file => file.Told is not null).Select(file => $"{file.Name}: {file.Told}").ToList();
        NotReady.Require(refused.Count == 0 ? [] : [.. refused, .. told], taken.Count == 0 ? "Chưa nhận được tệp nào." : $"Một số tệp chưa nhận được; {taken.Count} tệp khác đã lưu.");
        return string.Join(' ', [$"Đã nhận {taken.Count} tệp.", .. told]);
    }
}

/// <summary>The unit takes a file out of its report; it stays in the history.</summary>
public sealed class RemoveFile(PortalDb db, CurrentActor current, FindReport find, TimeProvider clock)
{
    public sealed record Form
    {
        public int Version { get; init; } = -1;
    }

    public sealed class Validator : AbstractValidator<Form>;

    public async Task Handle(int requirementId, int unitId, int fileId, Form form)
    {
        var found = await find.Handle(requirementId, unitId);
        _ = found.Begun.Files.FirstOrDefault(row => row.Id == fileId) ?? throw new NotFound();
        db.Expect(found.Begun.RemoveFile(current.Actor, found.Requirement, fileId, clock.GetUtcNow().UtcDateTime), form.Version);
        await db.SaveChangesAsync();
    }
}
