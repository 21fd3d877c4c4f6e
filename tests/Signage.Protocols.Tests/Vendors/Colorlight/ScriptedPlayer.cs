using System.Text;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Colorlight;

namespace Signage.Protocols.Tests.Vendors.Colorlight;

/// <summary>The player's side of a conversation: what it answers to which request, silence where it says nothing. Deadlines pass at once.</summary>
internal sealed class ScriptedPlayer(Func<WireMessage.Request, WireAnswer.Reply?> answer)
{
    private const int MostSteps = 200;

    public static PanelFace Face { get; } = PanelFace.Parse("4x2xrgb");

    /// <summary>What was asked, as method and path.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>What was asked, whole.</summary>
    public List<WireMessage.Request> Requests { get; } = [];

    /// <summary>How long each request would have been waited for.</summary>
    public List<TimeSpan> Patience { get; } = [];

    public static WireAnswer.Reply Yes(string body = "{}") => new(200, "application/json", Encoding.UTF8.GetBytes(body));

    public static WireAnswer.Reply No(int status) => new(status, null, ReadOnlyMemory<byte>.Empty);

    /// <summary>Carries a conversation to its end.</summary>
    public DialogueStep.Done Talk(PanelCommand command, DeviceProfile? profile = null)
    {
        var dialogue = new ColorlightAdapter().Begin(command, profile ?? TestPlayers.C4, Face);
        var step = dialogue.Start(LineHistory.Unknown);
        for (var i = 0; i < MostSteps; i++)
        {
            switch (step)
            {
                case DialogueStep.Done done:
                    return done;
                case DialogueStep.Send { Message: WireMessage.Request request } send:
                    Heard.Add($"{request.Method} {request.Path}");
                    Requests.Add(request);
                    Patience.Add(send.AnswerWithin);
                    step = answer(request) is { } reply ? dialogue.OnAnswer(reply) : dialogue.OnSilence();
                    break;
                default:
                    step = dialogue.OnSilence();
                    break;
            }
        }

        throw new InvalidOperationException($"No end: {string.Join(", ", Heard)}");
    }
}
