using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>How far an upload in pieces has come; <paramref name="Told"/> is what was said at its end.</summary>
public sealed record UploadStanding(int Id, long Received, long Size, bool Done, string? Told, string? Problem);

/// <summary>Uploads in pieces (tải lên theo từng phần): begun, continued from where they stopped, ended.</summary>
public sealed class BeginUpload(PortalDb db, CurrentActor current, TakeFile take, PartialFiles partial, TimeProvider clock)
{
    /// <summary>How long what came is kept for the rest.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public sealed record Form
    {
        public int? ItemId { get; init; }

        public string? Name { get; init; }

        public long? Size { get; init; }

        /// <summary>When the file was changed last, as the sender's side tells: the same file goes on where it stopped.</summary>
        public string? Mark { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.ItemId).NotNull().WithMessage("Chọn thành phần hồ sơ.");
            RuleFor(form => form.Name).NotEmpty().WithMessage("Tệp chưa có tên.").MaximumLength(1000).WithMessage("Tên tệp quá dài.");
            RuleFor(form => form.Size).NotNull().WithMessage("Chưa biết dung lượng tệp.").GreaterThan(0).WithMessage("Tệp rỗng (0 byte).").LessThanOrEqualTo(FileStore.LargestFile).WithMessage("Tệp lớn hơn 50 MB. Hãy chia nhỏ hoặc giảm dung lượng rồi gửi lại.");
            RuleFor(form => form.Mark).MaximumLength(100).WithMessage("Không nhận ra tệp.");
        }
    }

    public async Task<UploadStanding> Handle(int requirementId, int unitId, Form form)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var name = FileNames.Clean(form.Name!);
        var (size, mark) = (form.Size!.Value, form.Mark ?? "");
        var known = await Unfinished(requirementId, unitId, now).FirstOrDefaultAsync(row => row.ItemId == form.ItemId && row.Name == name && row.Size == size && row.Mark == mark);
        var found = await take.RequireEntry(requirementId, unitId, form.ItemId!.Value, known?.BegunAt ?? now);
        if (known is null)
        {
            known = new(current.Actor, found.Begun, found.Requirement.ItemOf(form.ItemId.Value), name, size, mark, now);
            db.Add(known);
            await db.SaveChangesAsync();
        }

        return new(known.Id, partial.Length(known.Key), size, false, null, null);
    }

    /// <summary>What is under way in a report, for a day.</summary>
    public IQueryable<PartialUpload> Unfinished(int requirementId, int unitId, DateTime now)
    {
        var since = now - Kept;
        return db.PartialUploads.AsNoTracking().Where(row => row.EndedAt == null && row.BegunAt > since && db.ReportSubmissions.Any(one => one.Id == row.SubmissionId && one.RequirementId == requirementId && one.UnitId == unitId))
            .OrderByDescending(row => row.Id);
    }
}

/// <summary>Takes one piece of an upload, and the whole file into the report with the last one.</summary>
public sealed class ContinueUpload(PortalDb db, CurrentActor current, FindReport find, TakeFile take, PartialFiles partial, FileStore files, TimeProvider clock)
{
    public async Task<UploadStanding> Handle(int requirementId, int unitId, int uploadId)
    {
        var upload = await Find(requirementId, unitId, uploadId);
        return Standing(upload);
    }

    /// <summary>Adds a piece that begins where the last one ended; any other is not taken, and the answer says where to go on.</summary>
    public async Task<(UploadStanding Standing, bool WasTaken)> Add(int requirementId, int unitId, int uploadId, long offset, Stream piece, CancellationToken cancellationToken)
    {
        var upload = await Find(requirementId, unitId, uploadId);
        if (upload.EndedAt is not null)
        {
            return (Standing(upload), true);
        }

        await take.RequireEntry(requirementId, unitId, upload.ItemId, upload.BegunAt);
        if (!await partial.Append(upload.Key, offset, piece, upload.Size, cancellationToken))
        {
            return (Standing(upload), false);
        }

        return (partial.Length(upload.Key) < upload.Size ? Standing(upload) : await Finish(requirementId, unitId, upload), true);
    }

    /// <summary>Gives an upload up; what came is removed.</summary>
    public async Task GiveUp(int requirementId, int unitId, int uploadId)
    {
        var upload = await Find(requirementId, unitId, uploadId);
        if (upload.EndedAt is null)
        {
            await End(upload, null, null);
            await db.SaveChangesAsync();
            partial.Delete(upload.Key);
        }
    }

    private async Task<PartialUpload> Find(int requirementId, int unitId, int uploadId)
    {
        db.ChangeTracker.Clear();
        var found = await find.Handle(requirementId, unitId);
        if (current.Actor.UnitId != unitId)
        {
            throw new NotPermitted($"Chỉ {found.Unit.Name} tải tệp vào báo cáo của mình.");
        }

        return await db.PartialUploads.AsNoTracking().OneAsync(row => row.Id == uploadId && row.SubmissionId == found.Begun.Id);
    }

    private async Task<UploadStanding> Finish(int requirementId, int unitId, PartialUpload upload)
    {
        try
        {
            var stored = await Store(upload);
            var taken = await take.Put(requirementId, unitId, new(upload.ItemId, stored, upload.Name, upload.BegunAt), told => End(upload, told, null));
            partial.Delete(upload.Key);
            return new(upload.Id, upload.Size, upload.Size, true, taken.Told, null);
        }
        catch (RuleViolation refusal)
        {
            db.ChangeTracker.Clear();
            await End(upload, null, refusal.Message);
            await db.SaveChangesAsync();
            partial.Delete(upload.Key);
            throw;
        }
    }

    private async Task<StoredFile> Store(PartialUpload upload)
    {
        await using var whole = partial.Open(upload.Key);
        return await files.Receive(whole, upload.Name, CancellationToken.None);
    }

    private async Task End(PartialUpload upload, string? told, string? problem)
    {
        var row = await db.PartialUploads.OneAsync(one => one.Id == upload.Id);
        row.End(current.Actor, told, problem, clock.GetUtcNow().UtcDateTime);
    }

    private UploadStanding Standing(PartialUpload upload) => upload.EndedAt is null
        ? new(upload.Id, Math.Min(partial.Length(upload.Key), upload.Size), upload.Size, false, null, null)
        : new(upload.Id, upload.Size, upload.Size, upload.Problem is null, upload.Told, upload.Problem);
}
