using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slogan</c>: the words of the running site.</summary>
internal sealed class SloganVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SloganVerb(VerbRooms rooms)
        : base("slogan", Words.VerbSlogan, Words.ExampleSloganAdd)
    {
        Add(new SloganAddVerb(rooms));
        Add(new SloganImportVerb(rooms));
        Add(new SloganExportVerb(rooms));
        Add(new SloganToneVerb(rooms));
        Add(new SloganListVerb(rooms));
    }

    private static Option<bool> Approve() => new("--approve") { Description = Words.OptionApprove };

    private static Option<bool> Decided() => new("--decided") { Description = Words.OptionDecided };

    private static void Tell(Output output, JsonObject answer)
    {
        var ids = string.Join(", ", (answer["slogans"] as JsonArray ?? []).Select(id => id?.ToString()));
        output.Line((bool?)answer["approved"] == true ? Words.SlogansApproved.With(ids) : Words.SlogansStored.With(ids));
        output.Notes(answer["findings"]);
        output.Notes(new JsonArray([.. (answer["misfits"] as JsonArray ?? []).Select(misfit => (JsonNode)Words.SloganMisfit.With(misfit))]));
    }

    private sealed class SloganAddVerb : Verb
    {
        public SloganAddVerb(VerbRooms rooms)
            : base("add", Words.VerbSloganAdd, Words.ExampleSloganAdd)
        {
            var data = SiteOptions.Data();
            var text = new Argument<string>("TEXT") { Description = Words.ArgumentSloganText };
            var id = new Option<string?>("--id") { Description = Words.OptionSloganId, HelpName = "ID" };
            var tone = SiteWords.Tone("--tone", Words.OptionTone);
            var approve = Approve();
            var decided = Decided();
            Add(text);
            foreach (var option in new Option[] { id, tone, approve, decided, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.AddSlogans([SloganFile.Entry(parsed.GetRequiredValue(text), parsed.GetValue(id), parsed.GetValue(tone))], parsed.GetValue(approve), parsed.GetValue(decided)),
                answer => Tell(rooms.Output, answer),
                cancellationToken));
        }
    }

    private sealed class SloganImportVerb : Verb
    {
        public SloganImportVerb(VerbRooms rooms)
            : base("import", Words.VerbSloganImport, "signage slogan import slogans.txt --approve")
        {
            var data = SiteOptions.Data();
            var file = new Argument<string>("FILE") { Description = Words.ArgumentSloganFile };
            var approve = Approve();
            var decided = Decided();
            Add(file);
            Add(approve);
            Add(decided);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                var list = SloganFile.Read(path);
                rooms.Output.Notes(new JsonArray([.. list.Notes.Select(note => (JsonNode)note)]));
                try
                {
                    return await call.AskAsync(
                        parsed,
                        SiteRequests.AddSlogans(list.Slogans, parsed.GetValue(approve), parsed.GetValue(decided)),
                        answer => Tell(rooms.Output, answer),
                        cancellationToken).ConfigureAwait(false);
                }
                catch (UserError refused) when (list.InLines(refused.Message) is var told && told != refused.Message)
                {
                    throw new UserError($"{path}: {told}", refused);
                }
            });
        }
    }

    private sealed class SloganToneVerb : Verb
    {
        public SloganToneVerb(VerbRooms rooms)
            : base("tone", Words.VerbSloganTone, "signage slogan tone charity-09 joyful")
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentProgramme };
            var tone = new Argument<string>("TONE") { Description = Words.OptionTone };
            Add(id);
            Add(tone);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.SetTone(parsed.GetRequiredValue(id), parsed.GetRequiredValue(tone)),
                _ => rooms.Output.Line(Words.ToneStored.With(parsed.GetRequiredValue(id), parsed.GetRequiredValue(tone))),
                cancellationToken));
        }
    }

    private sealed class SloganListVerb : Verb
    {
        public SloganListVerb(VerbRooms rooms)
            : base("list", Words.VerbSloganList, "signage slogan list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("slogan.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["slogans"],
                    (Words.LabelProgramme, row => row["programme"]),
                    (Words.LabelText, row => row["text"]),
                    (Words.LabelTone, row => Told(row["tone"])),
                    (Words.LabelApprovedBy, row => row["approvedBy"] is JsonArray { Count: > 0 } people ? people : Words.ApprovedByNobody)),
                cancellationToken));
        }

        private static string Told(JsonNode? tone) => (string?)tone switch
        {
            "joyful" => Words.ToneJoyful,
            "solemn" => Words.ToneSolemn,
            _ => Words.TonePlain,
        };
    }
}
