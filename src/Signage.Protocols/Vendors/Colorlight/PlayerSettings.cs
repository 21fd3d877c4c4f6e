using System.Globalization;
using Signage.Core.Text;
using Signage.Protocols.Adapters;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>The fields of requests that a technician may set by name, so that a capture can be made again.</summary>
internal sealed record PlayerSettings
{
    /// <summary>What stands in the Host line; the player's address on its own USB link.</summary>
    public string Host { get; init; } = "192.168.42.129";

    /// <summary>The name of the programme; null takes the one of its content.</summary>
    public string? Name { get; init; }

    /// <summary>What parts the form; null takes one of the programme's name.</summary>
    public string? Boundary { get; init; }

    /// <summary>How a picture comes in; null takes the code of the page's effect.</summary>
    public int? EffectType { get; init; }

    /// <summary>How long its coming in takes, milliseconds; null takes what the page says.</summary>
    public int? EffectTime { get; init; }

    /// <summary>How long a picture lasts in all, milliseconds; null takes what the page says.</summary>
    public int? Duration { get; init; }

    /// <summary>How long the page of the programme lasts where its loop type is 0, milliseconds; null takes the sum of its pictures.</summary>
    public int? PageDuration { get; init; }

    /// <summary>0 or 1.</summary>
    public int LoopType { get; init; } = 1;
}

/// <summary>A field that can be set by name.</summary>
/// <param name="Name">The name that technicians use.</param>
/// <param name="OfPages">Whether only the upload of a programme has it.</param>
/// <param name="Form">What it takes, for a person.</param>
/// <param name="Set">Sets it; null when the text is out of its range.</param>
internal sealed record PlayerField(string Name, bool OfPages, Func<string> Form, Func<PlayerSettings, string, PlayerSettings?> Set);

/// <summary>The fields that can be set by name.</summary>
internal static class PlayerFields
{
    private const int LongestBoundary = 60;
    private const int LongestTime = 86_400_000;
    private const int LastEffect = 48;

    private static readonly PlayerField[] All =
    [
        new("host", false, () => CardWords.FieldHost, (s, text) => Uri.CheckHostName(text.Split(':')[0]) != UriHostNameType.Unknown ? s with { Host = text } : null),
        new("name", true, () => CardWords.FieldName, (s, text) => PlayerNames.IsSafe(text) ? s with { Name = text } : null),
        new("boundary", true, () => CardWords.FieldBoundary, (s, text) => IsBoundary(text) ? s with { Boundary = text } : null),
        new("mode", true, () => Words.FieldNumber.With(0, LastEffect), (s, text) => Number(text, LastEffect) is { } v ? s with { EffectType = v } : null),
        new("effect-time", true, () => Words.FieldNumber.With(0, LongestTime), (s, text) => Number(text, LongestTime) is { } v ? s with { EffectTime = v } : null),
        new("duration", true, () => Words.FieldNumber.With(1, LongestTime), (s, text) => Number(text, LongestTime) is { } v and > 0 ? s with { Duration = v } : null),
        new("page-duration", true, () => Words.FieldNumber.With(1, LongestTime), (s, text) => Number(text, LongestTime) is { } v and > 0 ? s with { PageDuration = v } : null),
        new("loop-type", true, () => Words.FieldNumber.With(0, 1), (s, text) => Number(text, 1) is { } v ? s with { LoopType = v } : null),
    ];

    /// <summary>Sets the fields of a command.</summary>
    /// <exception cref="FormatException">A name is unknown or not of this command, or a value is out of range.</exception>
    public static PlayerSettings Of(IReadOnlyDictionary<string, string> options, PanelCommand command)
    {
        var has = All.Where(field => !field.OfPages || command is PanelCommand.LoadPages).ToArray();
        var settings = new PlayerSettings();
        foreach (var (name, value) in options)
        {
            var field = has.FirstOrDefault(field => field.Name == name)
                ?? throw new FormatException(CardWords.NoSuchField.With(name, string.Join(", ", has.Select(field => field.Name))));
            settings = field.Set(settings, value) ?? throw new FormatException(Words.FieldOutOfRange.With(name, value, field.Form()));
        }

        return settings;
    }

    private static bool IsBoundary(string text) =>
        text.Length is > 0 and <= LongestBoundary && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;
}
