using System.Net.Http;
using Signage.Core.Text;

namespace Signage.Transports.Http;

/// <summary>Why there is no reply, in words of the bench.</summary>
internal static class HttpRefusal
{
    /// <summary>The endpoint, the reason and what to do.</summary>
    public static string Explain(string name, Exception failure) => (failure as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Words.NoSuchHost.With(name),
        HttpRequestError.ConnectionError => Words.HttpDown.With(name),
        HttpRequestError.ConfigurationLimitExceeded => Words.HttpTooMuch.With(name),
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded => Words.HttpNonsense.With(name),
        _ => failure is OperationCanceledException ? Words.TcpSilent.With(name) : Words.HttpBroke.With(name),
    };
}
