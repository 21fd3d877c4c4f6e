using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel</c>: the panels of the running site.</summary>
internal sealed class PanelVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelVerb(VerbRooms rooms)
        : base("panel", Words.VerbPanel, Words.ExamplePanelAdd)
    {
        Add(new PanelAddVerb(rooms));
        Add(new PanelListVerb(rooms));
        Add(new PanelTestVerb(rooms));
        Add(new PanelPatternVerb(rooms));
        Add(new PanelBaseVerb(rooms));
        Add(new PanelClockVerb(rooms));
    }

    private sealed class PanelTestVerb : Verb
    {
        public PanelTestVerb(VerbRooms rooms)
            : base("test", Words.VerbPanelTest, "signage panel test gate-east")
        {
            var data = SiteOptions.Data();
            var id = new Argument<PanelId>("ID") { Description = Words.ArgumentPanelId, CustomParser = SiteWords.PanelId };
            Add(id);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) =>
            {
                var answer = await call.AnswerAsync(
                    parsed,
                    SiteRequests.TestPanel(parsed.GetRequiredValue(id)),
                    answer => Tell(rooms.Output, parsed.GetRequiredValue(id), answer),
                    cancellationToken).ConfigureAwait(false);
                return (bool?)answer["fits"] == false ? ExitCode.Failed : ExitCode.Done;
            });
        }

        private static void Tell(Output output, PanelId panel, JsonObject answer)
        {
            foreach (var (name, value) in answer["card"] as JsonObject ?? [])
            {
                output.Line($"{name}: {value}");
            }

            foreach (var complaint in answer["complaints"] as JsonArray ?? [])
            {
                output.Note($"{panel}: {complaint}");
            }

            switch ((bool?)answer["fits"])
            {
                case true:
                    output.Line(Words.PanelFits.With(panel));
                    break;
                case null:
                    output.Line(Words.PanelUnverifiable.With(panel, answer["unverifiable"]));
                    break;
                default:
                    break;
            }

            BasePageTold.Flash(output, answer["flash"]);
        }
    }

    private sealed class PanelListVerb : Verb
    {
        public PanelListVerb(VerbRooms rooms)
            : base("list", Words.VerbPanelList, "signage panel list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("panel.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["panels"],
                    (Words.LabelPanel, row => row["id"]),
                    (Words.LabelName, row => row["name"]),
                    (Words.LabelModelId, row => row["profile"]),
                    (Words.LabelFace, row => row["face"]),
                    (Words.LabelEndpoint, row => row["endpoint"]),
                    (Words.LabelSighted, row => SightedWords.Of(row["sighted"])),
                    (Words.LabelClockOff, row => ClockOffWords.Of(row["clock"])),
                    (Words.LabelFlashWrites, row => row["flash"]?["writes"])),
                cancellationToken));
        }
    }

    private sealed class PanelAddVerb : Verb
    {
        public PanelAddVerb(VerbRooms rooms)
            : base("add", Words.VerbPanelAdd, Words.ExamplePanelAdd)
        {
            var data = SiteOptions.Data();
            var id = new Argument<PanelId>("ID") { Description = Words.ArgumentPanelId, CustomParser = SiteWords.PanelId };
            var name = new Option<string?>("--name") { Description = Words.OptionPanelName, HelpName = Words.SamplePanelName };
            var profile = WordOptions.Profile(required: true);
            var face = WordOptions.Face(required: true);
            var endpoint = WordOptions.Endpoint("--panel", Words.OptionPanelCard.With(EndpointForms.Cards.Examples), EndpointForms.Cards);
            var tags = SiteWords.Tags("--tags", Words.OptionPanelTags);
            var later = new Option<bool>("--unchecked") { Description = Words.OptionUnchecked };
            var page = BasePageTold.Option();
            var remove = BasePageTold.RemoveOption();
            Add(id);
            foreach (var option in new Option[] { name, profile, face, endpoint, tags, later, page, remove, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) =>
            {
                var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
                var wanted = parsed.GetRequiredValue(face);
                Faces.Require(wanted, model);
                var panelId = parsed.GetRequiredValue(id);
                var where = Endpoints.Complete(parsed.GetRequiredValue(endpoint), model);
                var panel = new Panel(panelId, parsed.GetValue(name) ?? panelId.Value, model.Id, wanted, where) { Tags = parsed.GetValue(tags) ?? Tags.None };
                var answer = await call.AnswerAsync(
                    parsed,
                    SiteRequests.AddPanel(panel, parsed.GetValue(later), parsed.GetValue(page), parsed.GetValue(remove)),
                    answer =>
                    {
                        rooms.Output.Line(Words.PanelEnrolled.With(panelId));
                        if (answer["unverifiable"] is { } why)
                        {
                            rooms.Output.Line(Words.PanelUnverifiable.With(panelId, why));
                        }

                        BasePageTold.Tell(rooms.Output, panelId, answer["base"] as JsonObject);
                    },
                    cancellationToken).ConfigureAwait(false);
                return BasePageTold.Failed(answer) ? ExitCode.Failed : ExitCode.Done;
            });
        }
    }
}
