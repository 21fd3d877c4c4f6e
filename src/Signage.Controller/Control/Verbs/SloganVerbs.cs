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
    public IReadOnlyList<string> Members => ["slogans", "approve"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var slogans = (request["slogans"] as JsonArray ?? throw new FormatException(Words.MemberMissing.With("slogans")))
            .Select(entry => (entry?.Deserialize(EntryJson.Default.SloganEntry) ?? throw new FormatException(Words.MemberMissing.With("slogans"))).ToSlogan())
            .ToArray();
        var approves = request.Flag("approve");
        var answer = await desk.TakeAsync(slogans, approves ? Words.MachineOwner.With(caller.User) : null, cancellationToken).ConfigureAwait(false);
        return answer is StoreAnswer.Refused refused
            ? ControlAnswers.Refuse(refused.Reason)
            : new JsonObject
            {
                ["ok"] = true,
                ["slogans"] = ControlAnswers.List(slogans.Select(slogan => slogan.Id)),
                ["approved"] = approves,
                ["misfits"] = ControlAnswers.List(slogans.SelectMany(slogan => desk.Misfits(slogan)).Distinct()),
            };
    }
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
            ["slogans"] = new JsonArray([.. picture.Plan.Programmes.SelectMany(programme => programme.Items.Select(item => (JsonNode)new JsonObject
            {
                ["programme"] = programme.Id,
                ["text"] = item.Text,
                ["approvedBy"] = ControlAnswers.List(
                    [.. _trusted.Contains(item.Digest) ? [pack.Id] : (string[])[], .. picture.Approvals[item.Digest].Select(approval => approval.ApprovedBy).Distinct()]),
            }))]),
        });
    }
}
