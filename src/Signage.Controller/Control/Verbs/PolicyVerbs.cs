using System.Text.Json.Nodes;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Policies;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>policy.add</c>: one more policy of the site, made by the machine's owner. It binds at once.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="time">Site time.</param>
internal sealed class PolicyAddVerb(SiteBook book, TimeProvider time) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "policy.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["policy"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var policy = request.Entry("policy", PolicyJson.Default.PolicyEntry).ToPolicy(Words.MachineOwner.With(caller.User), time.GetUtcNow());
        if (policy.Time.Daily.AsksTheSun && book.Now.Plan.Sun is null)
        {
            return ControlAnswers.Refuse(Words.PolicyNeedsPlace.With(policy.Id));
        }

        var stored = await book.As(caller.Actor).AddPolicyAsync(policy, cancellationToken).ConfigureAwait(false);
        var answer = ControlAnswers.Of(stored);
        if (stored is StoreAnswer.Stored)
        {
            answer["notes"] = ControlAnswers.List(Notes(policy));
        }

        return answer;
    }

    // A policy that binds nothing lulls whoever made it.
    private IEnumerable<string> Notes(Policy policy)
    {
        var plan = book.Now.Plan;
        return
        [
            .. policy.Tags.All.Where(tag => !plan.PanelTags.Values.Any(tags => tags.All.Contains(tag))).Select(tag => Words.PolicyTagsNoPanel.With(policy.Id, tag)),
            .. policy.Time.Days.Names.Where(name => !plan.Calendar.Knows(name)).Distinct().Select(name => Words.PolicyNamesNoDay.With(policy.Id, name)),
        ];
    }
}

/// <summary><c>policy.list</c>: the policies by id, with who made them, and which panels' cards keep them dark by their own timers too.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="board">What is known of the cards.</param>
internal sealed class PolicyListVerb(SiteBook book, PanelBoard board) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "policy.list";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["ok"] = true,
        ["policies"] = new JsonArray([.. book.Now.Policies.Policies.Select(policy => (JsonNode)Row(policy, book.Now.Plan.Zone))]),
        ["timers"] = new JsonObject([.. book.Now.Panels.Select(panel => KeyValuePair.Create(panel.Id.Value, (JsonNode?)board.Find(panel.Id)?.Timer?.ToString()))]),
    });

    private static JsonObject Row(Policy policy, TimeZoneInfo zone)
    {
        var road = (policy.Rule as PolicyRule.Road)?.Limit;
        return new JsonObject
        {
            ["id"] = policy.Id,
            ["owner"] = policy.Owner.ToString().ToLowerInvariant(),
            ["kind"] = policy.Rule.Kind.ToString().ToLowerInvariant(),
            ["told"] = PolicyWords.Rule(policy.Rule),
            ["strict"] = (policy.Rule as PolicyRule.Quiet)?.IsStrict ?? (policy.Rule as PolicyRule.Memorial)?.IsStrict,
            ["percent"] = (policy.Rule as PolicyRule.Brightness)?.Percent,
            ["stay"] = (int?)road?.LeastStay.TotalSeconds,
            ["step"] = (int?)road?.LeastStep.TotalMilliseconds,
            ["still"] = road is null ? null : !road.MayMove,
            ["times"] = policy.Time.Daily.ToString(),
            ["days"] = policy.Time.Days is DayRule.Always ? null : policy.Time.Days.ToString(),
            ["panels"] = ControlAnswers.List(policy.Panels.Select(panel => panel.Value)),
            ["tags"] = ControlAnswers.List(policy.Tags.All),
            ["addedBy"] = policy.AddedBy,
            ["addedAt"] = policy.AddedAt is { } at ? ControlAnswers.Local(at, zone) : null,
        };
    }
}

/// <summary><c>policy.remove</c>: takes a policy of the site away; what it kept dark may be lit at once.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class PolicyRemoveVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "policy.remove";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["policy"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => ControlAnswers.Of(
        await book.As(caller.Actor).RemovePolicyAsync(request.Text("policy") ?? throw new FormatException(Words.MemberMissing.With("policy")), cancellationToken).ConfigureAwait(false));
}
