using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>AWTRIX 3: 32x8 matrix clocks, over a broker or their own web server; which of them, the one kind of link in the profile says. Safe to share; keeps nothing.</summary>
public sealed class AwtrixAdapter : IPanelAdapter
{
    private const int ByteMost = 255;
    private const int StayUnit = 1000;

    // ATIME is kept in milliseconds, and the clock counts them in 32 bits.
    private const int LongestStay = 3600;

    /// <inheritdoc />
    public string Protocol => "awtrix3";

    /// <inheritdoc />
    public IEnumerable<string> Validate(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. AwtrixOptions.Complaints(profile),
            .. AwtrixLinks.Of(profile) is null ? (string[])[CardWords.OneLink] : [],
            .. profile.Effects.Where(mapping => (mapping.Plays ?? mapping.Effect) != Effect.Static).Select(mapping => CardWords.StillOnly.With(mapping.Effect)),
            .. profile.Brightness.Max > ByteMost ? (string[])[CardWords.BrightnessMost.With(profile.Brightness.Max)] : [],
            .. profile.Stay.UnitMilliseconds != StayUnit || profile.Stay.MaxUnits > LongestStay ? (string[])[CardWords.StayUnit.With(LongestStay)] : [],
            .. profile.Capabilities.Clock ? (string[])[CardWords.ClockClaimed] : [],
            .. profile.Capabilities.Keep ? (string[])[CardWords.KeepClaimed] : [],
        ];
    }

    /// <inheritdoc />
    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(face);
        if (face != new PanelFace(new Core.Frames.PixelSize(AwtrixReports.Width, AwtrixReports.Height), ColourAbility.Full))
        {
            yield return CardWords.OneFace.With(face);
        }

        if (AwtrixPages.LongestMessage > profile.Packets.MaxBytes)
        {
            yield return CardWords.PacketTooSmall.With(profile.Id, AwtrixPages.LongestMessage, profile.Packets.MaxBytes);
        }

        if (!profile.Effects.Any(mapping => mapping.Effect == Effect.Static))
        {
            yield return Words.NoStaticEffect.With(profile.Id);
        }
    }

    /// <inheritdoc />
    public string? Address(DeviceProfile profile) => null;

    /// <inheritdoc />
    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        try
        {
            return new AwtrixDialogue(AwtrixPlans.Of(command, profile, face, AwtrixOptions.Of(profile)), AwtrixPlans.Link(profile), profile.Timing);
        }
        catch (NotSupportedException reason)
        {
            return new RefusedDialogue(reason.Message);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        var set = AwtrixOptions.Of(profile).With(options);
        return new AwtrixRehearsal(AwtrixPlans.Link(profile), set).Packets(AwtrixPlans.Of(command, profile, face, set));
    }

    /// <inheritdoc />
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => AwtrixCaptures.Tell(capture);

    /// <inheritdoc />
    public IReadOnlyList<WireMessage> Messages(ReadOnlyMemory<byte> capture) => AwtrixCaptures.Messages(capture);
}
