using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;

namespace ThiDua.Web.Data.LegalBases;

/// <summary>The documents with which every installation begins; administrators keep them from then on.</summary>
internal static class LegalBasesOfPortal
{
    private sealed record Row(LegalBasisDescription Text, string? ReplacedBy, string? Amends);

    /// <summary>Plants them once, into a catalogue that has none.</summary>
    public static async Task Plant(PortalDb db)
    {
        if (await db.LegalBases.AnyAsync(row => row.ClusterId == null))
        {
            return;
        }

        var rows = Resources.Table("LegalBases/portal.csv", '|').Select(Read).ToList();
        var made = rows.ToDictionary(row => row.Text.Number!, row => new LegalBasis(Actor.Portal, null, row.Text));
        db.AddRange(rows.Select(row => made[row.Text.Number!]));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            return; // another node plants them
        }

        foreach (var row in rows.Where(row => row.ReplacedBy is not null || row.Amends is not null))
        {
            made[row.Text.Number!].Describe(Actor.Portal, row.Text with { ReplacedById = IdOf(row.ReplacedBy), AmendsId = IdOf(row.Amends) });
        }

        await db.SaveChangesAsync();

        int? IdOf(string? number) => number is null ? null : made[number].Id;
    }

    private static Row Read(string[] cells) => new(
        new(cells[0])
        {
            Number = cells[1],
            IssuedOn = Day(cells[2]),
            Issuer = cells[3],
            Abstract = cells[4],
            InForceFrom = Day(cells[5]),
            InForceTo = Day(cells[6]),
            IsToBeVerified = cells[9].Length > 0,
            Note = cells[10],
        },
        Text.Clean(cells[7]),
        Text.Clean(cells[8]));

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
