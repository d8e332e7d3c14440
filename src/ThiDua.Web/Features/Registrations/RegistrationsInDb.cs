using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A registration as those who write it load and guard it.</summary>
internal static class RegistrationsInDb
{
    /// <summary>With its rows; what this person may not see the draft of does not exist.</summary>
    public static Task<Registration> RegistrationToChange(this PortalDb db, int unitId, Actor by) =>
        db.Registrations.Where(Registration.DraftReadableBy(by)).Include(row => row.Targets).Include(row => row.Titles).OneAsync(row => row.UnitId == unitId);

    /// <summary>The unit's registration, begun with its first row.</summary>
    public static async Task<Registration> RegistrationToWrite(this PortalDb db, EnteredYear year, int unitId, Actor by)
    {
        if (!Registration.SeesDraftsOf(by, unitId))
        {
            throw new NotFound();
        }

        if (await db.Registrations.Include(row => row.Targets).Include(row => row.Titles).SingleOrDefaultAsync(row => row.UnitId == unitId) is { } found)
        {
            return found;
        }

        var made = new Registration(by, unitId, year.MemberNames[unitId]);
        db.Add(made);
        return made;
    }

    /// <summary>The row as the person saw it; else the refusal names who changed it meanwhile.</summary>
    public static void MustBeAsSeen(this RegisteredRow row, int version)
    {
        if (row.Version != version)
        {
            throw new AlreadyChanged($"{row.EnteredByName} vừa cập nhật lúc {Shown.Clock(row.EnteredAt)}. Nội dung bạn nhập vẫn còn dưới đây; hãy so lại rồi lưu.");
        }
    }

    public static Task SaveRegistration(this PortalDb db) =>
        db.SaveOnce("Đăng ký thi đua của đơn vị vừa được người khác lập. Gửi lại để lưu vào bản đó.");
}
