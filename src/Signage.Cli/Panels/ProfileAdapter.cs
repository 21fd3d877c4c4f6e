using Signage.Cli.Terminal;
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
        ?? throw new UserError($"不支持协议 {profile.Protocol}: this program does not speak it; it speaks {string.Join(", ", adapters.Protocols)}.");
}
