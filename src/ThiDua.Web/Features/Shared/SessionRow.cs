using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>An open session (phiên đăng nhập) as its lists show it.</summary>
public sealed record SessionRow(int Id, string Device, string Address, DateTime SignedInAt, DateTime LastSeenAt, bool IsThis)
{
    public static SessionRow Of(UserSession session, int? thisId) => new(session.Id, DeviceWords.Of(session.Agent), session.Address, session.SignedInAt, session.LastSeenAt, session.Id == thisId);
}
