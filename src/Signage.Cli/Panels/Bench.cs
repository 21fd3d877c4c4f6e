using System.Text.Json;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Pumping;
using Signage.Transports.Streaming;

namespace Signage.Cli.Panels;

/// <summary>A technician's bench: one conversation with one card, outside any site.</summary>
/// <param name="rooms">What it works with.</param>
/// <param name="output">Where it says what it does.</param>
/// <param name="machines">True when only JSON may be said.</param>
/// <param name="verb">What was run, for whoever finds the card taken.</param>
internal sealed class Bench(Rooms rooms, Output output, bool machines, string verb)
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
        using var held = rooms.Wire.Hold(endpoint, profile, verb);
        Say(predicted is { } time
            ? Words.SendingTakes.With(time.TotalSeconds, bytes)
            : Words.SendingBytes.With(bytes));

        var started = rooms.Time.GetTimestamp();
        var done = await AskAsync(adapter.Begin(command, profile, face), endpoint, transport, cancellationToken).ConfigureAwait(false);
        var elapsed = rooms.Time.GetElapsedTime(started);
        Check(done, endpoint);
        Say(done.Outcome == PanelOutcome.Accepted
            ? Words.SentAcknowledged.With(elapsed.TotalSeconds)
            : Words.SentUnverified);
        var evidence = done.Outcome == PanelOutcome.Accepted ? Evidence.Acknowledged : Evidence.None;
        return new ShowAnswer(
            Word(done.Outcome), Word(evidence), command.Show.Digest.Hex, bytes, predicted?.TotalMilliseconds, elapsed.TotalMilliseconds, done.Detail);
    }

    /// <summary>Streams a show for one whole loop, and tells how the stream went.</summary>
    /// <exception cref="UserError">The first picture, or a later one, could not be sent; one line says what happened.</exception>
    public async Task<ShowAnswer> StreamAsync(Show show, DeviceProfile profile, Uri endpoint, CancellationToken cancellationToken)
    {
        var (adapter, transport, pacing) = (profile.Adapter(rooms.Wire.Adapters), Transport(endpoint, profile), profile.Frames!);
        using var held = rooms.Wire.Hold(endpoint, profile, verb);
        var length = new LoopPlayer(show.Loop, show.Face.Size).Length;
        Say(Words.StreamingTakes.With(length.TotalSeconds, pacing.MaxPerSecond));
        var line = new PanelLine(PanelAddress.Of(endpoint).Line, transport, new DialoguePump(rooms.Time));
        await using (line.ConfigureAwait(false))
        {
            DialogueStep.Done? broke = null;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var player = new FramePlayer(line, pacing, (frame, tick) => adapter.Begin(new PanelCommand.ShowFrame(frame, tick), profile, show.Face), rooms.Time)
            {
                Broken = done =>
                {
                    broke = done;
                    stop.Cancel();
                },
            };
            var started = rooms.Time.GetTimestamp();
            Check(await line.AskAsync(player.Begin(show.Loop, show.Face.Size), cancellationToken).ConfigureAwait(false), endpoint);
            var playing = player.RunAsync(stop.Token);
            await output.WaitAsync(Words.Sending, () => Task.WhenAny(playing, Task.Delay(length, rooms.Time, cancellationToken))).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            await playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            Check(broke ?? new DialogueStep.Done(PanelOutcome.SentUnverified), endpoint);
            var report = player.Report;
            var detail = Words.StreamTold.With(report.Sent, report.Dropped, report.Late, report.Jitter.TotalMilliseconds, report.Latest.TotalMilliseconds);
            Say(detail);
            Say(Words.SentUnverified);
            return new ShowAnswer(
                Word(PanelOutcome.SentUnverified), Word(Evidence.None), show.Digest.Hex, 0, length.TotalMilliseconds,
                rooms.Time.GetElapsedTime(started).TotalMilliseconds, detail);
        }
    }

    private static void Check(DialogueStep.Done done, Uri endpoint)
    {
        if (done.Outcome is not (PanelOutcome.Accepted or PanelOutcome.SentUnverified))
        {
            throw new UserError($"{Told(done.Outcome)} {Where(endpoint, done.Detail)}");
        }
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
        var complaints = string.Join("; ", rooms.Wire.Transports.Complaints(endpoint, profile));
        return complaints.Length == 0
            ? rooms.Wire.Transports.Find(endpoint.Scheme, profile)!
            : throw new UserError(Words.EndpointWrong.With(complaints));
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
