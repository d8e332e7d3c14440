using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>Finds the organization that somebody typed: by code, by its whole name, or by words of it, without diacritics.</summary>
public sealed class OrganizationByText(PortalDb db)
{
    private const int Suggested = 20;

    /// <summary>An organization as it is suggested and typed: "Tỉnh Thanh Hóa [TH]".</summary>
    public static string Shown(Organization organization) => $"{organization.Name} [{organization.Code}]";

    /// <exception cref="RuleViolation">None, or several.</exception>
    public async Task<Organization> Handle(string text, DateOnly on, string field = "Organization")
    {
        var found = await Exactly(text.Trim()) ?? await OnlyOneWith(text, field);
        RuleViolation.Require(found.ValidToOn is not { } to || to >= on, $"{found.Name} đã thôi hoạt động từ sau ngày {found.ValidToOn:dd/MM/yyyy}.", field);
        return found;
    }

    /// <summary>Some organizations with all these words, those in operation first.</summary>
    public Task<List<Organization>> Suggest(string? text) =>
        WithWords(text).OrderBy(row => row.ValidToOn != null).ThenBy(row => row.Name).Take(Suggested).ToListAsync();

    /// <summary>All organizations with these words, without diacritics; all there are where there is no word.</summary>
    public IQueryable<Organization> WithWords(string? text)
    {
        IQueryable<Organization> organizations = db.Organizations.AsNoTracking();
        foreach (var word in Text.Words(text ?? ""))
        {
            organizations = organizations.Where(row => db.SearchEntries.Any(entry => entry.Kind == nameof(Organization) && entry.SubjectId == row.Id && entry.Words.Any(known => EF.Functions.Like(known.Word, word + "%"))));
        }

        return organizations;
    }

    private async Task<Organization?> Exactly(string text)
    {
        var code = text.EndsWith(']') ? text[(text.LastIndexOf('[') + 1)..^1] : text;
        var found = await db.Organizations.AsNoTracking().Where(row => row.Code == code || row.Name == text).OrderBy(row => row.Id).Take(2).ToListAsync();
        return found.Count == 1 ? found[0] : found.Find(row => row.Code == code);
    }

    private async Task<Organization> OnlyOneWith(string text, string field)
    {
        var found = Text.Words(text).Count > 0 ? await Suggest(text) : [];
        RuleViolation.Require(found.Count > 0, "Không tìm thấy đơn vị này. Hãy nhập tên hoặc mã như trong danh mục đơn vị.", field);
        RuleViolation.Require(found.Count == 1, $"Có nhiều đơn vị khớp: {string.Join("; ", found.Take(5).Select(Shown))}. Hãy chọn một.", field);
        return found[0];
    }
}
