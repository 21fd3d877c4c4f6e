using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Policies;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage policy</c>: what no slot of the running site may break.</summary>
internal sealed class PolicyVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PolicyVerb(VerbRooms rooms)
        : base("policy", Words.VerbPolicy, PolicyAddVerb.ExampleLine)
    {
        Add(new PolicyAddVerb(rooms));
        Add(new PolicyListVerb(rooms));
        Add(new PolicyRemoveVerb(rooms));
    }

    private sealed class PolicyAddVerb : Verb
    {
        public const string ExampleLine = "signage policy add night --kind quiet --times 22:00-06:00";

        public PolicyAddVerb(VerbRooms rooms)
            : base("add", Words.VerbPolicyAdd, ExampleLine)
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentPolicyId };
            var kind = new Option<PolicyKind>("--kind")
            {
                Description = Words.OptionPolicyKind,
                HelpName = "quiet|brightness|road|memorial",
                Required = true,
                CustomParser = result =>
                {
                    if (Enum.GetValues<PolicyKind>().Where(known => Word(known) == result.Tokens[0].Value).ToArray() is [var found])
                    {
                        return found;
                    }

                    result.AddError(Words.NotAPolicyKind.With(result.Tokens[0].Value));
                    return default;
                },
            };
            var times = SiteWords.Times("--times", Words.OptionPolicyTimes);
            var days = SiteWords.Days("--days", Words.OptionPolicyDays);
            var panels = new Option<PanelId[]>("--panels")
            {
                Description = Words.OptionPolicyPanels,
                HelpName = "ID …",
                AllowMultipleArgumentsPerToken = true,
                CustomParser = SiteWords.PanelIds,
            };
            var tags = SiteWords.Tags("--tags", Words.OptionPolicyTags);
            var strict = new Option<bool>("--strict") { Description = Words.OptionPolicyStrict };
            var percent = WordOptions.Whole("--percent", Words.OptionPolicyPercent, "N", PolicyRule.Brightness.Least, PolicyRule.Brightness.Most);
            var stay = WordOptions.Whole("--stay", Words.OptionPolicyStay, "S", PolicyRule.Road.LeastStaySeconds, PolicyRule.Road.MostStaySeconds);
            var step = WordOptions.Whole("--step", Words.OptionPolicyStep, "MS", PolicyRule.Road.LeastStepMilliseconds, PolicyRule.Road.MostStepMilliseconds);
            var still = new Option<bool>("--still") { Description = Words.OptionPolicyStill };
            Add(id);
            foreach (var option in new Option[] { kind, times, days, panels, tags, strict, percent, stay, step, still, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.AddPolicy(new JsonObject
                {
                    ["id"] = parsed.GetRequiredValue(id),
                    ["kind"] = Word(parsed.GetValue(kind)),
                    ["times"] = parsed.GetValue(times)?.ToString(),
                    ["days"] = parsed.GetValue(days)?.ToString(),
                    ["panels"] = new JsonArray([.. (parsed.GetValue(panels) ?? []).Select(panel => JsonValue.Create(panel.Value))]),
                    ["tags"] = SiteRequests.Tags(parsed.GetValue(tags)),
                    ["strict"] = parsed.GetValue(strict) ? true : null,
                    ["percent"] = parsed.GetValue(percent),
                    ["stay"] = parsed.GetValue(stay),
                    ["step"] = parsed.GetValue(step),
                    ["still"] = parsed.GetValue(still) ? true : null,
                }),
                answer =>
                {
                    rooms.Output.Line(Words.PolicyStored.With(parsed.GetRequiredValue(id)));
                    rooms.Output.Notes(answer["notes"]);
                },
                cancellationToken));
        }

        private static string Word(PolicyKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
    }

    private sealed class PolicyListVerb : Verb
    {
        public PolicyListVerb(VerbRooms rooms)
            : base("list", Words.VerbPolicyList, "signage policy list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("policy.list"),
                answer => Tell(rooms.Output, answer),
                cancellationToken));
        }

        private static void Tell(Output output, JsonObject answer)
        {
            SiteTable.Draw(
                output,
                answer["policies"],
                (Words.LabelPolicy, row => row["id"]),
                (Words.LabelAsks, row => row["told"]),
                (Words.LabelPanels, Meant),
                (Words.LabelDaily, row => row["times"]),
                (Words.LabelDayRule, row => row["days"]),
                (Words.LabelOwner, row => (string?)row["owner"] == "centre" ? Words.OwnerCentre : Words.OwnerSite),
                (Words.LabelAddedBy, row => row["addedBy"]));

            // Who is dark while the site is away, and who is not.
            var timers = answer["timers"] as JsonObject ?? [];
            foreach (var (panel, timer) in timers.Where(pair => pair.Value is not null && (string?)pair.Value != "off"))
            {
                output.Line(Words.CardDarkens.With(panel, timer));
            }

            string[] others = [.. timers.Where(pair => pair.Value is null || (string?)pair.Value == "off").Select(pair => pair.Key)];
            if (others.Length > 0 && (answer["policies"] as JsonArray ?? []).Any(row => (string?)row?["kind"] == "quiet"))
            {
                output.Line(Words.OnlySiteDarkens.With(string.Join(", ", others)));
            }
        }

        private static JsonNode Meant(JsonObject row)
        {
            string[] meant = [.. Texts(row["panels"]), .. Texts(row["tags"]).Select(tag => Words.TaggedPanels.With(tag))];
            return meant.Length > 0 ? string.Join(", ", meant) : Words.AllPanels;
        }

        private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => text?.ToString() ?? "");
    }

    private sealed class PolicyRemoveVerb : Verb
    {
        public PolicyRemoveVerb(VerbRooms rooms)
            : base("remove", Words.VerbPolicyRemove, "signage policy remove night")
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentPolicyId };
            Add(id);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.RemovePolicy(parsed.GetRequiredValue(id)),
                _ => rooms.Output.Line(Words.PolicyRemoved.With(parsed.GetRequiredValue(id))),
                cancellationToken));
        }
    }
}
