using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Pumping;

namespace Signage.Cli.Panels;

/// <summary>A technician's bench: one conversation with one card, outside any site.</summary>
/// <param name="rooms">What it works with.</param>
/// <param name="output">Where it says what it does.</param>
/// <param name="machines">True when only JSON may be said.</param>
internal sealed class Bench(Rooms rooms, Output output, bool machines)
{
    private const int BitsPerByte = 10;

    /// <summary>Sends a show and waits for what the card says.</summary>
    /// <exception cref="UserError">The card did not take it; one line says what happened.</exception>
    public async Task<ShowAnswer> SendAsync(
        PanelCommand.LoadPages command, DeviceProfile profile, PanelFace face, Uri endpoint, CancellationToken cancellationToken)
    {
        var adapter = profile.Adapter(rooms.Wire.Adapters);
        var transport = Transport(endpoint, profile);
        var bytes = adapter.Encode(command, profile, face, new Dictionary<string, string>()).Sum(packet => packet.Length);
        var predicted = Endpoints.BaudOf(endpoint) is { } baud ? TimeSpan.FromSeconds((double)bytes * BitsPerByte / baud) : (TimeSpan?)null;
        using var held = rooms.Wire.Hold(endpoint);
        Say(predicted is { } time
            ? Words.SendingTakes.With(time.TotalSeconds, bytes)
            : Words.SendingBytes.With(bytes));

        var started = rooms.Time.GetTimestamp();
        var done = await AskAsync(adapter.Begin(command, profile, face), endpoint, transport, cancellationToken).ConfigureAwait(false);
        var elapsed = rooms.Time.GetElapsedTime(started);
        if (done.Outcome is not (PanelOutcome.Accepted or PanelOutcome.SentUnverified))
        {
            throw new UserError($"{Told(done.Outcome)} {Where(endpoint, done.Detail)}");
        }

        Say(done.Outcome == PanelOutcome.Accepted
            ? Words.SentAcknowledged.With(elapsed.TotalSeconds)
            : Words.SentUnverified);
        var evidence = done.Outcome == PanelOutcome.Accepted ? Evidence.Acknowledged : Evidence.None;
        return new ShowAnswer(
            Word(done.Outcome), Word(evidence), command.Show.Digest.Hex, bytes, predicted?.TotalMilliseconds, elapsed.TotalMilliseconds, done.Detail);
    }

    private async Task<DialogueStep.Done> AskAsync(IPanelDialogue dialogue, Uri endpoint, IPanelTransport transport, CancellationToken cancellationToken)
    {
        var line = new PanelLine(endpoint, transport, new DialoguePump(rooms.Time));
        await using (line.ConfigureAwait(false))
        {
            return await output.WaitAsync(Words.Sending, () => line.AskAsync(dialogue, cancellationToken)).ConfigureAwait(false);
        }
    }

    private IPanelTransport Transport(Uri endpoint, DeviceProfile profile)
    {
        var transport = rooms.Wire.Transports.Find(endpoint.Scheme, profile)
            ?? throw new UserError(Words.NoSuchLink.With(endpoint.Scheme, string.Join(", ", rooms.Wire.Transports.Schemes)));
        var complaints = string.Join("; ", transport.Validate(endpoint));
        return complaints.Length == 0 ? transport : throw new UserError(Words.EndpointWrong.With(complaints));
    }

    // What the link says begins with its own name already; what the card says does not.
    private static string Where(Uri endpoint, string? detail) => detail is null ? EndpointText.Of(endpoint)
        : detail.Contains(endpoint.Scheme == "serial" ? endpoint.AbsolutePath : $"{endpoint.Host}:{endpoint.Port}", StringComparison.Ordinal) ? detail
        : $"{EndpointText.Of(endpoint)}: {detail}";

    private void Say(string text)
    {
        if (!machines)
        {
            output.Line(text);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Told(PanelOutcome outcome) => outcome switch
    {
        PanelOutcome.Rejected => Words.OutcomeRejected,
        PanelOutcome.Busy => Words.OutcomeBusy,
        PanelOutcome.NoAnswer => Words.OutcomeNoAnswer,
        PanelOutcome.Garbled => Words.OutcomeGarbled,
        PanelOutcome.Unsupported => Words.OutcomeUnsupported,
        _ => Words.OutcomeFailed,
    };
}
