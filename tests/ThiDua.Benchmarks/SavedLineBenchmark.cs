using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Data;
using ThiDua.Web.Features.ScoreSheets;

namespace ThiDua.Benchmarks;

/// <summary>One saved line with its proof, version, audit entry and commit, against a bare insert that is as durable. Goal: at most 3 times.</summary>
public class SavedLineBenchmark
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thidua-bench-").FullName;
    private SixtyLeaves _year = null!;
    private SqliteConnection _bare = null!;
    private int _version;
    private int _number;

    [GlobalSetup]
    public void Fill() => FillAll().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task<int> BareInsert()
    {
        await using var insert = _bare.CreateCommand();
        insert.CommandText = "INSERT INTO Lines (SheetId, CriterionId, Points, Note) VALUES (1, 2, '9.5', $note)";
        insert.Parameters.AddWithValue("$note", $"Giải trình {_number++}");
        return await insert.ExecuteNonQueryAsync();
    }

    [Benchmark]
    public async Task<int> SavedLine()
    {
        var form = new SaveLine.Form { Version = _version, Points = 9.5m, Explanation = $"Giải trình {_number++}" };
        var overtaken = await _year.AsClerk(services => services.GetRequiredService<SaveLine>().Handle(_year.SheetId, _year.CriterionIds[0], form));
        overtaken.ShouldBeNull();
        return _version++;
    }

    [GlobalCleanup]
    public void Remove()
    {
        _bare.Dispose();
        _year.DisposeAsync().AsTask().GetAwaiter().GetResult();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAll()
    {
        _year = await SixtyLeaves.Make(Path.Combine(_folder, "portal.db"));
        _version = await _year.AsClerk(services => services.GetRequiredService<PortalDb>().ScoreEntries.Where(cell => cell.CriterionId == _year.CriterionIds[0]).Select(cell => cell.Version).SingleAsync());
        _bare = new($"Data Source={Path.Combine(_folder, "bare.db")}");
        await _bare.OpenAsync();
        await using var create = _bare.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Lines (Id INTEGER PRIMARY KEY, SheetId INTEGER, CriterionId INTEGER, Points TEXT, Note TEXT)";
        await create.ExecuteNonQueryAsync();
    }
}
