using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ThiDua.Benchmarks;

if (args is ["load", ..])
{
    await Load.Run();
    return;
}

if (args is ["uploads", ..])
{
    await Uploads.Run();
    return;
}

// In this process: a generated project would need the whole front end built once more.
// The check of optimized builds is off: one of the libraries used beside the measured code is delivered without.
var config = DefaultConfig.Instance.WithOptions(ConfigOptions.DisableOptimizationsValidator).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15));
BenchmarkSwitcher.FromAssembly(typeof(RankingBenchmark).Assembly).Run(args is [] ? ["--filter", "*"] : args, config);
if (args is [])
{
    await Load.Run();
    await Uploads.Run();
}
