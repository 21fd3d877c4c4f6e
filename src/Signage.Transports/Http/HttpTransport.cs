using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Http;

/// <summary>Players with a small web server: <c>http://192.168.1.40</c>, with name and password where one is set: <c>http://name:word@192.168.1.40:8989</c>.</summary>
/// <param name="time">Counts deadlines.</param>
public sealed class HttpTransport(TimeProvider time) : IPanelTransport
{
    /// <inheritdoc/>
    public string Scheme => "http";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(Uri endpoint) => HostPort.Complaints(endpoint, name => Words.HttpTakesOnly.With(name), mayHaveUser: true);

    /// <inheritdoc/>
    public ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        if (Validate(endpoint).FirstOrDefault() is { } complaint)
        {
            throw new LinkException(complaint);
        }

        return ValueTask.FromResult<IPanelLink>(new HttpLink(endpoint, EndpointText.Of(endpoint), time));
    }
}
