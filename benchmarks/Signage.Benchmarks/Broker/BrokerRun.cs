using System.Diagnostics;
using System.Globalization;

namespace Signage.Benchmarks.Broker;

/// <summary>
/// How long a message of a client that behaves takes while others do not: quiet and attacked spells take turns in one run, so that a busy machine hits
/// both. The attackers are a process of its own that yields to everybody and keeps to one processor, since on a site they would use another machine's processors.
/// </summary>
internal static class BrokerRun
{
    private const int Turns = 6;
    private const double MostTimes = 2;

    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(2);

    /// <summary>Prints a line for each attack; 1 when a budget is broken.</summary>
    public static async Task<int> PrintAsync(TextWriter output, IReadOnlyCollection<string> kinds)
    {
        var scene = await BrokerScene.StartAsync().ConfigureAwait(false);
        await using (scene.ConfigureAwait(false))
        {
            await scene.SampleAsync(Spell).ConfigureAwait(false);   // lets the compiler settle
            var kept = true;
            foreach (var kind in kinds.Count > 0 ? kinds : BrokerAttacker.Kinds)
            {
                var (quiet, attacked) = (new List<double>(), new List<double>());
                for (var turn = 0; turn < Turns; turn++)
                {
                    quiet.AddRange(await scene.SampleAsync(Spell).ConfigureAwait(false));
                    using var attacker = Attack(kind, scene.Port);
                    await attacker.StandardOutput.ReadLineAsync().ConfigureAwait(false);
                    attacked.AddRange(await scene.SampleAsync(Spell).ConfigureAwait(false));
                    attacker.Kill();
                    await attacker.WaitForExitAsync().ConfigureAwait(false);
                }

                var (half, most, extreme) = (Ratio(quiet, attacked, 50), Ratio(quiet, attacked, 90), Ratio(quiet, attacked, 99));
                kept &= half <= MostTimes && most <= MostTimes;
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind,-10} p50 {At(quiet, 50),6:F3} -> {At(attacked, 50),6:F3} ms ({half:F2}x)   p90 {most:F2}x   p99 {At(quiet, 99),6:F3} -> {At(attacked, 99),6:F3} ms ({extreme:F2}x)   {quiet.Count}/{attacked.Count} messages"))
                    .ConfigureAwait(false);
            }

            await output.WriteLineAsync($"refused: {scene.Refusals}").ConfigureAwait(false);
            await output.WriteLineAsync($"budget (nine of ten messages within {MostTimes}x): {(kept ? "kept" : "BROKEN")}").ConfigureAwait(false);
            return kept ? 0 : 1;
        }
    }

    private static Process Attack(string kind, int port)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(BrokerRun).Assembly.Location, "--broker-attacker", kind, port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.PriorityClass = ProcessPriorityClass.Idle;
        if (Environment.ProcessorCount > 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        }

        return process;
    }

    private static double Ratio(List<double> quiet, List<double> attacked, int percent) => At(attacked, percent) / At(quiet, percent);

    private static double At(List<double> values, int percent)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, values.Count * percent / 100)];
    }
}
