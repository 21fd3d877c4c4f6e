using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage status</c>: 应显, 已发 and 实显 of each panel of the running site, never mixed.</summary>
internal sealed class StatusVerb : Verb
{
    // Enough of a digest to tell two shows apart, as in the log; all of it stands in the answer for machines.
    private const int Told = 12;

    /// <summary>Makes the verb.</summary>
    public StatusVerb(VerbRooms rooms)
        : base("status", Words.VerbStatus, "signage status")
    {
        var data = SiteOptions.Data();
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Plain("status"),
            answer => Tell(rooms.Output, answer),
            cancellationToken));
    }

    private static void Tell(Output output, JsonObject answer)
    {
        if ((int?)answer["blank"] is { } number)
        {
            output.Line(Words.BlankHolds.With(number));
        }

        SiteTable.Draw(
            output,
            answer["panels"],
            (Words.LabelPanel, row => row["panel"]),
            (Words.LabelState, row => State(row["light"])),
            (Words.LabelDesired, row => Digest(row["desired"])),
            (Words.LabelSent, row => Digest(row["sent"])),
            (Words.LabelSeen, row => Seen(row)),
            (Words.LabelReached, Reached),
            (Words.LabelTrouble, Trouble));
        output.Notes(answer["notes"]);
    }

    // The word that the page shows, so that nobody has to read it out of three digests.
    private static string? State(JsonNode? light) => (string?)light switch
    {
        "waiting" => Words.StateWaiting,
        "sent" => Words.StateSent,
        "sentunverified" => Words.StateSentUnverified,
        "seen" => Words.StateSeen,
        "differs" => Words.StateDiffers,
        "lost" => Words.StateLost,
        "blanked" => Words.StateBlanked,
        "blankedunverified" => Words.StateBlankedUnverified,
        var other => other,
    };

    private static string Digest(JsonNode? digest) => (string?)digest is { } hex ? hex[..Math.Min(Told, hex.Length)] : "—";

    // What is known now, and below it how old the last sighting is.
    private static string Seen(JsonObject row) => string.Join('\n', new[] { Seen(row["seen"]), SightedWords.Of(row["sighted"]) }.OfType<string>());

    private static string Seen(JsonNode? evidence) => (string?)evidence switch
    {
        "none" or null => Words.SeenNothing,
        "acknowledged" => Words.SeenAcknowledged,
        "status" => Words.SeenStatus,
        "pixels" => Words.SeenPixels,
        "photo" => Words.SeenPhoto,
        var other => other,
    };

    private static JsonNode? Reached(JsonObject row)
    {
        var silent = (string?)row["light"] == "lost" || (row["reached"] is { } reached && !(bool)reached);
        var heard = (string?)row["heardAt"];
        return silent ? $"{Words.ReachedNo} {heard}".TrimEnd()
            : heard ?? (row["reached"] is null ? row["outcome"]?.ToString() ?? "" : Words.ReachedYes);
    }

    private static JsonNode? Trouble(JsonObject row) =>
        string.Join('\n', new[] { (string?)row["light"] == "blankedunverified" ? Words.BlankedUnverified : row["refusal"], row["ruling"], row["trouble"] ?? row["detail"] }.OfType<JsonNode>().Select(line => line.ToString()));
}
