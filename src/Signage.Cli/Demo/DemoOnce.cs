using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Renderer.Previews;

namespace Signage.Cli.Demo;

/// <summary>
/// The proof: site time jumps from one boundary of the plan to the next, only when every panel has settled, and after each jump every glass is
/// compared with what was approved.
/// </summary>
/// <param name="demo">The running site; the clocks of its cards are held.</param>
/// <param name="siteTime">The stepped clock.</param>
internal sealed class DemoOnce(DemoSite demo, FakeTimeProvider siteTime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<SheetRow> _sheet = [];

    /// <summary>What each panel's glass showed at the start of each slogan, as a PNG to look at: a column for each panel, a row for each slogan.</summary>
    public byte[] Sheet() => ContactSheet.Png(
        [.. demo.Panels.Select(pair => new SheetColumn($"{pair.Panel.Name} {pair.Panel.Id}", $"{pair.Panel.Scheme} {pair.Panel.Face}"))], _sheet);

    /// <summary>Goes through the day.</summary>
    /// <param name="told">Called with each row as it is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A panel did not settle; the message says which and why.</exception>
    public async Task<Verdict> RunAsync(Action<VerdictRow, string?> told, CancellationToken cancellationToken)
    {
        var rows = new List<VerdictRow>();
        var comparer = new GlassComparer(demo.Site.Clocks.Line);
        for (var slogan = 0; slogan < CharityPack.Instance.Slogans.Count; slogan++)
        {
            var states = await SettledAsync(cancellationToken).ConfigureAwait(false);
            _sheet.Add(RowOf(slogan, states));
            foreach (var (panel, host) in demo.Panels)
            {
                var state = states.Single(state => state.Panel.Id == panel.Id);
                var sample = await comparer.CompareAsync(state.Desired!, host.Card, state.StreamStart, cancellationToken).ConfigureAwait(false);
                var item = state.Decision!.Loop.Count == 1 ? state.Decision.Loop[0].Revision.ItemId : "";
                var row = new VerdictRow(
                    panel.Id.Value, panel.ProfileId, panel.Scheme, panel.Face.ToString(), item, state.Desired!.Digest.Hex, sample.Glass?.Hex ?? "",
                    sample.Equal && item == CharityPack.Instance.Slogans[slogan].Id);
                rows.Add(row);
                told(row, sample.Difference ?? state.Detail);
            }

            if (states[0].Decision!.Until is { } boundary)
            {
                siteTime.SetUtcNow(boundary);
            }
        }

        return new Verdict(rows.Count > 0 && rows.TrueForAll(row => row.Equal), rows);
    }

    private SheetRow RowOf(int slogan, IReadOnlyList<PanelState> states) => new(
        slogan + 1,
        CharityPack.Instance.Slogans[slogan].Text,
        [.. demo.Panels.Select(pair => new SheetPicture(
            pair.Host.Card.Read().Glass, SheetPicture.RestOf(states.Single(state => state.Panel.Id == pair.Panel.Id).Desired!)))]);

    private async Task<IReadOnlyList<PanelState>> SettledAsync(CancellationToken cancellationToken)
    {
        var now = siteTime.GetUtcNow();
        using var late = new CancellationTokenSource(Patience, demo.Site.Clocks.Line);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var settled = demo.Site.Board.WaitAsync(
                states => states.Count == demo.Panels.Count && states.All(state => state.Decision?.At >= now && state.IsSettled), either.Token);
            await Task.WhenAny(settled, demo.Site.Running).ConfigureAwait(false);
            return demo.Site.Running.IsFaulted ? throw demo.Site.Running.Exception!.InnerException! : await settled.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var waiting = demo.Site.Board.Now.Where(state => !state.IsSettled).Select(state => $"{state.Panel.Id} ({state.Detail ?? "waiting"})");
            throw new TimeoutException(Words.NotSettled.With(
                Patience.TotalSeconds, string.Join(", ", waiting), demo.Site.Running.Status, demo.Site.Board.Now[0].Decision?.At, now));
        }
    }
}
