using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Wled.Wire;

namespace Signage.Protocols.Vendors.Wled;

/// <summary>What a command asks over HTTP, and how its reply is read.</summary>
/// <param name="Request">The request.</param>
/// <param name="Read">Makes an end of a good reply; null when it makes no sense.</param>
internal sealed record WledQuestion(WireMessage.Request Request, Func<ReadOnlyMemory<byte>, DialogueStep.Done?> Read)
{
    /// <summary>The question of a command that has no pixels.</summary>
    /// <exception cref="NotSupportedException">The controller has no word for it; the message says why.</exception>
    public static WledQuestion Of(PanelCommand command, DeviceProfile profile) => command switch
    {
        // Its info alone calls a stream live that an override hides; only with the state beside it is known whether the stream is shown.
        PanelCommand.Ping or PanelCommand.ReadStatus => new WledQuestion(WledRequests.StateAndInfo, body => Tells(WledReply.StateAndInfo(body, profile.Brightness))),
        PanelCommand.SetPower(var on) => new WledQuestion(WledRequests.Power(on), Obeys),
        PanelCommand.ShowStreamed => new WledQuestion(WledRequests.ShowStreamed, Obeys),
        PanelCommand.SetBrightness told => new WledQuestion(WledRequests.Brightness(profile.Brightness.Level(told.Percent, told.AtMost)), Obeys),
        PanelCommand.LoadPages or PanelCommand.StoreShow => throw new NotSupportedException(Words.Streamed.With(profile.Id)),
        PanelCommand.ReadPixels => throw new NotSupportedException(CardWords.NoPixels.With(profile.Id)),
        PanelCommand.SetClock => throw new NotSupportedException(CardWords.NoClock.With(profile.Id)),
        _ => throw new NotSupportedException(Words.NoSuchCommand.With(profile.Protocol, command.GetType().Name)),
    };

    private static DialogueStep.Done? Tells(PanelReading? reading) => reading is null ? null : new DialogueStep.Done(PanelOutcome.Accepted, reading);

    private static DialogueStep.Done? Obeys(ReadOnlyMemory<byte> body) => WledReply.IsSuccess(body) ? new DialogueStep.Done(PanelOutcome.Accepted) : null;
}
