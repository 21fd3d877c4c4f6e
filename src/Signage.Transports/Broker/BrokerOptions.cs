using System.Security.Cryptography;

namespace Signage.Transports.Broker;

/// <summary>Who may connect to the broker of a site, and how much it carries.</summary>
public sealed record BrokerOptions
{
    /// <summary>The user name of the site itself. Its rights are the other end of all <see cref="Gateways"/>.</summary>
    public string UserName { get; init; } = "signage";

    /// <summary>The password of the site itself; without a choice a fresh one for every start. Never logged.</summary>
    public string Password { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The accounts of the panels' gateways, see <see cref="BrokerAccount.Gateway"/>.</summary>
    public IReadOnlyList<BrokerAccount> Gateways { get; init; } = [];

    /// <summary>Everybody else, with whom the site itself does not talk. Who has no account does not come in.</summary>
    public IReadOnlyList<BrokerAccount> Others { get; init; } = [];

    /// <summary>The port on 127.0.0.1, 0–65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How much it takes from whom.</summary>
    public BrokerLimits Limits { get; init; } = new();

    /// <summary>The options without any password, so that none reaches a log.</summary>
    public override string ToString() => $"{UserName}@127.0.0.1:{Port}, {Gateways.Count + Others.Count} more";
}
