using Signage.Protocols.Dialogues;

namespace Signage.Transports.Links;

/// <summary>Opens links of one URI scheme and one shape.</summary>
public interface IPanelTransport
{
    /// <summary>The scheme, such as <c>tcp</c>.</summary>
    string Scheme { get; }

    /// <summary>How its links carry a conversation.</summary>
    LinkShape Shape => LinkShapes.Usual(Scheme);

    /// <summary>Everything wrong with an endpoint, before any attempt to open it; empty when it can be tried.</summary>
    IEnumerable<string> Validate(Uri endpoint);

    /// <summary>Opens a fresh link. Returns once it can carry a dialogue.</summary>
    /// <exception cref="LinkException">It cannot be opened; the message is one clear line for a person.</exception>
    ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken);
}
