using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.AuthorityYears;

/// <summary>An authority writes its year: plan, limits, how plan and scheme are sent to it; begun with the first save.</summary>
public sealed class KeepAuthorityYear(PortalDb db, CurrentActor current, FileStore files, TimeProvider clock)
{
    private const string JustBegun = "Năm công tác này vừa được người khác lập. Tải lại trang rồi sửa.";

    public async Task Handle(int authorityId, int number, AuthorityYearForm form, CancellationToken cancellationToken)
    {
        var year = await db.AuthorityYears.SingleOrDefaultAsync(row => row.AuthorityId == authorityId && row.Year == number, cancellationToken);
        if (year is null)
        {
            RuleViolation.Require(form.Version == 0, "Năm công tác này chưa được lập. Tải lại trang rồi lưu.");
            year = new(current.Actor, authorityId, number);
            db.Add(year);
        }
        else
        {
            db.Expect(year, form.Version);
        }

        var terms = form.ToTerms();
        var scan = await files.Receive(form.Scan, nameof(form.Scan), cancellationToken);
        year.Set(current.Actor, terms, scan?.Id, clock.GetUtcNow().UtcDateTime);
        await db.SaveOnce(JustBegun, cancellationToken: cancellationToken);
    }
}
