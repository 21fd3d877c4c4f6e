using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Signage.Transports.Http;
using Signage.Transports.Links;
using Signage.Transports.Mqtt;
using Signage.Transports.Pumping;
using Signage.Transports.Serial;
using Signage.Transports.Tcp;
using Signage.Transports.Udp;

namespace Signage.Transports;

/// <summary>Registration of everything that carries bytes to cards.</summary>
public static class PanelTransportServices
{
    /// <summary>Adds the transports <c>serial</c>, <c>tcp</c>, <c>mqtt</c> (streams and topics), <c>udp</c> and <c>http</c>, their catalog and the pump. The program chooses the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddPanelTransports(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, SerialTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, TcpTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, MqttTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, MqttTopicsTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, UdpTransport>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPanelTransport, HttpTransport>());
        services.TryAddSingleton<PanelTransports>();
        services.TryAddSingleton<DialoguePump>();
        return services;
    }
}
