using System.Globalization;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Awtrix.Plans;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>Pages of a show as apps of a loop: docs/protocols/awtrix.md, section 3.</summary>
internal static class AwtrixPages
{
    /// <summary>How the names of our apps begin.</summary>
    public const string Ours = "signage-";

    /// <summary>The name of the app that lights nothing.</summary>
    public const string DarkName = Ours + "dark";

    // A prefix that is not longer than this, and what MQTT puts in front, fit in beside a page.
    private const int Envelope = 128;
    private const int DigestDigits = 8;
    private const int MostLifetime = 86_400;

    /// <summary>The longest message with a page, in bytes, its topic or path with it.</summary>
    public static int LongestMessage => Envelope + 128 + (AwtrixReports.Width * AwtrixReports.Height * AwtrixBitmap.LongestColour);

    /// <summary>The apps of a show.</summary>
    /// <exception cref="NotSupportedException">The clock cannot show it so; the message says what.</exception>
    public static IReadOnlyList<AwtrixNamed> Of(Show show, DeviceProfile profile, AwtrixOptions options)
    {
        if (show.Loop.Count > options.Pages)
        {
            throw new NotSupportedException(CardWords.TooManyPages.With(show.Loop.Count, profile.Id, options.Pages));
        }

        var lifetime = options.Lifetime ?? Lifetime(show.Loop, profile.Timing);
        return [.. show.Loop.Select((page, place) => new AwtrixNamed(Name(show, place, options), App(page, profile, options, lifetime)))];
    }

    /// <summary>The one app that lights nothing, and stays.</summary>
    public static AwtrixNamed Dark(AwtrixOptions options, int longestStay) =>
        new(options.App ?? DarkName, new AwtrixApp { Background = "#000000", Duration = options.Duration ?? longestStay, NoScroll = true });

    /// <summary>
    /// Named after what is shown: when the clock names such an app in its loop, it holds these very pages. Short, because it lists its loop in 1,024
    /// bytes of memory.
    /// </summary>
    private static string Name(Show show, int place, AwtrixOptions options) => options.App is { } chosen
        ? show.Loop.Count == 1 ? chosen : chosen + place.ToString(CultureInfo.InvariantCulture)
        : $"{Ours}{show.Digest.Hex[..DigestDigits]}-{place.ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>
    /// What the name of an app says of its content: that of all pages of one show. Null for an app that is not ours. A name that a technician chose says nothing and stands for itself.
    /// </summary>
    public static string? ContentOf(string app) => !app.StartsWith(Ours, StringComparison.Ordinal) ? null
        : app.LastIndexOf('-') is var dash && dash >= Ours.Length && app[(dash + 1)..].All(char.IsAsciiDigit) ? app[..dash]
        : app;

    private static AwtrixApp App(Page page, DeviceProfile profile, AwtrixOptions options, int lifetime)
    {
        if (page.Effect != Effect.Static)
        {
            throw new NotSupportedException(Words.NoEffect.With(profile.Id, page.Effect));
        }

        if (page.Repeat != 1)
        {
            throw new NotSupportedException(CardWords.NoRepeat.With(profile.Id, page.Repeat));
        }

        var app = new AwtrixApp
        {
            Bitmap = AwtrixBitmap.Of(page.Picture),
            Duration = options.Duration ?? Stay(page, profile),
            Lifetime = lifetime == 0 ? null : lifetime,
            NoScroll = true,
        };
        var length = app.Write().Length + Envelope;
        return length <= profile.Packets.MaxBytes
            ? app
            : throw new NotSupportedException(Words.ShowTooLarge.With(length, profile.Id, profile.Packets.MaxBytes));
    }

    private static int Stay(Page page, DeviceProfile profile)
    {
        var seconds = page.Stay.Ticks / TimeSpan.TicksPerSecond;
        return seconds >= 1 && seconds <= profile.Stay.MaxUnits && seconds * TimeSpan.TicksPerSecond == page.Stay.Ticks
            ? (int)seconds
            : throw new NotSupportedException(Words.NoStay.With(profile.Id, page.Stay.TotalSeconds, profile.Stay.UnitMilliseconds, profile.Stay.MaxUnits));
    }

    /// <summary>Three times as long as the site lets pass before it says the same again (two loops at least, and whole ones), so that two lost rounds do no harm.</summary>
    private static int Lifetime(IReadOnlyList<Page> loop, ProfileTiming timing)
    {
        const int rounds = 3;
        if (timing.RefreshSeconds is not { } refresh)
        {
            return 0;
        }

        var length = Math.Max(1, loop.Sum(page => page.Stay.TotalSeconds));
        return (int)Math.Min(MostLifetime, rounds * length * Math.Max(2, Math.Ceiling(refresh / length)));
    }
}
