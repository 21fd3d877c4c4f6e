using Signage.Transports.Broker;
using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>
/// One account of each kind that there is, and a second panel of each: what one may not have of another is seen only where there is another. The name of an
/// account is its password.
/// </summary>
internal static class AccessRoles
{
    /// <summary>Two gateways, and two that speak MQTT themselves.</summary>
    public static IReadOnlyList<string> Panels { get; } = ["lamp", "gate", "clock", "tower"];

    /// <summary>The panels, the site, somebody with rights of his own, and somebody with none.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Panels, "signage", "keeper", "idle"];

    /// <summary>A broker with all of them, and the two of the tests. That they come and speak often is no offence here.</summary>
    public static BrokerOptions Options => BrokerSite.Options with
    {
        Password = "signage",
        Gateways = [Gateway("lamp"), Gateway("gate"), Native("clock"), Native("tower")],
        Others =
        [
            Other("keeper", TopicRight.Publish("signage/kept", retain: true), TopicRight.Subscribe("signage/+/up")),
            Other("idle"), Other(Ear.Name, Ear.Rights), Other(Voice.Name, Voice.Rights),
        ],
        Limits = BrokerSite.Options.Limits with { PacketsPerSecond = 1_000_000, PacketBurst = 1_000_000 },
    };

    private static BrokerAccount Gateway(string name) => BrokerAccount.Gateway(name, Secret(name), $"signage/{name}") with { Connections = 64 };

    private static BrokerAccount Native(string name) => BrokerAccount.Native(name, Secret(name), $"signage/{name}") with { Connections = 64 };

    private static BrokerAccount Other(string name, params TopicRight[] rights) => new(name, Secret(name), rights) { Connections = 64 };

    private static BrokerSecret Secret(string name) => BrokerSecret.Of(name, 1000);
}
