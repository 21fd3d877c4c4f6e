using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Panels;

/// <summary>From a card model to the adapter that speaks its protocol.</summary>
internal static class ProfileAdapter
{
    /// <summary>The adapter of a model.</summary>
    /// <exception cref="UserError">This program does not speak the protocol.</exception>
    public static IPanelAdapter Adapter(this DeviceProfile profile, PanelAdapters adapters) =>
        adapters.Find(profile.Protocol)
        ?? throw new UserError(Words.ProtocolNotSpoken.With(profile.Protocol, string.Join(", ", adapters.Protocols)));
}
