using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>Saves requirements that are new or have a new title: the same is asked for once, also where it is sent twice or to two servers.</summary>
public sealed class SaveRequirements(PortalDb db)
{
    public async Task Handle(IReadOnlyList<ReportRequirement> written, string field)
    {
        var twice = written.GroupBy(row => row.Key).FirstOrDefault(rows => rows.Count() > 1);
        RuleViolation.Require(twice is null, $"Chọn hai thời hạn cùng tên “{twice?.First().Title}”. Lập một thời hạn, sửa tên hoặc kỳ báo cáo của yêu cầu đó, rồi lập thời hạn kia.", field);
        db.First(() => RequireNew(written, field));
        await db.SaveOnce("Yêu cầu báo cáo này vừa được người khác lập. Mở lại danh sách để xem.", field);
    }

    private async Task RequireNew(IReadOnlyList<ReportRequirement> written, string field)
    {
        foreach (var row in written)
        {
            var (id, key) = (row.Id, row.Key);
            var isThere = await db.ReportRequirements.AnyAsync(other => other.Id != id && other.Key == key && other.State != RequirementState.Dropped && other.State != RequirementState.Withdrawn);
            RuleViolation.Require(!isThere, $"Đã có yêu cầu báo cáo cùng tên, cùng kỳ: “{row.Title}”. Sửa tên hoặc kỳ báo cáo của một trong hai.", field);
        }
    }
}
