using Signage.Conformance.Cases;
using Signage.Conformance.Panels;
using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance;

/// <summary>Examines one panel from outside, case by case, and leaves it dark and bright.</summary>
/// <param name="setup">The panel, without complaints.</param>
public sealed class ConformanceSuite(PanelSetup setup)
{
    private const int FullBrightness = 100;

    // Of a step, not of a case: where a look waits until a card tells its state, a case of many looks takes minutes and is not stuck.
    private static readonly TimeSpan StepWithin = TimeSpan.FromSeconds(60);

    /// <summary>Runs cases.</summary>
    /// <param name="cases">The cases, in order.</param>
    /// <param name="told">Told each row as soon as it is known.</param>
    /// <param name="cancellationToken">Gives up; the panel is then left as it is.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ConformanceReport> RunAsync(IEnumerable<ConformanceCase> cases, Action<CaseRow> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(told);
        var panel = new PanelOnTest(setup, cancellationToken);
        await using (panel.ConfigureAwait(false))
        {
            var brightness = await BrightnessAsync(panel).ConfigureAwait(false);
            var rows = new List<CaseRow>();
            foreach (var one in cases)
            {
                rows.Add(await RunAsync(one, panel, cancellationToken).ConfigureAwait(false));
                told(rows[^1]);
            }

            return new ConformanceReport(rows, await LeaveAsync(panel, brightness).ConfigureAwait(false));
        }
    }

    /// <summary>Asks whether anybody is there at all. Of somebody who is not, every case says the same.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why nobody was reached; null when somebody was, or the card has no answer that could be missed.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<string?> UnreachedAsync(CancellationToken cancellationToken)
    {
        if (!setup.Profile.Capabilities.Answers)
        {
            return null;
        }

        var panel = new PanelOnTest(setup, cancellationToken);
        await using (panel.ConfigureAwait(false))
        {
            try
            {
                var done = await panel.AskAsync(new PanelCommand.Ping(), panel.Profile).ConfigureAwait(false);
                return done.Outcome == PanelOutcome.NoAnswer ? done.Detail ?? "—" : null;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // An adapter that throws here throws in the cases too, where it is told.
                return null;
            }
        }
    }

    private async Task<CaseRow> RunAsync(ConformanceCase one, PanelOnTest panel, CancellationToken cancellationToken)
    {
        if (one.Excuse(panel) is { } excuse)
        {
            return new CaseRow(one.Name, one.Title, CaseResult.Skipped, excuse, 0);
        }

        panel.TakeUnseen();
        var began = setup.Time.GetTimestamp();
        var wrong = await WrongAsync(one, panel, cancellationToken).ConfigureAwait(false);
        panel.Behave();
        if (wrong is not null)
        {
            // Whatever is under way now is not to be held against the next case.
            await panel.HangUpAsync().ConfigureAwait(false);
        }

        var notes = panel.TakeNotes();
        var milliseconds = (long)setup.Time.GetElapsedTime(began).TotalMilliseconds;
        var result = wrong is not null ? CaseResult.Failed : panel.TakeUnseen() ? CaseResult.Unseen : CaseResult.Passed;
        return new CaseRow(one.Name, one.Title, result, wrong ?? string.Join("; ", notes), milliseconds);
    }

    private async Task<string?> WrongAsync(ConformanceCase one, PanelOnTest panel, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(StepWithin, setup.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        panel.Cancelled = either.Token;
        try
        {
            await foreach (var wrong in one.Steps(panel).ConfigureAwait(false))
            {
                if (wrong is not null)
                {
                    return wrong;
                }

                deadline.CancelAfter(StepWithin);
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Words.TooLong.With(StepWithin.TotalSeconds);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // An adapter or a link that throws is found out like any other fault, and the cases behind it are examined all the same.
            return Words.Threw.With(fault.GetType().Name, fault.Message);
        }
        finally
        {
            panel.Cancelled = cancellationToken;
        }
    }

    private static async Task<int> BrightnessAsync(PanelOnTest panel)
    {
        if (!panel.Profile.Capabilities.Status)
        {
            return FullBrightness;
        }

        try
        {
            // A card that is asked before anything else may have no answer yet: the status case says so, this only wants to know what to put back.
            var done = await panel.AskAsync(new PanelCommand.ReadStatus(), panel.Hasty).ConfigureAwait(false);
            return done.Reading?.BrightnessPercent is { } percent and > 0 ? percent : FullBrightness;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // An adapter that throws here throws in the cases too, where it is told.
            return FullBrightness;
        }
    }

    private static async Task<IReadOnlyList<string>> LeaveAsync(PanelOnTest panel, int brightness)
    {
        panel.Behave();
        var lines = new List<string>();
        foreach (var (command, told) in new (PanelCommand, string)[]
        {
            (new PanelCommand.SetPower(true), Words.LeftOn),
            (new PanelCommand.SetBrightness(brightness), Words.LeftBright.With(brightness)),
            (new PanelCommand.Blank(), Words.LeftDark),
        })
        {
            try
            {
                lines.AddRange(await LeaveAsync(panel, command, told).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The report of everything before must not be lost to the tidying up, and what comes after must be tried all the same.
                lines.Add(Words.NotLeft.With(PanelOnTest.NameOf(command), fault.GetType().Name, fault.Message));
            }
        }

        return lines;
    }

    private static async Task<string[]> LeaveAsync(PanelOnTest panel, PanelCommand command, string told)
    {
        var done = await panel.AskAsync(command, panel.Profile).ConfigureAwait(false);
        if (done.Outcome == PanelOutcome.Unsupported)
        {
            return [];
        }

        panel.TakeUnseen();
        var good = done.Outcome is PanelOutcome.Accepted or PanelOutcome.SentUnverified
            && (command is not PanelCommand.Blank || await panel.LitAsync(PixelFrame.Dark(panel.Face.Size, panel.Face.Layout)).ConfigureAwait(false) is null);
        return [!good ? Words.NotLeft.With(PanelOnTest.NameOf(command), done.Outcome, done.Detail ?? "—") : panel.TakeUnseen() ? $"{told}: {Words.NotVerified}" : told];
    }
}
