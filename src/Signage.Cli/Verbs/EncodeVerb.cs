using System.CommandLine;
using System.CommandLine.Parsing;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage encode</c>: the exact packets of a command, in hex.</summary>
internal sealed class EncodeVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public EncodeVerb(VerbRooms rooms)
        : base(
            "encode",
            Words.VerbEncode,
            Words.ExampleEncode)
    {
        var profile = WordOptions.Profile(required: true);
        var face = WordOptions.Face(required: true);
        var effect = WordOptions.Effect();
        var keep = new Option<bool>("--keep") { Description = Words.OptionKeepEncoded };
        // Fields of a protocol are not known here, so the parser hands on every word that it does not know.
        var words = new Argument<string[]>("COMMAND")
        {
            Description = Words.ArgumentCommand.With(CommandWords.Forms),
            Arity = ArgumentArity.OneOrMore,
        };
        foreach (var option in new Option[] { profile, face, effect, keep })
        {
            Add(option);
        }

        Add(words);
        SetAction(parsed =>
        {
            var split = FieldWords.Split(parsed.GetRequiredValue(words), Behind(parsed));
            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            var wanted = parsed.GetRequiredValue(face);
            Faces.Require(wanted, model);
            var adapter = model.Adapter(rooms.Rooms.Wire.Adapters);
            var command = new CommandWords(rooms.Rooms.Drawing, model, wanted, parsed.GetValue(effect), parsed.GetValue(keep)).Read(split.Words);
            string[] packets;
            try
            {
                packets = [.. adapter.Encode(command, model, wanted, split.Fields).Select(Convert.ToHexString)];
            }
            catch (FormatException wrongField)
            {
                throw new UsageError(wrongField.Message);
            }

            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(new EncodeAnswer(packets), CliJson.Readable.EncodeAnswer);
                return ExitCode.Done;
            }

            foreach (var packet in packets)
            {
                rooms.Output.Line(packet);
            }

            return ExitCode.Done;
        });
    }

    // How many words stood behind "--": the parser hands them on without it.
    private static int Behind(ParseResult parsed) => parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
}
