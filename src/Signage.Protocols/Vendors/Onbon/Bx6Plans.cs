using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>The commands that take more than one question: all about the card's flash.</summary>
internal static class Bx6Plans
{
    /// <summary>The conversation of a command; null when one question is enough.</summary>
    /// <exception cref="NotSupportedException">It cannot be said to this card; the message says why.</exception>
    public static IBx6Plan? Of(PanelCommand command, DeviceProfile profile, PanelFace face, Bx6Settings settings) => command switch
    {
        PanelCommand.ListStored => Needing(profile, new Bx6Listing()),
        PanelCommand.ClearStored clear => Needing(profile, new Bx6Store(null, clear.Removes, settings)),
        _ => Store(command, profile, face, settings),
    };

    /// <summary>The packets of a command for a card that holds nothing else; null when one packet is all.</summary>
    /// <exception cref="NotSupportedException">It cannot be said to this card; the message says why.</exception>
    public static IEnumerable<Bx6Question>? ForAnEmptyCard(PanelCommand command, DeviceProfile profile, PanelFace face, Bx6Settings settings) =>
        Of(command, profile, face, settings) switch
        {
            Bx6Store store => store.ForAnEmptyCard(),
            Bx6Listing listing => listing.Questions().Select(exchange => exchange.Question),
            _ => null,
        };

    private static Bx6Store? Store(PanelCommand command, DeviceProfile profile, PanelFace face, Bx6Settings settings) => command switch
    {
        PanelCommand.StoreShow store => Needing(profile, new Bx6Store(Programme(store.Show, profile, face, settings), store.Removes, settings)),
        PanelCommand.LoadPages { Keep: true } load => Needing(profile, new Bx6Store(Programme(load.Show, profile, face, settings), [], settings)),
        _ => null,
    };

    private static Wire.Bx6Programme Programme(Show show, DeviceProfile profile, PanelFace face, Bx6Settings settings) => show.Face == face
        ? Bx6Pages.Programme(show.Loop, face, profile, settings)
        : throw new NotSupportedException(Words.ShowForOtherFace.With(show.Face, face));

    private static T Needing<T>(DeviceProfile profile, T plan) =>
        profile.Capabilities.Keep ? plan : throw new NotSupportedException(CardWords.FlashNotSupported.With(profile.Id));
}
