using System.Runtime.CompilerServices;

namespace ThiDua.Web.Tests.Fixture;

/// <summary>Many portals run in one process: none of them watches its settings and pages for changes, of which a user of Linux may watch few (128 on Debian).</summary>
internal static class NoWatchedFiles
{
    [ModuleInitializer]
    internal static void SwitchOff()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
