using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Signage.Controller.Dispatch;
using Signage.Core.Panels;
using Signage.Core.Truth;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>
/// Writes the three facts of each panel to the store as they change, for whoever asks later what was known when. Behind the site, never in its way:
/// a disk that refuses is tried again at the next change.
/// </summary>
/// <param name="board">Where the facts stand.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class TruthKeeper(PanelBoard board, SiteStore store, ILogger log)
{
    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var written = ImmutableDictionary<PanelId, PanelTruth>.Empty;
        while (true)
        {
            var known = written;
            var states = await board.WaitAsync(
                now => now.Any(state => known.GetValueOrDefault(state.Panel.Id) != state.Truth), cancellationToken).ConfigureAwait(false);
            foreach (var state in states.Where(state => known.GetValueOrDefault(state.Panel.Id) != state.Truth))
            {
                await WriteAsync(state, cancellationToken).ConfigureAwait(false);
                written = written.SetItem(state.Panel.Id, state.Truth);
            }
        }
    }

    private async Task WriteAsync(PanelState state, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteTruthAsync(state.Panel.Id, state.Truth, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException refused)
        {
            Log.NotWritten(log, state.Panel.Id.Value, refused);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3401, LogLevel.Warning, "panel {Panel}: its truths could not be written")]
        public static partial void NotWritten(ILogger logger, string panel, Exception failure);
    }
}
