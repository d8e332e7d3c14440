using ThiDua.Domain.Clusters;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Recipients;

namespace ThiDua.Web.Data.DemoData;

/// <summary>What the two clusters keep over the years: the regulation of one as a basis of its own, recipients outside the portal by the offices that their plans name.</summary>
internal static class DemoCatalogue
{
    public static async Task PlantNorthCentral(DemoStage stage, ClusterYear year)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf("38"), year);
        ContactDescription[] contacts =
        [
            new(ContactKind.Office, "Ban Thi đua - Khen thưởng Trung ương") { Purpose = "để b/c", Through = "Vụ Thi đua - Khen thưởng các tỉnh, thành phố trực thuộc Trung ương" },
            new(ContactKind.Guest, "Thành viên Hội đồng Thi đua - Khen thưởng Trung ương theo dõi Cụm") { Purpose = "để b/c" },
            new(ContactKind.Office, "Thường trực Tỉnh ủy Thanh Hóa") { Purpose = "để b/c", Through = "Văn phòng Tỉnh ủy" },
            new(ContactKind.Office, "Đài Phát thanh và Truyền hình Thanh Hóa") { Purpose = "để đăng tin" },
            new(ContactKind.Guest, "Trưởng ban Ban Tuyên giáo Tỉnh ủy Thanh Hóa"),
        ];
        stage.Db.AddRange(contacts.Select(text => new Contact(by, year.ClusterId, text)));
        stage.Db.Add(new RecipientGroup(by, year.ClusterId, "Nơi nhận của kế hoạch", ["TV HĐTĐKT TW theo dõi Cụm", "Ban Thi đua - Khen thưởng TW (để b/c)", "UBND các tỉnh Bắc Trung Bộ", "Thành viên Hội đồng TĐKT tỉnh Thanh Hóa", "Sở Nội vụ tỉnh Thanh Hóa", "Ban TĐKT 6 tỉnh Bắc Trung Bộ"]));
        await stage.Db.SaveChangesAsync();
    }

    public static async Task PlantNorth(DemoStage stage, ClusterYear year)
    {
        var by = stage.ActAs(DemoPeople.ClerkOf("31"), year);
        stage.Db.Add(new LegalBasis(by, year.ClusterId, new("Quyết định") { Number = "369/QĐ-CTĐ", IssuedOn = new(2019, 5, 27), Issuer = year.Name, Abstract = "về việc ban hành Quy chế tổ chức và hoạt động của Cụm Thi đua các tỉnh, thành Bắc Bộ", InForceFrom = new(2019, 5, 27) }));
        stage.Db.Add(new Contact(by, year.ClusterId, new(ContactKind.Office, "Hội đồng Thi đua, Khen thưởng Bộ Nội vụ") { Purpose = "để b/c", Through = "Phòng Thi đua - Khen thưởng và Truyền thông, Văn phòng Bộ Nội vụ" }));
        await stage.Db.SaveChangesAsync();
    }
}
