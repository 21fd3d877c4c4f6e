using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>
/// What a script asks of a player that is awake, obeys at once and holds no older programme of ours: the packets of a command without a player to
/// talk to. It believes whatever it was told last.
/// </summary>
internal static class PlayerRehearsal
{
    /// <summary>The requests of a script, in order.</summary>
    public static IReadOnlyList<WireMessage.Request> Requests(Func<PlayerTalk, IEnumerable<PlayerAsk>> script)
    {
        var talk = new PlayerTalk();
        var heard = new List<WireMessage.Request>();
        foreach (var ask in script(talk))
        {
            heard.Add(ask.Request);
            ask.Reply = new WireAnswer.Reply(PlayerTalk.Success, "application/json", Encoding.UTF8.GetBytes(Answer(ask.Request.Path, heard)));
            if (talk.IsOver)
            {
                break;
            }
        }

        return heard;
    }

    private static string Answer(string path, IReadOnlyList<WireMessage.Request> heard) => path switch
    {
        PlayerPaths.Info => $$"""{"info":{"model":"","playing":{"name":"{{Uploaded(heard)}}"} } }""",
        PlayerPaths.PowerState => heard.Any(request => request.Path == PlayerPaths.Action && Says(request, "sleep")) ? """{"powerstatus":0}""" : """{"powerstatus":1}""",
        PlayerPaths.ScreenState => heard.Any(request => request.Path == PlayerPaths.Screen && Says(request, ":0")) ? """{"screenstatus":0}""" : """{"screenstatus":1}""",
        _ => "{}",
    };

    private static string Uploaded(IEnumerable<WireMessage.Request> heard) => heard.Select(request => request.Path).FirstOrDefault(Uploads)?.Split('/')[^1] ?? "";

    private static bool Uploads(string path) => path.StartsWith(PlayerPaths.UploadOf(""), StringComparison.Ordinal);

    private static bool Says(WireMessage.Request request, string word) => Encoding.UTF8.GetString(request.Body.Span).Contains(word, StringComparison.Ordinal);
}
