using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>Every row of every table of a portal at one moment.</summary>
public sealed partial class Dump
{
    private static readonly string[] OfItself = ["AuditChains", "DataProtectionKeys"];
    private readonly Dictionary<(string Table, long Row), Dictionary<string, string>> _rows = [];

    public static Dump Of(Portal portal)
    {
        var dump = new Dump();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(portal.Folder, "portal.db")}");
        connection.Open();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%WITHOUT ROWID%'").Select(row => row["name"]).Except(OfItself).ToList())
        {
            foreach (var row in Read(connection, $"SELECT rowid AS row_, * FROM \"{table}\""))
            {
                dump._rows[(table, long.Parse(row["row_"], CultureInfo.InvariantCulture))] = row;
            }
        }

        return dump;
    }

    /// <summary>What changed since, column by column: as told (ids, times and numbers inside texts differ from year to year) and as it is.</summary>
    public IReadOnlyList<(string Told, string Value)> Since(Dump before) =>
        [.. from row in _rows
            let was = before._rows.GetValueOrDefault(row.Key)
            from column in row.Value
            where column.Key != "row_" && was?.GetValueOrDefault(column.Key) != column.Value
            select ($"{(was is null ? "+" : "~")} {row.Key.Table}.{column.Key} = {Told(column.Key, column.Value)}", column.Value)];

    private static string Told(string column, string value) =>
        value == "NULL" ? value : NotToCompare().IsMatch(column) ? "*" : Number().Replace(value, "#");

    private static List<Dictionary<string, string>> Read(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.IsDBNull(column) ? "NULL" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!));
        }

        return rows;
    }

    [GeneratedRegex("(Id|At|Hash|Stamp|Sha256|Subject|Changes|Word)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotToCompare();

    [GeneratedRegex(@"\b[0-9A-Fa-f]{32,}\b|\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
