using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Plans;

/// <summary>Is anybody there? Over HTTP the clock says what it is; over MQTT only its pixels prove that it lives.</summary>
/// <param name="link">Which way.</param>
/// <param name="brightness">How it counts brightness.</param>
internal sealed class AwtrixPing(AwtrixLink link, BrightnessScale brightness) : IAwtrixPlan
{
    /// <inheritdoc />
    public PixelFrame? Picture => null;

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        yield return link == AwtrixLink.Http ? new AwtrixStep.ReadStats() : new AwtrixStep.ReadScreen();
        yield return new AwtrixStep.End(new DialogueStep.Done(PanelOutcome.Accepted, AwtrixReadings.Of(memory, brightness)));
    }
}

/// <summary>What is it doing? Over MQTT the clock tells that every ten seconds, and is waited for.</summary>
/// <param name="brightness">How it counts brightness.</param>
internal sealed class AwtrixStatus(BrightnessScale brightness) : IAwtrixPlan
{
    /// <inheritdoc />
    public PixelFrame? Picture => null;

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        // First whether it is there: a clock that is away must not be waited for so long.
        yield return new AwtrixStep.ReadScreen();
        if (memory.Stats is null)
        {
            yield return new AwtrixStep.ReadStats();
        }

        yield return new AwtrixStep.End(new DialogueStep.Done(
            PanelOutcome.Accepted, AwtrixReadings.Of(memory, brightness), memory.Stats is null ? CardWords.NoStats : null));
    }
}

/// <summary>
/// Which pixels are lit? The clock tells them as they were drawn, also while its LEDs are off or at brightness 0: only together with its state are they
/// what a passer-by sees. Without it none are handed out.
/// </summary>
/// <param name="brightness">How it counts brightness.</param>
internal sealed class AwtrixPixels(BrightnessScale brightness) : IAwtrixPlan
{
    /// <inheritdoc />
    public PixelFrame? Picture => null;

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        yield return new AwtrixStep.ReadScreen();
        if (memory.Stats is null)
        {
            yield return new AwtrixStep.ReadStats();
            yield return new AwtrixStep.ReadScreen();
        }

        var reading = AwtrixReadings.Of(memory, brightness);
        var lit = reading.PoweredOn is not { } on || memory.Screen is not { } screen ? null
            : on && reading.BrightnessPercent != 0 ? screen
            : PixelFrame.Dark(screen.Size, screen.Layout);
        yield return new AwtrixStep.End(new DialogueStep.Done(
            PanelOutcome.Accepted, reading with { Pixels = lit }, lit is null ? CardWords.NoStats : null));
    }
}

/// <summary>What a clock said, for people and as facts.</summary>
internal static class AwtrixReadings
{
    // Whose it is cannot be told: while a clock is blanked it is ours.
    private const string Notification = "Notification";

    /// <summary>The reading.</summary>
    public static PanelReading Of(AwtrixMemory memory, BrightnessScale brightness) => new(memory.Stats ?? Told(memory))
    {
        Face = memory.Screen is { } screen ? new PanelFace(screen.Size, ColourAbility.Full) : null,
        PlaysOurs = AwtrixMemory.Find(memory.Stats, "app") is { Length: > 0 } app and not Notification ? app.StartsWith(AwtrixPages.Ours, StringComparison.Ordinal) : null,
        Plays = AwtrixMemory.Find(memory.Stats, "app") is { } shown ? AwtrixPages.ContentOf(shown) : null,
        PoweredOn = AwtrixMemory.Find(memory.Stats, "matrix") is { } lit ? AwtrixUpkeep.IsTrue(lit) : null,
        BrightnessPercent = int.TryParse(AwtrixMemory.Find(memory.Stats, "bri"), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level <= brightness.Max
            ? brightness.Percent(level)
            : null,
    };

    private static KeyValuePair<string, string>[] Told(AwtrixMemory memory) =>
        memory.Screen is { } screen ? [new("screen", $"{screen.Size} #{screen.Digest.Hex[..8]}")] : [];
}
