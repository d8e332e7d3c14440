using ThiDua.Domain.Registrations;

namespace ThiDua.Web.Features.Registrations;

/// <summary>How the list of registrations is sorted.</summary>
public enum RegistrationOrder { Name, Newest, State, Value }

/// <summary>What the list was asked for; all of it stands in the URL. What is not understood filters nothing.</summary>
public sealed record RegistrationFilter
{
    public const string NotRegistered = "chua";

    public static readonly IReadOnlyList<(RegistrationOrder Order, string Path, string Words)> Orders =
    [
        (RegistrationOrder.Name, "", "Tên đơn vị"),
        (RegistrationOrder.Newest, "moi", "Đăng ký gần nhất trước"),
        (RegistrationOrder.State, "trang-thai", "Trạng thái"),
        (RegistrationOrder.Value, "gia-tri", "Chỉ tiêu đã chọn, cao trước"),
    ];

    public RegistrationState? State { get; private init; }

    /// <summary>Only units of which nothing is registered yet.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>Only those that registered late, or are late with it now.</summary>
    public bool IsLate { get; private init; }

    /// <summary>The leaf whose targets are shown beside.</summary>
    public int? CriterionId { get; private init; }

    public RegistrationOrder Order { get; private init; }

    public bool IsEmpty => State is null && !IsMissing && !IsLate;

    public static RegistrationFilter Read(IQueryCollection query) => new()
    {
        State = Enum.GetNames<RegistrationState>().Contains((string?)query["trang-thai"]) ? Enum.Parse<RegistrationState>(query["trang-thai"]!) : null,
        IsMissing = query["trang-thai"] == NotRegistered,
        IsLate = query["muon"] == "1",
        CriterionId = int.TryParse(query["chi-tieu"], out var id) ? id : null,
        Order = Orders.FirstOrDefault(row => row.Path == (string?)query["xep"]).Order,
    };
}
