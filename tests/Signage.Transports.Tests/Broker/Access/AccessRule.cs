using System.Text.RegularExpressions;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>
/// The table "Who may do what" of docs/broker.md once more. It is written from the document and in another way than the broker: rights are conditions on whole
/// topics, and a filter is judged by examples of what it names. It shares no code with what it judges.
/// </summary>
internal static class AccessRule
{
    // Stands for every word that nobody has a right to by name.
    private const string Anything = "anything";

    /// <summary>Why somebody may not speak so; null when he may.</summary>
    public static BrokerRefusal? Speaking(string role, AccessUse use, string topic) =>
        topic.Contains('#', StringComparison.Ordinal) || topic.Contains('+', StringComparison.Ordinal) ? BrokerRefusal.WrongTopic
        : !MaySay(role, topic) ? BrokerRefusal.MayNotPublish
        : use is AccessUse.Retain or AccessUse.Erase or AccessUse.RetainedWill && !MayKeep(role, topic) ? BrokerRefusal.MayNotRetain
        : null;

    /// <summary>True when somebody may listen by a filter: when he may hear all that it names.</summary>
    public static bool Listening(string role, string filter) => !filter.StartsWith('$') && Examples(filter).All(topic => MayHear(role, topic));

    /// <summary>True when a filter names a topic.</summary>
    public static bool Names(string filter, string topic)
    {
        var levels = filter.Split('/').Select(level => level switch { "+" => "[^/]*", "#" => ".*", _ => Regex.Escape(level) });
        var pattern = string.Join('/', levels);
        return Regex.IsMatch(topic, $"^{(pattern.EndsWith("/.*", StringComparison.Ordinal) ? $"{pattern[..^3]}(/.*)?" : pattern)}$", RegexOptions.CultureInvariant);
    }

    /// <summary>What a panel listens to, and the site of a panel.</summary>
    public static string Hears(string role, string panel) =>
        panel is "clock" or "tower" ? $"signage/{panel}/#" : role == "signage" ? $"signage/{panel}/up" : $"signage/{panel}/down";

    private static bool MaySay(string role, string topic) => role switch
    {
        "lamp" or "gate" => topic == $"signage/{role}/up",
        "clock" or "tower" => IsOf(role, topic),
        "signage" => topic is "signage/lamp/down" or "signage/gate/down" || IsOf("clock", topic) || IsOf("tower", topic),
        "keeper" => topic == "signage/kept",
        _ => false,
    };

    private static bool MayKeep(string role, string topic) => (role, topic) == ("keeper", "signage/kept");

    private static bool MayHear(string role, string topic) => role switch
    {
        "lamp" or "gate" => topic == $"signage/{role}/down",
        "clock" or "tower" => IsOf(role, topic),
        "signage" => topic is "signage/lamp/up" or "signage/gate/up" || IsOf("clock", topic) || IsOf("tower", topic),
        "keeper" => topic.Split('/') is ["signage", _, "up"],
        _ => false,
    };

    private static bool IsOf(string native, string topic) => topic == $"signage/{native}" || topic.StartsWith($"signage/{native}/", StringComparison.Ordinal);

    private static IEnumerable<string> Examples(string filter)
    {
        var level = Array.FindIndex(filter.Split('/'), one => one is "+" or "#");
        if (level < 0)
        {
            return [filter];
        }

        var (before, after) = (filter.Split('/')[..level], filter.Split('/')[(level + 1)..]);
        return filter.Split('/')[level] == "+"
            ? Fillings().SelectMany(Examples)
            : [.. level == 0 ? (string[])[] : [string.Join('/', before)], string.Join('/', [.. before, Anything]), string.Join('/', [.. before, Anything, Anything])];

        IEnumerable<string> Fillings() => ((string[])[.. AccessRoles.Panels, Anything, ""]).Select(word => string.Join('/', [.. before, word, .. after]));
    }
}
