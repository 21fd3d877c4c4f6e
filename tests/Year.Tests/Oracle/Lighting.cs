using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace Year.Tests.Oracle;

/// <summary>What a loop looks like on a panel, drawn by a renderer of its own; loops that were drawn are remembered.</summary>
/// <param name="catalog">The card models.</param>
internal sealed class Lighting(ProfileCatalog catalog) : IDisposable
{
    // A year has more loops than fit into memory; those of some days do.
    private const int Remembered = 20_000;
    private readonly ShowRenderer _renderer = new();
    private readonly Dictionary<(PanelId, string), ShowDigest?> _known = [];

    /// <summary>The digest of a loop; null where the panel cannot show it.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="turns">The programmes, turn by turn; none for a dark panel.</param>
    public ShowDigest? Of(Panel panel, IReadOnlyList<Programme> turns)
    {
        var key = (panel.Id, string.Join(' ', turns.Select(turn => turn.Id)));
        if (!_known.TryGetValue(key, out var digest))
        {
            if (_known.Count >= Remembered)
            {
                _known.Clear();
            }

            _known[key] = digest = Draw(panel, turns);
        }

        return digest;
    }

    /// <inheritdoc/>
    public void Dispose() => _renderer.Dispose();

    private ShowDigest? Draw(Panel panel, IReadOnlyList<Programme> turns)
    {
        var abilities = catalog.TryFind(panel.ProfileId, out var profile) ? profile!.ToAbilities() : throw new InvalidOperationException($"{panel.ProfileId}: no such model");
        LoopItem[] items = [.. turns.SelectMany(turn => turn.Items.Select(text => new LoopItem(text, turn.Style, turn.Id)))];
        return _renderer.Render(items, panel.Face, abilities) is RenderAnswer.Rendered rendered ? rendered.Show.Digest : null;
    }
}
