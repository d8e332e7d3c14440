using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Recipients;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Recipients;

/// <summary>The one place through which an address book is read: that of the cluster whose year was entered.</summary>
public sealed class ReadAddressBook(PortalDb db, CurrentActor current, CurrentYear year)
{
    private const int MostShown = 200;

    public int ClusterId => year.Year.ClusterId;

    public bool IsOpen => year.Year.Stage != ClusterYearStage.Concluded;

    public IQueryable<Contact> Contacts()
    {
        var clusterId = ClusterId;
        return db.Contacts.Where(row => row.ClusterId == clusterId);
    }

    public IQueryable<RecipientGroup> Groups()
    {
        var clusterId = ClusterId;
        return db.RecipientGroups.Where(row => row.ClusterId == clusterId);
    }

    /// <summary>Who leads a year that is over keeps the cluster's book no longer.</summary>
    public void RequireOpen() => RuleViolation.Require(IsOpen, "Năm thi đua đã kết thúc; sổ nơi nhận của cụm, khối được cập nhật từ năm đang mở.");

    /// <summary>What a form offers to tick.</summary>
    public async Task<RecipientsToPick> Handle()
    {
        var groups = await Groups().AsNoTracking().OrderBy(row => row.Id).Take(MostShown).ToListAsync();
        var contacts = await Contacts().AsNoTracking().OrderBy(row => row.Id).Take(MostShown).ToListAsync();
        return new([.. groups.OrderBy(row => row.Name, Text.VietnameseOrder)], [.. contacts.OrderBy(row => row.Name, Text.VietnameseOrder)]) { MayOpen = current.Actor.Can(Permission.KeepCatalogue) };
    }
}

/// <summary>Groups and entries of the address book as a form offers them (partial _RecipientsToPick).</summary>
public sealed record RecipientsToPick(IReadOnlyList<RecipientGroup> Groups, IReadOnlyList<Contact> Contacts)
{
    /// <summary>Where the whole form is sent to see the lines put in; nothing is saved by it.</summary>
    public string FormAction { get; init; } = "";

    /// <summary>Whether this person may open the book itself.</summary>
    public bool MayOpen { get; init; }
}
