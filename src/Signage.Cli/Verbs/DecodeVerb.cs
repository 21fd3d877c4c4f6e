using System.CommandLine;
using Signage.Cli.Captures;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage decode</c>: a capture told packet by packet, field by field.</summary>
internal sealed class DecodeVerb : Verb
{
    private const string StandardInput = "-";

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public DecodeVerb(VerbRooms rooms)
        : base("decode", Words.VerbDecode, "signage decode --profile onbon/bx-6e2 capture.hex --json")
    {
        _rooms = rooms;
        var profile = WordOptions.Profile(required: true);
        var face = WordOptions.Face(required: false);
        var png = WordOptions.Path("--png", Words.OptionGlass, "OUT.png");
        var file = new Argument<string>("FILE") { Description = Words.ArgumentCapture, Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => StandardInput };
        Add(profile);
        Add(face);
        Add(png);
        Add(file);
        SetAction(async (parsed, cancellationToken) =>
        {
            var (picture, wanted) = (parsed.GetValue(png), parsed.GetValue(face));
            Check(picture, wanted);
            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            if (wanted is not null)
            {
                Faces.Require(wanted, model);
            }

            var adapter = model.Adapter(rooms.Rooms.Wire.Adapters);
            var capture = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken).ConfigureAwait(false);
            var (streams, damage) = CaptureFile.Open(capture, model.Links.Any(link => model.ShapeOf(link.Scheme) == LinkShape.Datagram));
            IReadOnlyList<PacketRow> rows = [.. streams.SelectMany(stream => stream.Packets(adapter).Select(packet => PacketRow.Of(packet, stream.Name)))];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(rows, CliJson.Readable.IReadOnlyListPacketRow);
            }
            else
            {
                Draw(rows);
            }

            if (damage is not null)
            {
                rooms.Output.Note(damage);
            }

            if (picture is not null && wanted is not null)
            {
                var glass = GlassAfter.Messages(rooms.Rooms.Simulation.Create(model, wanted), CapturedStream.Messages(streams, adapter));
                await File.WriteAllBytesAsync(picture, rooms.Rooms.Drawing.LedPng(glass), cancellationToken).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
    }

    private static void Check(string? picture, PanelFace? face)
    {
        if (picture is not null && !picture.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageError(Words.PictureNotPng.With(picture));
        }

        if (picture is not null && face is null)
        {
            throw new UsageError(Words.GlassNeedsFace);
        }
    }

    private async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
        {
            throw new UserError(Words.FolderNotFile.With(file));
        }

        if (file != StandardInput && !File.Exists(file))
        {
            throw new UserError(Words.NoSuchFile.With(file));
        }

        var input = file == StandardInput ? _rooms.Output.OpenInput() : File.OpenRead(file);
        await using (input.ConfigureAwait(false))
        {
            return await CaptureFile.ReadAllAsync(input, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Draw(IReadOnlyList<PacketRow> rows)
    {
        string? stream = null;
        foreach (var row in rows)
        {
            if (row.Stream != stream)
            {
                _rooms.Output.Line(row.Stream ?? "");
                stream = row.Stream;
            }

            _rooms.Output.Line($"{row.Offset:X6} +{row.Length} {row.Packet}{(row.Error is null ? "" : " — " + Words.PacketNotValid.With(row.Error))}");
            if (row.Fields.Count > 0)
            {
                _rooms.Output.Draw(Fields(row.Fields));
            }
        }
    }

    private static Table Fields(IReadOnlyList<WireField> fields)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns(Words.LabelOffset, Words.LabelLength, Words.LabelField, Words.LabelValue);
        foreach (var field in fields)
        {
            table.AddRow($"{field.Offset:X6}", $"{field.Length}", Markup.Escape(field.Name), Markup.Escape(field.Value));
        }

        return table;
    }
}
