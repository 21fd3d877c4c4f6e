using System.Diagnostics;
using System.Globalization;

namespace Signage.Benchmarks.Site;

/// <summary>
/// A whole site as it is installed, in a process of its own, with eight panels and no open page: how long from its start to the first lit glass, and
/// what it takes while it runs. Ends with 1 when a budget is broken.
/// </summary>
internal static class SiteRun
{
    private const int Starts = 5;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 250;
    private const double MostOfOneCore = 0.25;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(3);

    /// <summary>Prints what was measured.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("signage-bench-").FullName;
        try
        {
            return await MeasureAsync(output, folder).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(TextWriter output, string folder)
    {
        var street = await EightPanels.StartAsync(Path.Combine(AppContext.BaseDirectory, "firmware-profiles")).ConfigureAwait(false);
        await using (street.ConfigureAwait(false))
        {
            var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            await File.WriteAllTextAsync(Path.Combine(folder, "signage.json"), street.Import(TimeOnly.FromTimeSpan(now.TimeOfDay))).ConfigureAwait(false);
            var firsts = new List<double>();
            for (var start = 0; start <= Starts; start++)
            {
                street.PowerCycle();
                using var site = Start(folder);
                try
                {
                    var (first, all) = await LitAsync(street, site).ConfigureAwait(false);
                    await SayAsync(output, $"start {start}{(start == 0 ? " (makes the database)" : "")}: first glass after {first:F2} s, all eight after {all:F2} s").ConfigureAwait(false);
                    firsts.Add(first);
                    if (start == Starts)
                    {
                        return await RunningAsync(output, street, site, firsts).ConfigureAwait(false);
                    }
                }
                finally
                {
                    site.Kill();
                    await site.WaitForExitAsync().ConfigureAwait(false);
                }
            }
        }

        throw new UnreachableException();
    }

    private static async Task<int> RunningAsync(TextWriter output, EightPanels street, Process site, List<double> firsts)
    {
        await Task.Delay(Settling, TimeProvider.System).ConfigureAwait(false);
        var (cpu, packets, began) = (site.TotalProcessorTime, street.PacketsTaken, Stopwatch.GetTimestamp());
        await Task.Delay(Look, TimeProvider.System).ConfigureAwait(false);
        site.Refresh();
        var share = (site.TotalProcessorTime - cpu) / Stopwatch.GetElapsedTime(began);
        var (set, peak) = (site.WorkingSet64 / 1e6, site.PeakWorkingSet64 / 1e6);
        await SayAsync(output, $"first glass, slowest of {firsts.Count}: {firsts.Max():F2} s (budget {MostSeconds} s)").ConfigureAwait(false);
        await SayAsync(output, $"working set {set:F0} MB, at most {peak:F0} MB (budget {MostMegabytes} MB)").ConfigureAwait(false);
        await SayAsync(output, $"{100 * share:F1} % of one core in {Look.TotalSeconds} s, {street.PacketsTaken - packets} packets taken by the cards (budget {100 * MostOfOneCore} %)").ConfigureAwait(false);
        var kept = firsts.Max() < MostSeconds && peak < MostMegabytes && share < MostOfOneCore;
        await SayAsync(output, $"budgets: {(kept ? "kept" : "BROKEN")}").ConfigureAwait(false);
        return kept ? 0 : 1;
    }

    private static async Task<(double First, double All)> LitAsync(EightPanels street, Process site)
    {
        var began = Stopwatch.GetTimestamp();
        double? first = null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (await timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            var lit = street.Lit;
            var elapsed = Stopwatch.GetElapsedTime(began);
            first ??= lit > 0 ? elapsed.TotalSeconds : null;
            if (first is { } known && lit == 8)
            {
                return (known, elapsed.TotalSeconds);
            }

            if (elapsed > Patience || site.HasExited)
            {
                throw new TimeoutException($"{lit} of 8 panels are lit; the site has {(site.HasExited ? "ended" : "not ended")}");
            }
        }

        throw new UnreachableException();
    }

    private static Process Start(string folder)
    {
        string[] words = ["exec", Path.Combine(AppContext.BaseDirectory, "signage.dll"), "run", "--port", "0", "--data", Path.Combine(folder, "data"), "--import", Path.Combine(folder, "signage.json")];
        var start = new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["XDG_RUNTIME_DIR"] = folder;
        return Process.Start(start)!;
    }

    private static Task SayAsync(TextWriter output, FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
