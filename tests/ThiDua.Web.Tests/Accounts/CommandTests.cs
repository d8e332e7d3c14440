using System.Diagnostics;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

/// <summary>The program on the command line, on a database of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thidua-lenh-").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "portal.db")}";

    [Fact]
    public async Task The_first_administrator_is_made_once_and_U1_the_audit_command_tells_whether_all_is_whole()
    {
        (await Run("--migrate")).ExitCode.ShouldBe(0);
        var made = await Run("--create-admin", "quantri", "Nguyễn Thị Quản Trị");
        made.ExitCode.ShouldBe(0, made.Output);
        made.Output.ShouldMatch("([A-Z][a-z]{2}[2-9]-){3}[A-Z][a-z]{2}[2-9]");

        var again = await Run("--create-admin", "quantri", "Người Khác");
        again.ExitCode.ShouldBe(1);
        again.Output.ShouldContain("đã có");
        (await Run("--create-admin", "quantri2")).ExitCode.ShouldBe(2);

        (await Run("--verify-audit")).ShouldSatisfyAllConditions(
            run => run.ExitCode.ShouldBe(0),
            run => run.Output.ShouldMatch("Nhật ký toàn vẹn: [1-9][0-9]* mục")); // the catalogue of legal bases, and the administrator
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(Database))
        {
            await connection.OpenAsync();
            await using var edit = connection.CreateCommand();
            edit.CommandText = "UPDATE AuditEntries SET UserName = 'Người khác'";
            await edit.ExecuteNonQueryAsync();
        }

        var broken = await Run("--verify-audit");
        broken.ExitCode.ShouldBe(1);
        broken.Output.ShouldContain("mục 1 đã bị sửa");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = _folder,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ConnectionStrings__Portal"] = Database },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
