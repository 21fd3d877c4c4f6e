using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>What the answers of a player say, value by value. The network is never among them.</summary>
internal static class PlayerReadings
{
    /// <summary>The file of the programme that is played; empty when none is.</summary>
    public const string Playing = "playing";

    /// <summary>1 awake, 0 asleep.</summary>
    public const string Power = "powerstatus";

    /// <summary>1 lit, 0 dark.</summary>
    public const string Screen = "screenstatus";

    private const int Brightest = 255;

    /// <summary>The reading of a player.</summary>
    public static PanelReading Of(
        PlayerInfo player, PlayerDimension? dimension, bool? power, bool? screen, PlayerBrightness? brightness, PlayerTime? clock, PanelFace face)
    {
        (string Name, object? Value)[] values =
        [
            ("model", player.Model), ("version", player.Version), ("serial", player.Serial), (Playing, player.Playing), ("source", player.Source),
            ("upMilliseconds", player.UpMilliseconds), ("memoryFree", player.MemoryFree), ("storageFree", player.StorageFree),
            ("width", dimension?.Width), ("height", dimension?.Height), (Power, Digit(power)), (Screen, Digit(screen)),
            ("brightness", brightness?.Level), ("colourTemperature", brightness?.ColourTemperature),
            ("clock", clock?.Wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), ("timezone", clock?.Zone),
        ];
        return new PanelReading([.. values
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Name, Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!))])
        {
            // A player knows pixels, not the colours of its LEDs.
            Face = dimension is null ? null : new PanelFace(new PixelSize(dimension.Width, dimension.Height), face.Colour),
            Plays = player.Playing,
            PlaysOurs = player.Playing is { } playing ? PlayerNames.IsOurs(playing) : null,
            PoweredOn = power is null && screen is null ? null : power != false && screen != false,
            BrightnessPercent = Percent(brightness),
            Clock = clock?.Wall,
        };
    }

    /// <summary>What is known beside a picture: its size, and whether anything is lit.</summary>
    public static PanelReading Of((int Width, int Height) size, bool? power, bool? screen, PlayerBrightness? brightness)
    {
        (string Name, int? Value)[] values =
            [("width", size.Width), ("height", size.Height), (Power, Digit(power)), (Screen, Digit(screen)), ("brightness", brightness?.Level)];
        return new PanelReading([.. values
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value!.Value.ToString(CultureInfo.InvariantCulture)))])
        {
            // A model without the switch for the screen does not say; one that does not say whether it is awake says nothing.
            PoweredOn = power is { } awake ? awake && screen != false : null,
            BrightnessPercent = Percent(brightness),
        };
    }

    // The dimmest light is not none.
    private static int? Percent(PlayerBrightness? brightness) => brightness switch
    {
        null => null,
        { Level: 0 } => 0,
        { Level: var level } => Math.Max(1, (int)Math.Round(level * 100.0 / Brightest, MidpointRounding.AwayFromZero)),
    };

    private static int? Digit(bool? on) => on is null ? null : on.Value ? 1 : 0;
}
