using Signage.Transports.Broker;

namespace Broker.Child;

/// <summary>Who may come to a broker of the tests: the site itself, a gateway that behaves, "lamp", and one for tests that do not, "gate".</summary>
public static class ChildAccounts
{
    /// <summary>The accounts; everybody's password is their name, the site's "site". Coming often is no offence.</summary>
    public static BrokerOptions Options => new()
    {
        Password = "site",
        Gateways =
        [
            BrokerAccount.Gateway("lamp", BrokerSecret.Of("lamp", 1000), "signage/lamp"),
            BrokerAccount.Gateway("gate", BrokerSecret.Of("gate", 1000), "signage/gate") with { Connections = 256 },
        ],
        Limits = new BrokerLimits { AcceptsPerSecond = 100_000, AttemptsPerSecond = 100_000, AttemptBurst = 100_000, FailureBurst = 100_000 },
    };
}
