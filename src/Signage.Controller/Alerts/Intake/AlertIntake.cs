using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Alerts;
using Signage.Core.Text;
using Signage.Transports.Mqtt.Hearing;

namespace Signage.Controller.Alerts.Intake;

/// <summary>How warnings come to a site by themselves, and which of them are lit without a person.</summary>
/// <param name="Feeds">Where they are asked for, over and over.</param>
/// <param name="Every">How often.</param>
/// <param name="Approval">Which are lit at once; null when a person looks at each.</param>
public sealed record AlertIntake(IReadOnlyList<Uri> Feeds, TimeSpan Every, AutoApproval? Approval)
{
    /// <summary>The scheme of a feed that is a topic of a broker.</summary>
    public const string Topics = "mqtt";

    private const int UsualSeconds = 30, LeastSeconds = 10, MostSeconds = 3600;
    private const int MostFeeds = 8;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SiteStartException">Something in them is wrong; every mistake is a line that names its setting.</exception>
    public static AlertIntake Read(AlertSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var mistakes = new List<string>();
        Uri[] feeds = [.. Split(settings.Feeds).Select(text => Feed(text, mistakes)).OfType<Uri>().Distinct()];
        if (feeds.Length > MostFeeds)
        {
            mistakes.Add(Words.FeedsTooMany.With(feeds.Length, MostFeeds));
        }

        var seconds = UsualSeconds;
        if (!string.IsNullOrWhiteSpace(settings.EverySeconds)
            && (!int.TryParse(settings.EverySeconds, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds is < LeastSeconds or > MostSeconds))
        {
            mistakes.Add(Words.FeedPaceWrong.With(settings.EverySeconds, LeastSeconds, MostSeconds));
        }

        var approval = Auto(settings, mistakes);
        return mistakes.Count > 0 ? throw new SiteStartException([.. mistakes]) : new AlertIntake(feeds, TimeSpan.FromSeconds(seconds), approval);
    }

    private static AutoApproval? Auto(AlertSettings settings, List<string> mistakes)
    {
        string[] senders = [.. Split(settings.AutoSenders)];
        var (severity, urgency, certainty) = (
            Least(settings.AutoSeverity, AlertSeverity.Severe, AlertSeverity.Unknown, "Signage:Alerts:Auto:Severity", mistakes),
            Least(settings.AutoUrgency, AlertUrgency.Expected, AlertUrgency.Unknown, "Signage:Alerts:Auto:Urgency", mistakes),
            Least(settings.AutoCertainty, AlertCertainty.Likely, AlertCertainty.Unknown, "Signage:Alerts:Auto:Certainty", mistakes));
        if (senders.Length > 0)
        {
            return new AutoApproval(senders, severity, urgency, certainty);
        }

        // Who lets something be lit without a person says whose it must be.
        if (!string.IsNullOrWhiteSpace($"{settings.AutoSeverity}{settings.AutoUrgency}{settings.AutoCertainty}"))
        {
            mistakes.Add(Words.AutoWithoutSenders);
        }

        return null;
    }

    private static Uri? Feed(string text, List<string> mistakes)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { UserInfo: "", Host.Length: > 0 })
        {
            return address;
        }

        var wrong = address is { Scheme: Topics } ? MqttEar.Complaint(address) : Words.FeedWrong.With(EndpointText.Of(text));
        if (wrong is null)
        {
            return address;
        }

        mistakes.Add($"Signage:Alerts:Feeds: {wrong}");
        return null;
    }

    private static T Least<T>(string? text, T usual, T unknown, string setting, List<string> mistakes)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return usual;
        }

        // By its name alone: a number would be read as one of them too. What nobody knows is no measure.
        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) && Enum.Parse<T>(text) is var value && !value.Equals(unknown))
        {
            return value;
        }

        mistakes.Add(Words.AutoLeastWrong.With(setting, text, string.Join(", ", Enum.GetNames<T>().Where(name => name != unknown.ToString()))));
        return usual;
    }

    private static string[] Split(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
