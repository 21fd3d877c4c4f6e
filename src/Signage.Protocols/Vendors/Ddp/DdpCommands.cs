using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>Commands as packets. What has pixels goes the same way whatever else a display of the family can do.</summary>
internal static class DdpCommands
{
    /// <summary>
    /// The packets of a picture; null for a command without pixels. A blank is a dark picture outside of any stream: its packets are not numbered, so that no
    /// display takes them for repeated or late ones (docs/protocols/ddp.md, section 3).
    /// </summary>
    /// <exception cref="NotSupportedException">The picture is not of the face; the message says so.</exception>
    public static IReadOnlyList<DdpPacket>? Picture(PanelCommand command, PanelFace face, DdpSettings settings) => command switch
    {
        PanelCommand.ShowFrame(var frame, var tick) => DdpPictures.Of(Checked(frame, face), tick, settings),
        PanelCommand.Blank => DdpPictures.Of(PixelFrame.Dark(face.Size, PixelLayout.Rgb), null, settings),
        _ => null,
    };

    /// <summary>Asks for the JSON status: version 1, query, nothing wanted in particular, as the document's own example does.</summary>
    public static DdpPacket Status(DdpSettings settings) => new() { Query = true, Sequence = settings.FirstSequence ?? 0, Id = DdpPacket.Status };

    /// <summary>Everything that keeps a face from being driven by pictures.</summary>
    public static IEnumerable<string> Complaints(PanelFace face) =>
        face.Colour == ColourAbility.Full ? [] : [CardWords.OnlyFull.With(face)];

    private static PixelFrame Checked(PixelFrame frame, PanelFace face) =>
        frame.Size == face.Size && frame.Layout == PixelLayout.Rgb && face.Colour == ColourAbility.Full
            ? frame
            : throw new NotSupportedException(CardWords.OtherPicture.With(frame.Size, frame.Layout, face));
}
