using ThiDua.Web.Tests.Demo;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>The program as it is delivered, with the demo data.</summary>
internal static class DemoProgram
{
    public static Task<RunningPortal> Start() => RunningPortal.Start(database => PlantedDemo.CopyTo(Path.GetDirectoryName(database)!), withDemo: true);
}
