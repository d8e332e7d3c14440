using ThiDua.Domain.Access;

namespace ThiDua.Web.Data.Audit;

/// <summary>Who is named in the audit trail.</summary>
internal static class Actors
{
    internal sealed record Who(int UserId, string UserName, string OfficeName);

    internal static Who Of(Actor? actor) => actor is null ? new(0, "", "Chưa đăng nhập") : new(actor.UserId, actor.UserName, actor.OfficeName);
}
