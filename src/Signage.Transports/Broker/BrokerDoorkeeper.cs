using MQTTnet.Protocol;
using MQTTnet.Server;
using Signage.Transports.Broker.Guard;

namespace Signage.Transports.Broker;

/// <summary>Lets in whoever has an account, under a client id of that account, and no twin of somebody who came just now.</summary>
internal sealed class BrokerDoorkeeper(LoginBook book, MqttServer server, BrokerDoors doors, BrokerLimits limits, TimeProvider time)
{
    private const string Key = "account";

    /// <summary>The account of a session; null when there is none, which gives no right to anything.</summary>
    public static BrokerAccount? AccountOf(System.Collections.IDictionary session) => session[Key] as BrokerAccount;

    public async Task ValidateAsync(ValidatingConnectionEventArgs knock)
    {
        // Whatever goes wrong below lets nobody in.
        knock.ReasonCode = MqttConnectReasonCode.NotAuthorized;
        if (await JudgeAsync(knock).ConfigureAwait(false) is { } refusal)
        {
            doors.Tally.Add(refusal);
            knock.ReasonCode = ReasonOf(refusal);
            return;
        }

        knock.ReasonCode = MqttConnectReasonCode.Success;
    }

    private static MqttConnectReasonCode ReasonOf(BrokerRefusal refusal) => refusal switch
    {
        BrokerRefusal.WrongLogin => MqttConnectReasonCode.BadUserNameOrPassword,
        BrokerRefusal.WrongClientId => MqttConnectReasonCode.ClientIdentifierNotValid,

        // MQTT 3.1.1 has a word for this one, and none for "too often".
        _ => MqttConnectReasonCode.ServerBusy,
    };

    private async ValueTask<BrokerRefusal?> JudgeAsync(ValidatingConnectionEventArgs knock)
    {
        if (!string.IsNullOrEmpty(knock.AuthenticationMethod))
        {
            return BrokerRefusal.WrongLogin;
        }

        var (account, refusal) = await book.FindAsync(knock.UserName, knock.RawPassword, knock.RemoteEndPoint, knock.CancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(knock.ClientId))
        {
            // Only MQTT 5 can be told one; the library refuses the others.
            knock.AssignedClientIdentifier = $"{account.Name}/{Guid.NewGuid():N}";
        }
        else if (!account.Owns(knock.ClientId))
        {
            return BrokerRefusal.WrongClientId;
        }
        else if (await CameJustNowAsync(knock.ClientId).ConfigureAwait(false))
        {
            return BrokerRefusal.TakenJustNow;
        }

        if (doors.Guard.Find(knock.RemoteEndPoint) is not { } connection || !doors.Gate.TryClaim(account))
        {
            return BrokerRefusal.TooManyOfAccount;
        }

        connection.Account = account;
        knock.SessionItems[Key] = account;
        return null;
    }

    /// <summary>
    /// A gateway that lost its network has to get back in while its old connection still looks alive. Two gateways with one id would throw each
    /// other out without end.
    /// </summary>
    private async ValueTask<bool> CameJustNowAsync(string clientId)
    {
        foreach (var client in await server.GetClientsAsync().ConfigureAwait(false))
        {
            if (client.Id == clientId)
            {
                // A clock that was set back must not lock anybody out.
                var since = time.GetUtcNow().UtcDateTime - client.ConnectedTimestamp;
                return since >= TimeSpan.Zero && since < limits.TakeoverPause;
            }
        }

        return false;
    }
}
