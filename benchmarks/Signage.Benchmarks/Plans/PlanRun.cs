using System.Diagnostics;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Planning;

namespace Signage.Benchmarks.Plans;

/// <summary>How quickly a large plan answers: its next change, a decision, and who plays when on a thousand panels.</summary>
internal static class PlanRun
{
    // A site has run for a while when somebody edits: the first ones are told apart, before the code is compiled in earnest.
    private const int Colds = 40;
    private const int Edits = 15;
    private const double EditBudget = 100;
    private const double ChangeBudget = 50;
    private const double AgendaBudget = 5;
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static async Task<int> PrintAsync(TextWriter output)
    {
        var calendar = CalendarFolder.Read(Path.Combine(AppContext.BaseDirectory, CalendarFolder.BesideProgram));
        var kept = await ChangesAsync(output, calendar).ConfigureAwait(false);
        kept &= await AgendaAsync(output, calendar).ConfigureAwait(false);
        await output.WriteLineAsync($"budgets: {(kept ? "kept" : "BROKEN")}").ConfigureAwait(false);
        return kept ? 0 : 1;
    }

    private static async Task<bool> ChangesAsync(TextWriter output, SiteCalendar calendar)
    {
        const int Slots = 10_000;
        var panels = LargePlan.Panels(8);
        var edits = new List<double>();
        for (var turn = 0; turn < Colds + Edits; turn++)
        {
            // Another plan each time: what is remembered of the last one is of no use, as after an edit.
            var plan = LargePlan.Of(Slots, panels, calendar, turn);
            var began = Stopwatch.GetTimestamp();
            PlanWindow.Ahead(new PlanIndex(plan), Start).NextChange(Start);
            edits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var cold = edits[0];
        edits.RemoveRange(0, Colds);
        edits.Sort();
        await output.WriteLineAsync($"{Slots:N0} slots, from an edit to the next change: median {edits[Edits / 2]:0.0} ms, most {edits[^1]:0.0} ms, the very first of the process {cold:0.0} ms (budget {EditBudget} ms)").ConfigureAwait(false);

        var (window, at, changes, clock) = (PlanWindow.Ahead(new PlanIndex(LargePlan.Of(Slots, panels, calendar, 0)), Start), Start, 0, Stopwatch.GetTimestamp());
        for (; at < Start.AddDays(30); changes++)
        {
            window = window.Has(at) ? window : PlanWindow.Ahead(window.Index, at);
            at = window.NextChange(at)!.Value;
        }

        var micro = Stopwatch.GetElapsedTime(clock).TotalMicroseconds / changes;
        await output.WriteLineAsync($"{Slots:N0} slots, next change after next change for 30 days: {micro:0.00} µs each of {changes:N0}, new windows included (budget {ChangeBudget} µs)").ConfigureAwait(false);
        return edits[Edits / 2] <= EditBudget && micro <= ChangeBudget;
    }

    private static async Task<bool> AgendaAsync(TextWriter output, SiteCalendar calendar)
    {
        const int Slots = 2_000;
        var panels = LargePlan.Panels(1_000);
        var plan = LargePlan.Of(Slots, panels, calendar, Slots);
        var began = Stopwatch.GetTimestamp();
        var agenda = new Agenda(PlanWindow.Over(new PlanIndex(plan), Start, Start.AddDays(30)));
        var stretches = panels.Sum(panel => agenda.Of(panel).Count);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await output.WriteLineAsync($"agenda of {panels.Count:N0} panels, {Slots:N0} slots, 30 days: {seconds:0.00} s, {stretches:N0} stretches (budget {AgendaBudget} s)").ConfigureAwait(false);
        return seconds <= AgendaBudget;
    }
}
