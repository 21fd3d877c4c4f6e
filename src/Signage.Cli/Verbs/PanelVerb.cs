using System.CommandLine;
using Signage.Cli.Panels;
using Signage.Cli.Words;
using Signage.Core.Panels;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel</c>: the panels of the running site.</summary>
internal sealed class PanelVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelVerb(VerbRooms rooms)
        : base("panel", "屏幕 (panels of the running site)", PanelAddVerb.ExampleLine) => Add(new PanelAddVerb(rooms));

    private sealed class PanelAddVerb : Verb
    {
        public const string ExampleLine =
            "signage panel add gate-east --name 东门 --profile onbon/bx-6e2 --face 160x16x1 --panel tcp://192.0.2.7:5005";

        public PanelAddVerb(VerbRooms rooms)
            : base("add", "登记屏幕 (enrol a panel)", ExampleLine)
        {
            var data = SiteOptions.Data();
            var id = new Argument<PanelId>("ID") { Description = "屏幕编号 (id: a-z 0-9 - _ .)", CustomParser = SiteWords.PanelId };
            var name = new Option<string?>("--name") { Description = "名称 (what people call it; default: the id)", HelpName = "东门" };
            var profile = WordOptions.Profile(required: true);
            var face = WordOptions.Face(required: true);
            var endpoint = WordOptions.Endpoint("--panel", $"屏幕地址 (where its card is: {Endpoints.Forms})", "ENDPOINT");
            Add(id);
            foreach (var option in new Option[] { name, profile, face, endpoint, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) =>
            {
                var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
                var wanted = parsed.GetRequiredValue(face);
                FaceFit.Require(wanted, model);
                var panelId = parsed.GetRequiredValue(id);
                var where = Endpoints.Complete(parsed.GetRequiredValue(endpoint), model);
                var panel = new Panel(panelId, parsed.GetValue(name) ?? panelId.Value, model.Id, wanted, where);
                return call.AskAsync(
                    parsed, SiteRequests.AddPanel(panel), _ => rooms.Output.Line($"已登记屏幕 {panelId} (panel enrolled)"), cancellationToken);
            });
        }
    }
}
