using Microsoft.Extensions.Logging;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Trust.Certificates;

namespace Signage.Controller.Dispatch;

/// <summary>The languages and wires that panels are reached by.</summary>
/// <param name="Catalog">The card models.</param>
/// <param name="Adapters">The protocols.</param>
/// <param name="Transports">The links.</param>
/// <param name="RuntimeFolder">Where programs of this machine leave their locks.</param>
/// <param name="Wire">Told every packet when it listens at trace level.</param>
public sealed record FleetWires(ProfileCatalog Catalog, PanelAdapters Adapters, PanelTransports Transports, string RuntimeFolder, ILogger Wire);

/// <summary>Whether panels can be what they are said to be: known card models, faces that fit, endpoints that can be opened, cards that are not taken twice.</summary>
/// <param name="wires">How panels are reached.</param>
public sealed class PanelRules(FleetWires wires)
{
    /// <summary>The card model of a panel; null when there is none of that name.</summary>
    public DeviceProfile? Profile(Panel panel) => wires.Catalog.TryFind(panel.ProfileId, out var profile) ? profile : null;

    /// <summary>Where what is lit goes.</summary>
    public static Uri ContentEndpoint(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return panel.Endpoint;
    }

    /// <summary>Where questions and commands go: the second link of a card that has one.</summary>
    public static Uri CommandEndpoint(Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return PanelAddress.Of(panel.Endpoint).Control(profile) ?? panel.Endpoint;
    }

    /// <summary>Everything that keeps a panel from being reached at all; null when it can be tried.</summary>
    public string? Complaint(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (!wires.Catalog.TryFind(panel.ProfileId, out var model) || wires.Adapters.Find(model!.Protocol) is not { } adapter)
        {
            return Words.NoSuchModel.With(panel.Id, panel.ProfileId);
        }

        string[] reasons =
        [
            .. PanelFit.Complaint(model, panel.Face) is { } unfit ? (string[])[unfit] : [],
            .. wires.Transports.Complaints(panel.Endpoint, model),
            .. IsNamedAsSite(panel) ? (string[])[Words.PanelNamedAsSite.With(panel.Id)] : [],
        ];
        if (reasons.Length == 0)
        {
            var profile = model.AtAddress(PanelAddress.Of(panel.Endpoint).Card);
            reasons = [.. adapter.Validate(profile), .. adapter.Complaints(profile, panel.Face)];
        }

        return reasons.Length == 0 ? null : $"{panel.Id}: {string.Join("; ", reasons)}";
    }

    /// <summary>How a panel would overwrite those enrolled already, or bring them into a conflict; null when it does not.</summary>
    public string? Conflict(Panel panel, IReadOnlyList<Panel> others)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Panel[] known = [.. others.Where(other => other.Id != panel.Id)];
        var (before, after) = (Conflicts(known), Conflicts([.. known, panel]));

        // A panel without an address is alone on its line: one that comes beside it is right in itself, and takes the line away from it.
        return after.GetValueOrDefault(panel.Id) ?? after.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Value).FirstOrDefault();
    }

    /// <summary>The panels of a site that would overwrite each other, and how; nothing may be sent to them until it is resolved.</summary>
    public IReadOnlyDictionary<PanelId, string> Conflicts(IReadOnlyList<Panel> panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        return PanelPlaces.ByPanel(panels.Select(Place).OfType<PanelPlace>());
    }

    /// <summary>Why the card of a panel could not be told a show; null when it could, as far as it can be known without asking it.</summary>
    public string? Misfit(Panel panel, Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        if (Complaint(panel) is not null)
        {
            return null;
        }

        var (profile, adapter) = Speaks(panel);
        return Misfit(profile, adapter, show);
    }

    /// <summary>Why a card of the model that a show was made for could not be told it; null when it could, and when nobody knows the model.</summary>
    public string? Misfit(Show show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return wires.Catalog.TryFind(show.ProfileId, out var profile) && wires.Adapters.Find(profile!.Protocol) is { } adapter ? Misfit(profile, adapter, show) : null;
    }

    // At a broker each panel has an account of its name, and what has the site's account may speak to all panels.
    private static bool IsNamedAsSite(Panel panel) => panel.Endpoint.Scheme == "mqtt" && panel.Id.Value == SiteAuthority.SiteAccount;

    private static string? Misfit(DeviceProfile profile, IPanelAdapter adapter, Show show)
    {
        PanelCommand command = profile.Delivery[0] == DeliveryKind.Frames
            ? new PanelCommand.ShowFrame(Effects.FrameAt(show.Loop, show.Face.Size, TimeSpan.Zero), default)
            : new PanelCommand.LoadPages(show);
        return adapter.Objection(command, profile, show.Face);
    }

    /// <summary>The card model of a panel at its address, and the protocol that it speaks.</summary>
    /// <exception cref="InvalidOperationException">There is a <see cref="Complaint"/>.</exception>
    public (DeviceProfile Profile, IPanelAdapter Adapter) Speaks(Panel panel)
    {
        var profile = (Profile(panel) ?? throw new InvalidOperationException($"{panel.Id} has no card model.")).AtAddress(PanelAddress.Of(panel.Endpoint).Card);
        return (profile, wires.Adapters.Find(profile.Protocol)!);
    }

    private PanelPlace? Place(Panel panel)
    {
        if (Complaint(panel) is not null)
        {
            return null;
        }

        var (profile, adapter) = Speaks(panel);
        var address = PanelAddress.Of(panel.Endpoint);
        return new PanelPlace(panel.Id, address.Identity, adapter.Address(profile), address.Baud)
        {
            HasAddresses = profile.ShapeOf(address.Line.Scheme) == LinkShape.Stream,
            Control = address.Control(profile) is { } control ? PanelAddress.Of(control).Identity : null,
        };
    }
}
