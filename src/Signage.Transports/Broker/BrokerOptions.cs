using System.Security.Cryptography;

namespace Signage.Transports.Broker;

/// <summary>Who may connect to the broker of a site, and how much it carries.</summary>
public sealed record BrokerOptions
{
    /// <summary>The one user name.</summary>
    public string UserName { get; init; } = "signage";

    /// <summary>Its password; without a choice a fresh one for every start. Never logged.</summary>
    public string Password { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The port on 127.0.0.1, 0–65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many connections it takes at once; more are closed at the door.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>The options without the password, so that it reaches no log.</summary>
    public override string ToString() => $"{UserName}@127.0.0.1:{Port}";
}
