using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Signage.Cli.Arguments;
using Signage.Core.Text;
using Signage.Renderer.Boards;

namespace Signage.Cli.Verbs;

/// <summary>The options of <c>render</c> that are about boards and not about panels.</summary>
internal sealed class BoardOptions
{
    private readonly Option<BoardSize?> _poster = Parsed<BoardSize?>(
        "--poster", Words.OptionPoster, "A3", word => BoardWords.Size(BoardSize.Posters, word), word => Words.NotABoardSize.With(word, BoardWords.Names(BoardSize.Posters)));

    private readonly Option<BoardSize?> _board = Parsed<BoardSize?>(
        "--board", Words.OptionBoard, "1920x1080", word => BoardWords.Size(BoardSize.Screens, word), word => Words.NotABoardSize.With(word, BoardWords.Names(BoardSize.Screens)));

    private readonly Option<BoardTemplate?> _template = Parsed<BoardTemplate?>(
        "--template", Words.OptionTemplate.With(BoardWords.Templates), "NAME", BoardWords.Template, word => Words.NotATemplate.With(word, BoardWords.Templates));

    private readonly Option<string[]> _body = new("--body") { Description = Words.OptionBody, HelpName = "TEXT" };

    private readonly Option<Uri?> _link = Parsed<Uri?>(
        "--link", Words.OptionLink, "URL",
        word => Uri.TryCreate(word, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps) ? link : null,
        word => Words.NotALink.With(word));

    private readonly Option<string?> _place = new("--place") { Description = Words.OptionBoardPlace, HelpName = "NAME" };

    private readonly Option<string?> _signer = new("--signer") { Description = Words.OptionSigner, HelpName = "NAME" };

    private readonly Option<DateOnly?> _day = Parsed<DateOnly?>(
        "--day", Words.OptionBoardDay, "2026-09-05",
        word => DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        word => Words.NotABoardDay.With(word));

    private Option[] Details => [_template, _body, _link, _place, _signer, _day];

    /// <summary>Puts them on a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _poster, _board }.Concat(Details))
        {
            verb.Add(option);
        }
    }

    /// <summary>True when a board is wanted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ofPanels">Options that mean nothing to a board.</param>
    /// <exception cref="Terminal.UsageError">The options do not go together.</exception>
    public bool Asked(ParseResult parsed, params Option[] ofPanels)
    {
        var sizes = Given(parsed, _poster, _board);
        if (sizes.Count > 1)
        {
            throw new Terminal.UsageError(Words.OptionsExclude.With(string.Join(", ", sizes)));
        }

        var others = Given(parsed, sizes.Count > 0 ? ofPanels : Details);
        return others.Count == 0 ? sizes.Count > 0
            : throw new Terminal.UsageError(sizes.Count > 0
                ? Words.OptionsExclude.With(string.Join(", ", sizes.Concat(others)))
                : Words.OptionsOfBoards.With(string.Join(", ", others)));
    }

    /// <summary>The size that is wanted.</summary>
    public BoardSize Size(ParseResult parsed) => (parsed.GetValue(_poster) ?? parsed.GetValue(_board))!;

    /// <summary>The look that is wanted; that for charity days where none is named.</summary>
    public BoardTemplate Template(ParseResult parsed) => parsed.GetValue(_template) ?? BoardTemplate.Solemn;

    /// <summary>What is to stand on the board. A line end within a body begins a paragraph, as another <c>--body</c> does.</summary>
    public BoardItem Item(ParseResult parsed, string title) => new(title)
    {
        Body = [.. (parsed.GetValue(_body) ?? []).SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        Link = parsed.GetValue(_link),
        Place = parsed.GetValue(_place),
        Signer = parsed.GetValue(_signer),
        Day = parsed.GetValue(_day),
    };

    private static List<string> Given(ParseResult parsed, params Option[] options) =>
        [.. options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)];

    private static Option<T> Parsed<T>(string name, string description, string helpName, Func<string, T> read, Func<string, string> complaint) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            var value = read(word);
            if (value is null)
            {
                result.AddError(complaint(word));
            }

            return value;
        },
    };
}
