using System.Diagnostics;
using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Storage;

namespace Signage.Benchmarks.Bulk;

/// <summary>A hundred thousand slots into a fresh store, in one transaction, as <c>signage slot import</c> stores them. Ends with 1 when the budget is broken.</summary>
internal static class BulkRun
{
    private const int Slots = 100_000;
    private const int Panels = 8;
    private const double MostSeconds = 10;

    /// <summary>Prints what was measured.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("signage-bench-").FullName;
        try
        {
            return await MeasureAsync(output, Path.Combine(folder, "site.db")).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(TextWriter output, string path)
    {
        var store = await SiteStore.OpenAsync(path, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var face = PanelFace.Parse("160x16x1");
            Panel[] panels = [.. Enumerable.Range(0, Panels).Select(n => new Panel(new PanelId($"p{n}"), $"p{n}", "onbon/bx-6e2", face, new Uri($"tcp://192.0.2.{n + 1}:5005")))];
            await store.As(Actor.Site).ImportOnceAsync("bench", SiteImport.Pack(CharityPack.Instance) with { Panels = panels }, CancellationToken.None).ConfigureAwait(false);
            var slots = Make(panels);

            var began = Stopwatch.GetTimestamp();
            var answer = await store.As(Actor.Site).AddSlotsAsync(slots, isCheck: false, CancellationToken.None).ConfigureAwait(false);
            var stored = Stopwatch.GetElapsedTime(began).TotalSeconds;
            began = Stopwatch.GetTimestamp();
            var read = (await store.ReadAsync(CancellationToken.None).ConfigureAwait(false)).Slots.Count;
            var back = Stopwatch.GetElapsedTime(began).TotalSeconds;

            var kept = answer is StoreAnswer.Stored && read == Slots && stored < MostSeconds;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Slots} slots stored in {stored:F2} s (budget {MostSeconds} s), {read} read back in {back:F2} s; {new FileInfo(path).Length / 1e6:F0} MB on the disk")).ConfigureAwait(false);
            await output.WriteLineAsync($"budget: {(kept ? "kept" : "BROKEN")}").ConfigureAwait(false);
            return kept ? 0 : 1;
        }
    }

    // Every third one names two panels, and each kind of time and of day rule is among them.
    private static Slot[] Make(Panel[] panels)
    {
        DailyTimes[] times = [DailyTimes.WholeDay, DailyTimes.Parse("08:00-20:00"), DailyTimes.Parse("06:30-09:00,17:00-21:00"), DailyTimes.Parse("22:00-06:00")];
        DayRule[] days = [new DayRule.Always(), DayRule.Parse("work"), DayRule.Parse("mon-fri"), DayRule.Parse("day:春节-3 & !day:春节")];
        var first = new DateOnly(2026, 1, 1);
        return
        [
            .. Enumerable.Range(0, Slots).Select(n => new Slot(
                $"slot-{n:D6}",
                CharityPack.Instance.Slogans[n % CharityPack.Instance.Slogans.Count].Id,
                n % 3 == 0 ? [panels[n % Panels].Id, panels[(n + 1) % Panels].Id] : [],
                new SlotTime(times[n % times.Length], first.AddDays(n % 365), first.AddDays((n % 365) + 5)) { Days = days[n / 4 % days.Length] })),
        ];
    }
}
