using System.CommandLine;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Arguments;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Typesetting;

namespace Signage.Cli.Verbs;

/// <summary><c>signage render TEXT</c>: what a panel would show, without a panel; or a board.</summary>
internal sealed class RenderVerb : Verb
{
    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public RenderVerb(VerbRooms rooms)
        : base("render", Words.VerbRender,
            Words.ExampleRender)
    {
        _rooms = rooms;
        var text = new Argument<string>("TEXT") { Description = Words.ArgumentText };
        var face = WordOptions.Face(required: false);
        var profile = WordOptions.Profile(required: false);
        var effect = WordOptions.Effect();
        var led = new Option<bool>("--led") { Description = Words.OptionLed };
        var explain = new Option<bool>("--explain") { Description = Words.OptionExplain };
        var file = WordOptions.Path("--out", Words.OptionPicture, "FILE");
        file.Aliases.Add("-o");
        foreach (var option in new Option[] { face, profile, effect, led, explain, file })
        {
            Add(option);
        }

        var board = new BoardOptions();
        board.AddTo(this);
        Add(text);
        SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file);
            if (board.Asked(parsed, face, profile, effect, led, explain))
            {
                await new BoardRendering(rooms.Output, rooms.ForMachines(parsed)).RunAsync(
                    board.Item(parsed, parsed.GetRequiredValue(text)), board.Size(parsed), board.Template(parsed), path, cancellationToken).ConfigureAwait(false);
                return ExitCode.Done;
            }

            var wanted = parsed.GetValue(face) ?? throw new UsageError(Words.FaceOrBoardMissing);
            Check(path, parsed.GetValue(led));
            var model = parsed.GetValue(profile) is { } id ? rooms.Shelf(parsed).Find(id) : null;
            if (model is not null)
            {
                Faces.Require(wanted, model);
            }

            var rendered = Typesetting.Set(
                rooms.Rooms.Drawing, parsed.GetRequiredValue(text), new ShowStyle(parsed.GetValue(effect)), wanted, model?.ToAbilities() ?? FreeCard.Abilities);
            var page = rendered.Show.Loop[0] with { Picture = PageSheet.Of(rendered.Show.Loop) };
            if (path is not null)
            {
                await SaveAsync(path, page.Picture, parsed.GetValue(led), cancellationToken).ConfigureAwait(false);
            }

            var layout = rendered.Layouts[0];
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(LayoutAnswer.Of(layout), CliJson.Readable.LayoutAnswer);
            }
            else
            {
                Tell(page, layout, path, parsed.GetValue(explain));
            }

            return ExitCode.Done;
        });
    }

    // Before anything is drawn: a wrong name is a wrong command line, and nobody should wait for it.
    private static void Check(string? path, bool led)
    {
        var kind = Path.GetExtension(path)?.ToUpperInvariant();
        switch (kind)
        {
            case ".GIF" or ".PDF":
                throw new UserError(Words.FileTypeNotYet.With(Path.GetExtension(path)));
            case not (null or ".PNG" or ".TXT"):
                throw new UsageError(Words.FileTypeUnknown.With(path));
            case null or ".TXT" when led:
                throw new UsageError(Words.LedNeedsPng);
        }
    }

    private async Task SaveAsync(string path, PixelFrame picture, bool led, CancellationToken cancellationToken)
    {
        if (path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            await File.WriteAllTextAsync(path, picture + "\n", cancellationToken).ConfigureAwait(false);
            return;
        }

        var png = led ? _rooms.Rooms.Drawing.LedPng(picture) : _rooms.Rooms.Drawing.PlainPng(picture);
        await File.WriteAllBytesAsync(path, png, cancellationToken).ConfigureAwait(false);
    }

    private static string Kind(LayoutKind kind) => kind switch
    {
        LayoutKind.Static => Words.LayoutStatic,
        LayoutKind.Lines => Words.LayoutLines,
        LayoutKind.Pages => Words.LayoutPages,
        _ => Words.LayoutScroll,
    };

    private void Tell(Page page, TextLayout layout, string? path, bool explain)
    {
        if (explain)
        {
            _rooms.Output.Line(Words.ExplainedLayout.With(Kind(layout.Kind), layout.Font, layout.Size, EffectWords.Of(page.Effect), layout.SecondsToRead));
            foreach (var line in layout.Lines.Concat(layout.Reasons.Select(reason => "- " + reason)))
            {
                _rooms.Output.Line(line);
            }
        }

        if (path is not null)
        {
            _rooms.Output.Line($"{path}: {page.Picture.Size}");
        }
        else if (!explain)
        {
            _rooms.Output.Line(page.Picture.ToString());
        }
    }
}
