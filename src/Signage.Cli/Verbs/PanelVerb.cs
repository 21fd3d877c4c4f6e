using System.CommandLine;
using Signage.Cli.Panels;
using Signage.Cli.Arguments;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel</c>: the panels of the running site.</summary>
internal sealed class PanelVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelVerb(VerbRooms rooms)
        : base("panel", Words.VerbPanel, Words.ExamplePanelAdd) => Add(new PanelAddVerb(rooms));

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
            var endpoint = WordOptions.Endpoint("--panel", Words.OptionPanelCard.With(Endpoints.Forms), "ENDPOINT");
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
                    parsed, SiteRequests.AddPanel(panel), _ => rooms.Output.Line(Words.PanelEnrolled.With(panelId)), cancellationToken);
            });
        }
    }
}
