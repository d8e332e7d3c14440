using ThiDua.Domain.Access;

namespace ThiDua.Domain.Recipients;

/// <summary>An organization outside the portal, or a guest by the office held.</summary>
public enum ContactKind { Office, Guest }

/// <summary>What is written of a recipient outside the portal.</summary>
public sealed record ContactDescription(ContactKind Kind, string Name)
{
    /// <summary>How a letter addresses it (Kính gửi), where it is not the name.</summary>
    public string? Salutation { get; init; }

    /// <summary>The unit through which it is written to (qua …).</summary>
    public string? Through { get; init; }

    /// <summary>What it gets papers for, printed behind it: "để b/c".</summary>
    public string? Purpose { get; init; }

    public string? Address { get; init; }

    public string? Email { get; init; }

    public string? Note { get; init; }
}

/// <summary>An entry of a cluster's address book (sổ nơi nhận): a recipient outside the portal; it belongs to the cluster, not to a year.</summary>
public sealed class Contact : IVersioned
{
    private Contact() => Name = Folded = "";

    public Contact(Actor by, int clusterId, ContactDescription description)
        : this()
    {
        ClusterId = clusterId;
        Write(by, description);
    }

    public int Id { get; private set; }

    public int ClusterId { get; private set; }

    public ContactKind Kind { get; private set; }

    /// <summary>As printed in Nơi nhận; a guest by the office held, never by name.</summary>
    public string Name { get; private set; }

    public string? Salutation { get; private set; }

    public string? Through { get; private set; }

    public string? Purpose { get; private set; }

    public string? Address { get; private set; }

    public string? Email { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Its words without diacritics, for searching.</summary>
    public string Folded { get; private set; }

    public int Version { get; private set; }

    /// <summary>Its line of Nơi nhận, without dash and mark: "Ban Thi đua - Khen thưởng Trung ương (để b/c)".</summary>
    public string Line => Purpose is null ? Name : $"{Name} ({Purpose})";

    /// <summary>How a letter addresses it: "Hội đồng Thi đua - Khen thưởng Trung ương (qua Vụ III)".</summary>
    public string Addressed => Through is null ? Salutation ?? Name : $"{Salutation ?? Name} (qua {Through})";

    public void Describe(Actor by, ContactDescription description)
    {
        Write(by, description);
        Version++;
    }

    private void Write(Actor by, ContactDescription text)
    {
        AddressBook.RequireKeeper(by);
        Name = Text.Clean(text.Name)?.TrimStart('-', '–', '+', ' ').TrimEnd(';', '.', ' ') is { Length: > 0 } name ? name : throw new RuleViolation("Nhập tên cơ quan, hoặc chức vụ của khách mời.", nameof(Name));
        (Kind, Salutation, Through, Purpose) = (text.Kind, Text.Clean(text.Salutation), Text.Clean(text.Through), Text.Clean(text.Purpose)?.Trim('(', ')', ' '));
        (Address, Email, Note) = (Text.Clean(text.Address), Text.Clean(text.Email), Text.Clean(text.Note));
        RuleViolation.Require(Email is null || AddressBook.IsEmail(Email), "Nhập địa chỉ thư điện tử, ví dụ vanthu@thanhhoa.gov.vn.", nameof(Email));
        Folded = string.Join(' ', Text.Words($"{Name} {Salutation} {Through} {Address} {Email}"));
    }
}

/// <summary>A saved group of recipients (nhóm nơi nhận): its lines in their printed order.</summary>
public sealed class RecipientGroup : IVersioned
{
    public static int MostLines { get; } = 60;

    private RecipientGroup() => (Name, Lines) = ("", []);

    public RecipientGroup(Actor by, int clusterId, string? name, IEnumerable<string> lines)
        : this()
    {
        ClusterId = clusterId;
        Write(by, name, lines);
    }

    public int Id { get; private set; }

    public int ClusterId { get; private set; }

    public string Name { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; }

    public int Version { get; private set; }

    public void Describe(Actor by, string? name, IEnumerable<string> lines)
    {
        Write(by, name, lines);
        Version++;
    }

    /// <summary>Follows an entry of the address book whose line has changed.</summary>
    public void Follow(Actor by, string from, string to)
    {
        AddressBook.RequireKeeper(by);
        if (from != to && Lines.Contains(from))
        {
            Lines = AddressBook.Lines(Lines.Select(line => line == from ? to : line));
            Version++;
        }
    }

    private void Write(Actor by, string? name, IEnumerable<string> lines)
    {
        AddressBook.RequireKeeper(by);
        Name = Text.Clean(name) ?? throw new RuleViolation("Nhập tên nhóm, ví dụ Nơi nhận của kế hoạch.", nameof(Name));
        Lines = AddressBook.Lines(lines);
        RuleViolation.Require(Lines.Count > 0, "Nhập ít nhất một nơi nhận.", nameof(Lines));
        RuleViolation.Require(Lines.Count <= MostLines, $"Một nhóm có nhiều nhất {MostLines} nơi nhận.", nameof(Lines));
    }
}

/// <summary>The rules of a cluster's address book (sổ nơi nhận).</summary>
public static class AddressBook
{
    /// <summary>The words with which papers say what a recipient gets them for.</summary>
    public static readonly IReadOnlyList<string> Purposes = ["để b/c", "để p/h", "để thực hiện", "để biết", "để đăng tin"];

    public static void RequireKeeper(Actor by)
    {
        if (!by.Can(Permission.KeepCatalogue))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.KeepCatalogue));
        }
    }

    /// <summary>Lines of Nơi nhận as they print: cleaned, each once, in their order.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<string> lines) =>
        [.. lines.Select(Text.Clean).OfType<string>().DistinctBy(line => string.Join(' ', Text.Fold(line).Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Something before the sign @ and a name with a dot behind it; whether it is read nobody can know.</summary>
    public static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.IndexOf('.', StringComparison.Ordinal) > 0 && host[^1] != '.' && !text.Any(char.IsWhiteSpace);
}
