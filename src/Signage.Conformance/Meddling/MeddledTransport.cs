using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Conformance.Meddling;

/// <summary>Opens the real links and puts a meddler into each.</summary>
/// <param name="transport">Opens them.</param>
/// <param name="meddler">Meddles.</param>
internal sealed class MeddledTransport(IPanelTransport transport, Meddler meddler) : IPanelTransport
{
    /// <inheritdoc />
    public string Scheme => transport.Scheme;

    /// <inheritdoc />
    public LinkShape Shape => transport.Shape;

    /// <inheritdoc />
    public IEnumerable<string> Validate(Uri endpoint) => transport.Validate(endpoint);

    /// <inheritdoc />
    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        if (meddler.Mischief.RefusesToOpen)
        {
            throw new LinkException(Words.RefusedOnPurpose);
        }

        return await transport.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false) switch
        {
            IByteLink bytes => new MeddledByteLink(bytes, meddler),
            IMessageLink messages => new MeddledMessageLink(messages, meddler),
            var other => other,
        };
    }
}
