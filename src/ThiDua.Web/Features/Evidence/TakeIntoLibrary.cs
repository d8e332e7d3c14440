using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Evidence;

/// <summary>A file that is in the library now; <paramref name="Told"/> says so where it was there before.</summary>
public sealed record TakenFile(int Id, string Name, string? Told);

/// <summary>Takes one file, streamed, into the library of the unit and year; one whose bytes it has already is not kept twice.</summary>
public sealed class TakeIntoLibrary(PortalDb db, CurrentActor current, CurrentYear year, FileStore files, TimeProvider clock)
{
    /// <exception cref="RuleViolation">It may not be uploaded, or is the same as one that was withdrawn.</exception>
    public async Task<TakenFile> Handle(Stream content, string fileName, CancellationToken cancellationToken)
    {
        RequireOpen(year.Year);
        var stored = await files.Receive(content, fileName, cancellationToken);
        if (await Known(stored) is { } known)
        {
            return Told(known);
        }

        var evidence = new Domain.Scoring.Evidence(current.Actor, current.Actor.UnitId ?? throw new NotFound(), year.Year.Year, stored, FileNames.Clean(fileName), clock.GetUtcNow().UtcDateTime);
        db.Attach(stored);
        db.Add(evidence);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new(evidence.Id, evidence.Name, files.HeldBack(stored.Sha256));
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            // Somebody put the same file in at this moment: now it is known.
            db.ChangeTracker.Clear();
            return Told((await Known(stored))!);
        }
    }

    public static void RequireOpen(EnteredYear year) =>
        RuleViolation.Require(year.Stage != ClusterYearStage.Concluded, "Năm thi đua đã kết thúc, không thay đổi được nữa.");

    private Task<Domain.Scoring.Evidence?> Known(StoredFile stored) =>
        db.Evidence.AsNoTracking().Include(row => row.Withdrawals).SingleOrDefaultAsync(row => row.OrganizationId == current.Actor.UnitId && row.Year == year.Year.Year && row.FileId == stored.Id);

    private static TakenFile Told(Domain.Scoring.Evidence known)
    {
        var withdrawal = known.Withdrawals.FirstOrDefault(row => row.BroughtBackAt is null);
        RuleViolation.Require(withdrawal is null, $"Kho đã có tệp này (“{known.Name}”) nhưng tệp đã được rút lúc {Shown.Time(withdrawal?.At)}: {withdrawal?.Reason} Muốn dùng lại thì khôi phục tệp trong kho minh chứng.");
        return new(known.Id, known.Name, $"Kho đã có tệp này (“{known.Name}”, tải lên {Shown.Time(known.AddedAt)}); dùng tệp có sẵn, không lưu thêm bản nữa.");
    }
}

/// <summary>What came of a sending of several files: each is taken or refused by itself, so that one refused does not lose the others.</summary>
public sealed record Taking(int Count, IReadOnlyList<string> Told, IReadOnlyList<string> Refused)
{
    public static async Task<Taking> Each(PortalDb db, IReadOnlyList<IFormFile> files, Func<Stream, string, Task<TakenFile>> take)
    {
        var (taken, refused) = (new List<TakenFile>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                taken.Add(await take(content, file.FileName));
            }
            catch (RuleViolation refusal)
            {
                db.ChangeTracker.Clear();
                refused.Add(refusal.Message);
            }
        }

        return new(taken.Count, [.. taken.Select(file => file.Told).OfType<string>()], refused);
    }

    /// <exception cref="NotReady">Some were refused; all sentences.</exception>
    public void RequireAll() => NotReady.Require(Refused.Count == 0 ? [] : [.. Refused, .. Told], Count == 0 ? "Chưa nhận được tệp nào." : $"Một số tệp chưa nhận được; {Count} tệp khác đã lưu.");

    public string InWords(string what) => string.Join(' ', [$"{what} {Count} tệp.", .. Told]);
}
