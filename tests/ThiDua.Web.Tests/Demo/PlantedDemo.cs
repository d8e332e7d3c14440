using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data.DemoData;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Demo;

/// <summary>The demo data, planted once for all tests of a run: a portal that begins with it gets a copy. <c>THIDUA_DEMO</c> names the folder that the projects of one run share.</summary>
public static class PlantedDemo
{
    private static readonly string Shared = Environment.GetEnvironmentVariable("THIDUA_DEMO") ?? OfThisProcess();
    private static readonly Lazy<Task> Planted = new(Plant);

    /// <summary>Puts the database and the files into the folder of a portal that has not started.</summary>
    public static async Task CopyTo(string folder)
    {
        await Planted.Value;
        Copy(Shared, folder);
    }

    private static async Task Plant()
    {
        if (File.Exists(Path.Combine(Shared, "portal.db")))
        {
            return;
        }

        await using var portal = new Portal();
        await portal.InitializeAsync();
        await DemoPortal.Plant(portal.Services);
        Copy(Path.Combine(portal.Folder, "files"), Path.Combine(Shared, "files"));
        await portal.WithDb(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(Shared, "portal.db")}"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string OfThisProcess()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
