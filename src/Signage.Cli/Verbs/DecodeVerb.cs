using System.CommandLine;
using Signage.Cli.Captures;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Words;
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
        : base("decode", "解读数据包 (tell packets field by field: hex text, raw bytes, pcap or pcapng)", "signage decode --profile onbon/bx-6e2 capture.hex --json")
    {
        _rooms = rooms;
        var profile = WordOptions.Profile(required: true);
        var face = WordOptions.Face(required: false);
        var png = new Option<string?>("--png") { Description = "画出屏面 (draw the glass of a simulated card after these bytes)", HelpName = "OUT.png" };
        var file = new Argument<string>("FILE") { Description = "文件 (capture; - is standard input)", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => StandardInput };
        Add(profile);
        Add(face);
        Add(png);
        Add(file);
        SetAction(async (parsed, cancellationToken) =>
        {
            var model = rooms.Shelf(parsed).Find(parsed.GetRequiredValue(profile));
            var adapter = model.Adapter(rooms.Rooms.Wire.Adapters);
            var streams = CaptureFile.Open(await ReadAsync(parsed.GetRequiredValue(file), cancellationToken).ConfigureAwait(false));
            IReadOnlyList<PacketRow> rows = [.. streams.SelectMany(stream => adapter.Decode(stream.Bytes).Select(packet => PacketRow.Of(packet, stream.Name)))];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(rows, CliJson.Readable.IReadOnlyListPacketRow);
            }
            else
            {
                Draw(rows);
            }

            if (parsed.GetValue(png) is { } path)
            {
                var wanted = parsed.GetValue(face) ?? throw new UserError("画屏面需要 --face: --png needs the face; add --face 160x16x1.");
                FaceFit.Require(wanted, model);
                var glass = GlassAfter.Bytes(rooms.Rooms.Simulation.Create(model, wanted), streams.Select(stream => stream.Bytes));
                await File.WriteAllBytesAsync(path, rooms.Rooms.Drawing.LedPng(glass), cancellationToken).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
    }

    private async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != StandardInput && !File.Exists(file))
        {
            throw new UserError($"找不到文件 {file}: no such file.");
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

            _rooms.Output.Line($"{row.Offset:X6} +{row.Length} {row.Packet}{(row.Error is null ? "" : $" — 无效 (not valid): {row.Error}")}");
            if (row.Fields.Count > 0)
            {
                _rooms.Output.Draw(Fields(row.Fields));
            }
        }
    }

    private static Table Fields(IReadOnlyList<WireField> fields)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("位置 offset", "长度 length", "字段 field", "值 value");
        foreach (var field in fields)
        {
            table.AddRow($"{field.Offset:X6}", $"{field.Length}", Markup.Escape(field.Name), Markup.Escape(field.Value));
        }

        return table;
    }
}
