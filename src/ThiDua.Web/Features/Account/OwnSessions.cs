using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Account;

/// <summary>Lists one's own open sessions (phiên đăng nhập), the latest first.</summary>
public sealed class ListSessions(Sessions sessions, CurrentPerson person)
{
    public async Task<PageOf<SessionRow>> Handle(int? page)
    {
        var found = await sessions.OpenOf(person.Person.UserId).PageAt(page);
        return new([.. found.Rows.Select(row => SessionRow.Of(row, person.Person.SessionId))], found.Number, found.Total);
    }
}

/// <summary>Ends one of one's own sessions; its browser is led to the sign-in page at its next request.</summary>
public sealed class EndSession(PortalDb db, CurrentPerson person, TimeProvider clock)
{
    public async Task Handle(int sessionId)
    {
        var session = await db.UserSessions.OneAsync(row => row.Id == sessionId && row.UserId == person.Person.UserId);
        session.End(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }
}
