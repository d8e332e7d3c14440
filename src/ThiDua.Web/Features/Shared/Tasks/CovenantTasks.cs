using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the covenants of a cluster year.</summary>
internal static class CovenantTasks
{
    private const int NamesShown = 5;

    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Covenants.SelectMany(covenant => Of(year, covenant, actor));

    private static IEnumerable<TaskToDo> Of(YearInMotion year, CovenantInMotion covenant, Actor actor)
    {
        TaskToDo Task(string what, string button, string path = "") => new(year.Cluster, $"{what}: {covenant.Title}", button, year.Url($"giao-uoc/{covenant.Id}{path}")) { Subject = "giao-uoc", DueOn = covenant.SignBy };
        if (covenant.State == CovenantState.Draft)
        {
            return covenant.DraftedById == actor.UnitId && actor.Can(Permission.DraftCovenant) ? [Task("Hoàn thiện dự thảo giao ước, lấy chữ ký", "Mở dự thảo") with { DueOn = null }] : [];
        }

        var parties = year.Year.Parties();
        var missing = parties.All.Where(party => !covenant.SignedBy.Contains(party.UnitId)).ToList();
        TaskToDo?[] tasks =
        [
            parties.Find(actor.UnitId) is { } own && missing.Contains(own) && actor.CanInAnyWay(Permission.SignCovenant)
                ? actor.Can(Permission.SignCovenant) ? Task("Ký giao ước", "Xem và ký", "/ky") : Task("Trình lãnh đạo ký giao ước, hoặc ghi nhận đã ký", "Mở giao ước")
                : null,
            (missing.Count == 0 || covenant.IsDue) && covenant.SignedBy.Count > 0 && actor.CanInAnyWay(Permission.DeclareCovenant)
                ? missing.Count == 0 ? Task("Tuyên bố giao ước có hiệu lực: đã đủ chữ ký", "Xem", "/hieu-luc") : Task($"Còn {missing.Count} đơn vị chưa ký giao ước, đã đến hạn", "Xem", "/hieu-luc") with { Detail = Names(missing) }
                : null,
        ];
        return tasks.OfType<TaskToDo>();
    }

    private static string Names(List<CovenantParty> missing) =>
        string.Join(", ", missing.Take(NamesShown).Select(party => party.Name)) + (missing.Count > NamesShown ? $" và {missing.Count - NamesShown} đơn vị khác" : "");
}
