using System.Globalization;
using Signage.Core.Text;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>What a profile says beside the limits that all have, with what a technician may set by name over it.</summary>
internal sealed record AwtrixOptions
{
    /// <summary>Most custom apps that the firmware has places for (<c>customAppCallbacks</c> in its src/Apps.cpp).</summary>
    public const int MostApps = 20;

    private const int MostSeconds = 86_400;
    private const string MaxPages = "maxPages";

    private static readonly string[] Names = ["prefix", "host", "app", "duration", "lifetime"];

    /// <summary>Most pages of a loop, 1 to 20.</summary>
    public int Pages { get; private init; } = MostApps;

    /// <summary>The base topic in encoded packets; from the factory it ends in three bytes of the clock's address.</summary>
    public string Prefix { get; private init; } = "awtrix";

    /// <summary>The host in encoded requests.</summary>
    public string Host { get; private init; } = "awtrix";

    /// <summary>The name of the app; of several, a number follows. Null names them after what they show.</summary>
    public string? App { get; private init; }

    /// <summary>Seconds of each app; null as the page says.</summary>
    public int? Duration { get; private init; }

    /// <summary>Seconds without news; null as it follows from the profile, 0 for none.</summary>
    public int? Lifetime { get; private init; }

    /// <summary>Reads the settings of a profile.</summary>
    /// <exception cref="FormatException">One of them is wrong; see <see cref="Complaints"/>.</exception>
    public static AwtrixOptions Of(DeviceProfile profile) =>
        Complaints(profile).FirstOrDefault() is { } complaint
            ? throw new FormatException(complaint)
            : new AwtrixOptions { Pages = profile.Settings.TryGetValue(MaxPages, out var most) ? Number(most, 1, MostApps)!.Value : MostApps };

    /// <summary>Everything wrong with the settings of a profile.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile)
    {
        foreach (var (name, value) in profile.Settings)
        {
            if (name != MaxPages)
            {
                yield return CardWords.NoSetting.With(name, MaxPages);
            }
            else if (Number(value, 1, MostApps) is null)
            {
                yield return Words.FieldOutOfRange.With($"settings.{name}", value, Words.FieldNumber.With(1, MostApps));
            }
        }
    }

    /// <summary>The same with options set by name.</summary>
    /// <exception cref="FormatException">An option is unknown or out of range; the message names the ones that exist.</exception>
    public AwtrixOptions With(IReadOnlyDictionary<string, string> options) => options.Aggregate(this, (so, option) => so.With(option.Key, option.Value));

    private AwtrixOptions With(string name, string value) => name switch
    {
        "prefix" => this with { Prefix = Name(name, value, '/') },
        "host" => this with { Host = Name(name, value, ':') },
        "app" => this with { App = Name(name, value, '-') },
        "duration" => this with { Duration = Seconds(name, value, 1) },
        "lifetime" => this with { Lifetime = Seconds(name, value, 0) },
        _ => throw new FormatException(CardWords.NoOption.With(name, string.Join(", ", Names))),
    };

    private static int Seconds(string name, string value, int least) =>
        Number(value, least, MostSeconds) ?? throw new FormatException(Words.FieldOutOfRange.With(name, value, Words.FieldNumber.With(least, MostSeconds)));

    private static string Name(string name, string value, char also) =>
        value.Length is > 0 and <= 64 && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' || letter == also)
            ? value
            : throw new FormatException(Words.FieldOutOfRange.With(name, value, CardWords.PlainName));

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
