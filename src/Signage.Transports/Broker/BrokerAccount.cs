using Signage.Core.Text;
using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Broker;

/// <summary>Somebody who may use a broker. Client ids of the account are its name and <c>name/…</c>.</summary>
/// <param name="Name">The user name: no control characters, no <c>/ + # $</c>.</param>
/// <param name="Secret">Its password, hashed.</param>
/// <param name="Rights">All that it may do; nothing else.</param>
public sealed record BrokerAccount(string Name, BrokerSecret Secret, IReadOnlyList<TopicRight> Rights)
{
    private const int LongestName = 64;
    private const int LongestClientId = 128;

    /// <summary>The user name.</summary>
    public string Name { get; } = IsName(Name)
        ? Name
        : throw new ArgumentException(Words.NotAnAccount.With(Name, LongestName), nameof(Name));

    /// <summary>Connections at once. A gateway needs one, and some room for those that died without a word; a stolen password is worth no more.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>
    /// The account of a panel's gateway: it may publish <c>base/up</c> and hear <c>base/down</c>. One topic for one panel, so that a gateway can
    /// neither hear nor speak for another one.
    /// </summary>
    public static BrokerAccount Gateway(string name, BrokerSecret secret, string baseTopic) =>
        new(name, secret, [TopicRight.Publish(baseTopic + "/up"), TopicRight.Subscribe(baseTopic + "/down")]);

    /// <summary>The account of a panel that speaks MQTT itself: every topic below its own base, and none else.</summary>
    public static BrokerAccount Native(string name, BrokerSecret secret, string baseTopic) =>
        new(name, secret, [TopicRight.Publish(baseTopic + "/#"), TopicRight.Subscribe(baseTopic + "/#")]);

    /// <summary>The other end of accounts: what they publish it may hear, what they hear it may publish.</summary>
    public static BrokerAccount Opposite(string name, BrokerSecret secret, IEnumerable<BrokerAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var rights = accounts.SelectMany(account => account.Rights).Select(right => right.Opposite).Distinct();

        // One connection for each panel, so only the broker's own limit counts.
        return new BrokerAccount(name, secret, [.. rights]) { Connections = int.MaxValue };
    }

    /// <summary>The account without its secret.</summary>
    public override string ToString() => $"{Name}: {string.Join(", ", Rights)}";

    /// <summary>True for the client ids that belong to the account.</summary>
    internal bool Owns(string? clientId) => clientId is { Length: <= LongestClientId }
        && clientId.StartsWith(Name, StringComparison.Ordinal)
        && (clientId.Length == Name.Length || (clientId[Name.Length] == '/' && clientId.Length > Name.Length + 1))
        && TopicText.IsClean(clientId);

    internal bool MayPublish(string topic) => Rights.Any(right => right.Use == TopicUse.Publish && TopicText.Matches(right.Pattern, topic));

    internal bool MayRetain(string topic) => Rights.Any(right => right is { Use: TopicUse.Publish, Retain: true } && right.Pattern == topic);

    internal bool MaySubscribe(string filter) => Rights.Any(right => right.Use == TopicUse.Subscribe && TopicText.Covers(right.Pattern, filter));

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && TopicText.IsClean(name) && name.AsSpan().IndexOfAny("/+#$") < 0;
}
