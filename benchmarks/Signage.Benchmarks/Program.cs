using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Signage.Benchmarks;
using Signage.Benchmarks.Broker;
using Signage.Benchmarks.Bulk;
using Signage.Benchmarks.Frames;
using Signage.Benchmarks.Plans;
using Signage.Benchmarks.Site;

if (args is ["--quick"])
{
    return QuickRun.Print(Console.Out);
}

switch (args)
{
    case ["--broker", .. var kinds]:
        return await BrokerRun.PrintAsync(Console.Out, kinds).ConfigureAwait(false);
    case ["--bulk"]:
        return await BulkRun.PrintAsync(Console.Out).ConfigureAwait(false);
    case ["--frames"]:
        return await FrameRun.PrintAsync(Console.Out).ConfigureAwait(false);
    case ["--plan"]:
        return await PlanRun.PrintAsync(Console.Out).ConfigureAwait(false);
    case ["--site"]:
        return await SiteRun.PrintAsync(Console.Out).ConfigureAwait(false);
    case ["--broker-attacker", var kind, var port]:
        await BrokerAttacker.RunAsync(kind, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return 0;
}

// In one process: the pinned font is an embedded resource, and a generated project would restore it again.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args, config);
return 0;
