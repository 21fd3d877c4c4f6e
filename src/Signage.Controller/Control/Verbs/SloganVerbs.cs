using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary>
/// <c>slogan.add</c>: takes in slogans, all or none. With <c>"approve": true</c> the caller, who is the machine's owner, lets them onto the panels, and the
/// record says that it was he.
/// </summary>
/// <param name="desk">Takes them in.</param>
internal sealed class SloganAddVerb(SloganDesk desk) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slogan.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["slogans", "approve", "decided"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var slogans = Read(request["slogans"] as JsonArray ?? throw new FormatException(Words.MemberMissing.With("slogans")));
        var (approves, decided) = (request.Flag("approve"), request.Flag("decided"));
        var answer = await desk.TakeAsync(caller.Actor, slogans, approves ? Words.MachineOwner.With(caller.User) : null, decided, cancellationToken).ConfigureAwait(false);
        if (answer is StoreAnswer.Refused refused)
        {
            return ControlAnswers.Refuse(refused.Reason);
        }

        var findings = desk.Screened(slogans);
        return new JsonObject
        {
            ["ok"] = true,
            ["slogans"] = ControlAnswers.List(slogans.Select(slogan => slogan.Id).Distinct()),
            ["approved"] = approves,
            ["findings"] = ControlAnswers.List(findings.Select(line => line.Text)),
            ["misfits"] = ControlAnswers.List(slogans.SelectMany(slogan => desk.Misfits(slogan)).Distinct()),
        };
    }

    /// <summary>The entries; each mistake is named with its place, because whoever sends a thousand has to find it.</summary>
    private static List<Slogan> Read(JsonArray entries)
    {
        var (slogans, mistakes) = (new List<Slogan>(), new List<string>());
        for (var at = 0; at < entries.Count; at++)
        {
            try
            {
                slogans.Add(entries[at]!.Deserialize(EntryJson.Default.SloganEntry)!.ToSlogan());
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException)
            {
                mistakes.Add($"slogans[{at}]: {(wrong is JsonException json ? JsonFaults.What(json) : wrong.Message)}");
            }
        }

        return mistakes.Count == 0 ? slogans : throw new FormatException(string.Join("; ", Mistakes.Bounded(mistakes)));
    }
}

/// <summary><c>slogan.tone</c>: says in which mood a programme speaks. What is lit of it stays as it is; it pauses with others of its mood.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class SloganToneVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slogan.tone";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["programme", "tone"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => ControlAnswers.Of(
        await book.As(caller.Actor).SetToneAsync(
            request.Text("programme") ?? throw new FormatException(Words.MemberMissing.With("programme")),
            ToneNames.Read(request.Text("tone") ?? throw new FormatException(Words.MemberMissing.With("tone"))),
            cancellationToken).ConfigureAwait(false));
}

/// <summary><c>slogan.list</c>: every text of the site, and who let it onto the panels.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="pack">The built-in pack, whose words need nobody.</param>
internal sealed class SloganListVerb(SiteBook book, SloganPack pack) : IControlVerb
{
    private readonly HashSet<RevisionDigest> _trusted = pack.Slogans.Select(slogan => slogan.ToRevision().Digest).ToHashSet();

    /// <inheritdoc />
    public string Name => "slogan.list";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var picture = book.Now;
        return Task.FromResult(new JsonObject
        {
            ["ok"] = true,
            ["slogans"] = new JsonArray([.. picture.Programmes.SelectMany(programme => programme.Items.Select(item => (JsonNode)new JsonObject
            {
                ["programme"] = programme.Id,
                ["text"] = item.Text,
                ["tone"] = ToneNames.Of(programme.Tone),
                ["approvedBy"] = ControlAnswers.List(
                    [.. _trusted.Contains(item.Digest) ? [pack.Id] : (string[])[], .. picture.Approvals[item.Digest].Select(approval => approval.ApprovedBy).Distinct()]),
            }))]),
        });
    }
}
