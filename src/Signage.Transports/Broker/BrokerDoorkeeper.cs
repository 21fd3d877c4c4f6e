using System.Security.Cryptography;
using System.Text;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Signage.Transports.Broker;

/// <summary>Lets in who knows name and password; compares in constant time.</summary>
internal sealed class BrokerDoorkeeper(BrokerOptions options)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(options.UserName);
    private readonly byte[] _password = Encoding.UTF8.GetBytes(options.Password);

    public Task ValidateAsync(ValidatingConnectionEventArgs knock)
    {
        var name = CryptographicOperations.FixedTimeEquals(_name, Encoding.UTF8.GetBytes(knock.UserName ?? ""));
        var password = CryptographicOperations.FixedTimeEquals(_password, knock.RawPassword ?? []);
        knock.ReasonCode = name & password ? MqttConnectReasonCode.Success : MqttConnectReasonCode.BadUserNameOrPassword;
        return Task.CompletedTask;
    }
}
