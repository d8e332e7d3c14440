using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Demo;

/// <summary>A portal on a database of its own with the demo data.</summary>
public sealed class DemoDatabase : Portal, IAsyncLifetime
{
    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await PlantedDemo.CopyTo(Folder);
        await InitializeAsync();
    }
}

/// <summary>Shares the demo data between the classes of tests that only read it.</summary>
[CollectionDefinition(nameof(DemoDatabase))]
public sealed class DemoCollection : ICollectionFixture<DemoDatabase>;
