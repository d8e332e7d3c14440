using System.Globalization;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Register;

/// <summary>How the register is sorted.</summary>
public enum RegisterOrder { Newest, Number, Kind, Abstract }

/// <summary>What the register was asked for; all of it stands in the URL. What is not understood filters nothing; of a date that is told.</summary>
public sealed record RegisterFilter
{
    public static readonly IReadOnlyList<(RegisterOrder Order, string Path, string Words)> Orders =
    [
        (RegisterOrder.Newest, "", "Mới nhất trước"),
        (RegisterOrder.Number, "so", "Số văn bản"),
        (RegisterOrder.Kind, "loai", "Loại văn bản"),
        (RegisterOrder.Abstract, "trich-yeu", "Trích yếu"),
    ];

    /// <summary>Words of number, abstract or text, without diacritics.</summary>
    public string? Words { get; private init; }

    public int? Number { get; private init; }

    public DocumentKind? Kind { get; private init; }

    public DateOnly? FromOn { get; private init; }

    public DateOnly? ToOn { get; private init; }

    /// <summary>The dates as they were typed.</summary>
    public string? TypedFrom { get; private init; }

    public string? TypedTo { get; private init; }

    /// <summary>What is wrong with a date that was typed.</summary>
    public string? FromProblem => Problem(TypedFrom, FromOn);

    public string? ToProblem => Problem(TypedTo, ToOn);

    public DocumentState? State { get; private init; }

    public RegisterOrder Order { get; private init; }

    public bool IsEmpty => Words is null && Number is null && Kind is null && TypedFrom is null && TypedTo is null && State is null;

    public static RegisterFilter Read(IQueryCollection query) => new()
    {
        Words = Text.Clean(query["q"]),
        Number = int.TryParse(query["so"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        Kind = Among<DocumentKind>(query["loai"]),
        TypedFrom = Text.Clean(query["tu"]),
        TypedTo = Text.Clean(query["den"]),
        FromOn = VietnameseInput.TryDate(query["tu"], out var from) ? from : null,
        ToOn = VietnameseInput.TryDate(query["den"], out var to) ? to : null,
        State = Among<DocumentState>(query["trang-thai"]),
        Order = Orders.FirstOrDefault(row => row.Path == (string?)query["xep"]).Order,
    };

    private static string? Problem(string? typed, DateOnly? on) => typed is not null && on is null ? $"{VietnameseInput.DateProblem(typed)} Ngày này chưa được dùng để lọc." : null;

    private static T? Among<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;
}
