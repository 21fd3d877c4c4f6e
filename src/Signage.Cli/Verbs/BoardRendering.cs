using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Renderer.Boards;

namespace Signage.Cli.Verbs;

/// <summary><c>signage render TEXT --poster</c> and <c>--board</c>: a file for the printer or for an electronic board.</summary>
/// <param name="output">Where answers go.</param>
/// <param name="forMachines">True to answer in JSON.</param>
internal sealed class BoardRendering(Output output, bool forMachines)
{
    private static readonly string[] OfPosters = [".pdf", ".png"];
    private static readonly string[] OfScreens = [".png"];

    /// <summary>Makes the file.</summary>
    /// <param name="item">What stands on the board.</param>
    /// <param name="size">Its size.</param>
    /// <param name="template">Its look.</param>
    /// <param name="path">The file; the end of its name says of which kind.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="UsageError">There is no file, or of a kind that the board is not made as.</exception>
    /// <exception cref="UserError">It cannot be set right; every reason is a line.</exception>
    public async Task RunAsync(BoardItem item, BoardSize size, BoardTemplate template, string? path, CancellationToken cancellationToken)
    {
        // Before anything is drawn: a wrong name is a wrong command line, and nobody should wait for it.
        var kinds = size.Medium == BoardMedium.Paper ? OfPosters : OfScreens;
        var kind = Path.GetExtension(path)?.ToLowerInvariant();
        if (path is null || !kinds.Contains(kind))
        {
            throw new UsageError(Words.BoardNeedsFile.With(size.Name, string.Join(", ", kinds)));
        }

        var press = new BoardPress();
        var made = (kind == ".pdf" ? press.Pdf(item, size, template) : press.Png(item, size, template)) switch
        {
            BoardAnswer.Made done => done,
            BoardAnswer.Refused refused => throw new UserError(refused.Reasons),
            var other => throw new InvalidOperationException($"The press answered {other}."),
        };
        await File.WriteAllBytesAsync(path, made.File, cancellationToken).ConfigureAwait(false);
        if (forMachines)
        {
            output.Json(PosterAnswer.Of(made, path), CliJson.Readable.PosterAnswer);
        }
        else
        {
            output.Line(Words.BoardWritten.With(path, size.Name, BoardWords.Of(template), made.File.Length));
        }
    }
}
