using System.CommandLine;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Cli.Verbs;

/// <summary><c>signage show TEXT</c>: one text straight to one panel of the bench, and what was proved by it.</summary>
internal sealed class ShowVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ShowVerb(VerbRooms rooms)
        : base(
            "show",
            Words.VerbShow,
            Words.ExampleShow)
    {
        var text = new Argument<string>("TEXT") { Description = Words.ArgumentText };
        var profile = WordOptions.Profile(required: true);
        var face = WordOptions.Face(required: true);
        var panel = WordOptions.Endpoint("--panel", Words.OptionCard.With(EndpointForms.Cards.Examples), EndpointForms.Cards);
        var effect = WordOptions.Effect();
        var speed = WordOptions.Whole("--speed", Words.OptionSpeed, "N", 0, 255);
        var stay = WordOptions.Stay();
        var keep = new Option<bool>("--keep") { Description = Words.OptionKeep };
        Add(text);
        foreach (var option in new Option[] { profile, face, panel, effect, speed, stay, keep })
        {
            Add(option);
        }

        SetAction(async (parsed, cancellationToken) =>
        {
            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            var wanted = parsed.GetRequiredValue(face);
            Faces.Require(wanted, model);
            var style = new ShowStyle(
                parsed.GetValue(effect),
                Typesetting.Step(parsed.GetValue(speed), model),
                Typesetting.Stay(parsed.GetValue(stay), model));
            var show = Typesetting.Set(rooms.Rooms.Drawing, parsed.GetRequiredValue(text), style, wanted, model.ToAbilities()).Show;
            var bench = new Bench(rooms.Rooms, rooms.Output, rooms.ForMachines(parsed), Name);
            var endpoint = Endpoints.Complete(parsed.GetRequiredValue(panel), model);
            var answer = await (model.Delivery[0] == DeliveryKind.Frames && !parsed.GetValue(keep)
                ? bench.StreamAsync(show, model, endpoint, cancellationToken)
                : bench.SendAsync(new PanelCommand.LoadPages(show, parsed.GetValue(keep)), model, wanted, endpoint, cancellationToken)).ConfigureAwait(false);
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(answer, CliJson.Readable.ShowAnswer);
            }

            return ExitCode.Done;
        });
    }
}
