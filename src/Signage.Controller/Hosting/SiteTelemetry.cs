using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Signage.Controller.Health;
using Signage.Core.Text;

namespace Signage.Controller.Hosting;

/// <summary>
/// Sends what the site counts and traces to a collector, over OTLP with HTTP. Only when somebody names one: a site asks nobody else's machine for anything.
/// </summary>
internal static class SiteTelemetry
{
    /// <summary>Adds it when a collector is named.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="collector">Such as <c>http://127.0.0.1:4318</c>; null for none.</param>
    /// <exception cref="SiteStartException">The address is none.</exception>
    public static void Add(IServiceCollection services, string? collector)
    {
        if (collector is null)
        {
            return;
        }

        if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new SiteStartException(Words.NoCollectorAddress.With(collector));
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("signage"))
            .WithMetrics(metrics => metrics.AddMeter(SiteMeter.Name).AddOtlpExporter(export => Point(export, address, "v1/metrics")))
            .WithTracing(traces => traces.AddSource(SiteMeter.Name).AddOtlpExporter(export => Point(export, address, "v1/traces")));
    }

    private static void Point(OtlpExporterOptions export, Uri address, string path)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), path);
    }
}
