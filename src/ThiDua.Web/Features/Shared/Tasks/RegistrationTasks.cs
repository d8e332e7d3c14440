using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the registrations of a cluster year; where no date was set, only with one that was begun.</summary>
internal static class RegistrationTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => [.. Own(year, actor), .. Others(year, actor)];

    private static IEnumerable<TaskToDo> Own(YearInMotion year, Actor actor)
    {
        if (actor.UnitId is not { } unitId || !year.Year.MemberIds.Contains(unitId) || year.Year.HasLeft(unitId) || !actor.Can(Permission.EnterRegistration))
        {
            yield break;
        }

        var own = year.Registrations.FirstOrDefault(row => row.UnitId == unitId);
        var task = Task(year, "", "", $"dang-ky/{unitId}") with { DueOn = own is { WasRegistered: true } ? null : year.RegistrationDueOn };
        if (actor.Can(Permission.ApproveRegistration))
        {
            if (own is { State: RegistrationState.AwaitingApproval })
            {
                yield return task with { What = "Duyệt đăng ký thi đua", Button = "Xem và duyệt" };
            }
        }
        else if (own is { State: RegistrationState.Returned })
        {
            yield return task with { What = "Sửa đăng ký thi đua bị trả lại", Button = "Sửa", Detail = $"Lý do trả lại: {own.LastReason}" };
        }
        else if (own is { State: RegistrationState.Drafting or RegistrationState.Adjusting } || (own is null && year.RegistrationDueOn is not null))
        {
            yield return task with { What = own is { WasRegistered: true } ? "Hoàn thành điều chỉnh đăng ký thi đua" : "Đăng ký chỉ tiêu, danh hiệu thi đua", Button = "Nhập", Detail = own?.LastReason is { } reason ? $"Cần sửa: {reason}" : null };
        }
    }

    private static IEnumerable<TaskToDo> Others(YearInMotion year, Actor actor)
    {
        var toReceive = year.Registrations.Where(row => row.State == RegistrationState.Registered && Registration.MayReceive(actor, row.UnitId, year.Year.LeaderId)).ToList();
        if (toReceive.Count > 0)
        {
            yield return Task(year, $"Tiếp nhận đăng ký thi đua của {toReceive.Count} đơn vị", "Xem", toReceive.Count == 1 ? $"dang-ky/{toReceive[0].UnitId}" : $"dang-ky?trang-thai={RegistrationState.Registered}") with { Count = toReceive.Count };
        }

        var missing = year.Year.MemberIds.Distinct().Count(id => !year.Year.HasLeft(id) && !year.Registrations.Any(row => row.UnitId == id && row.WasRegistered));
        if (year.IsRegistrationPast && missing > 0 && actor.Positions.Contains(Position.Leader) && actor.Can(Permission.ReceiveRegistrations))
        {
            yield return Task(year, $"{missing} đơn vị chưa đăng ký thi đua", "Xem", "dang-ky?trang-thai=chua") with { DueOn = year.RegistrationDueOn };
        }
    }

    private static TaskToDo Task(YearInMotion year, string what, string button, string path) => new(year.Cluster, what, button, year.Url(path)) { Subject = "dang-ky", WaitsForWorkingDay = year.WaitsForWorkingDay };
}
