using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>
/// Onbon 仰邦 BX-6 graphics cards: dynamic areas, stored programmes, power, brightness, clock and status. Safe to share; the only thing it keeps is a running
/// sequence number, so that two questions in a row never carry the same one.
/// </summary>
public sealed class Bx6Adapter : IPanelAdapter
{
    internal const string Name = "onbon-bx6";

    private int _sequence;

    /// <inheritdoc />
    public string Protocol => Name;

    /// <inheritdoc />
    public IEnumerable<string> Validate(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. Bx6Settings.Complaints(profile),
            .. profile.Effects.Where(effect => effect.Code > 48).Select(effect => CardWords.EffectCode.With(effect.Effect, effect.Code)),
            .. profile.Speed.Levels.Where(level => level.Level is < 0 or > 255).Select(level => CardWords.LevelNotAByte.With(level.Level)),
            .. profile.Brightness.Max > 15 ? (string[])[CardWords.BrightnessMost.With(profile.Brightness.Max)] : [],
            .. profile.Stay.UnitMilliseconds != 10 ? (string[])[CardWords.StayUnit.With(profile.Stay.UnitMilliseconds)] : [],
            .. profile.Stay.MaxUnits > 65_535 ? (string[])[CardWords.StayMost.With(profile.Stay.MaxUnits)] : [],
            .. profile.Packets.MaxBytes > Bx6Packet.LongestBody ? (string[])[CardWords.PacketMost.With(profile.Packets.MaxBytes)] : [],
        ];
    }

    /// <inheritdoc />
    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => Bx6Faces.Complaints(profile, face);

    /// <inheritdoc />
    public string? Address(DeviceProfile profile) =>
        Bx6Settings.Of(profile).Destination is var card && Bx6Packet.IsAny(card) ? null : Bx6Hex.OnWire(card);

    /// <inheritdoc />
    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var settings = Settings(command, profile);
        try
        {
            return Bx6Plans.Of(command, profile, face, settings) is { } plan
                ? new Bx6PlanDialogue(plan, settings, profile.Timing, NextSequence)
                : new Bx6Dialogue(Bx6Questions.Of(command, profile, face, settings), settings, profile.Timing, NextSequence);
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
        var settings = options.Aggregate(Settings(command, profile), (so, option) => Bx6Fields.Set(so, option.Key, option.Value));
        Bx6Fields.Require(options.Keys, command);
        var codec = new Bx6Codec(settings.Leads, settings.Tails);
        var questions = Bx6Plans.ForAnEmptyCard(command, profile, face, settings) ?? [Bx6Questions.Of(command, profile, face, settings)];
        return [.. questions.Select(question => codec.ToBytes(question.ToPacket(settings, NextSequence())))];
    }

    /// <inheritdoc />
    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => Bx6Captures.Tell(capture);

    // Who asks what a card is does not know its type yet: FE FF, as the vendor's own software does. A card answers an error to the wrong type, not what it is.
    private static Bx6Settings Settings(PanelCommand command, DeviceProfile profile) =>
        Bx6Settings.Of(profile) is var settings && command is PanelCommand.Ping ? settings with { DeviceType = Bx6Packet.Any } : settings;

    private ushort NextSequence() => (ushort)(Interlocked.Increment(ref _sequence) & 0xFFFF);
}
