using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Pictures;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Renderer.Pictures;

namespace Signage.Cli.Verbs;

/// <summary><c>signage picture check FILE</c>: what becomes of a picture from outside. Needs no site and changes nothing.</summary>
internal sealed class PictureCheckVerb : Verb
{
    /// <summary>A line that works when typed.</summary>
    public const string Line = "signage picture check photo.jpg --out clean.png";

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public PictureCheckVerb(VerbRooms rooms)
        : base("check", Words.VerbPictureCheck, Line)
    {
        _rooms = rooms;
        var file = new Argument<string>("FILE") { Description = Words.ArgumentPictureIn };
        var clean = WordOptions.Path("--out", Words.OptionPictureClean, "CLEAN.png");
        clean.Aliases.Add("-o");
        Add(file);
        Add(clean);
        SetAction(async (parsed, cancellationToken) =>
        {
            var bytes = await PictureInput.ReadAsync(parsed.GetRequiredValue(file), rooms.Output, cancellationToken).ConfigureAwait(false);
            using var door = new PictureDoor(OwnProgram.AsPictureWorker(), new PictureWorkerLimits(), rooms.Rooms.Time);
            var answer = await rooms.Output.WaitAsync(Words.VerbPicture, () => door.TakeAsync(bytes, cancellationToken)).ConfigureAwait(false);
            if (answer is PictureAnswer.Taken taken && parsed.GetValue(clean) is { } path)
            {
                await File.WriteAllBytesAsync(path, taken.Picture.Png, cancellationToken).ConfigureAwait(false);
            }

            return Tell(answer, rooms.ForMachines(parsed));
        });
    }

    private int Tell(PictureAnswer answer, bool isForMachines)
    {
        if (isForMachines)
        {
            _rooms.Output.Json(PictureCheckAnswer.Of(answer), CliJson.Readable.PictureCheckAnswer);
            return answer is PictureAnswer.Taken ? ExitCode.Done : ExitCode.Failed;
        }

        if (answer is not PictureAnswer.Taken { Picture: var picture, Head: var head })
        {
            throw new UserError(((PictureAnswer.Refused)answer).Reason);
        }

        _rooms.Output.Line(Words.PictureTaken.With($"{head.Kind}".ToUpperInvariant(), picture.Size, picture.Png.Length));
        if (head.Frames > 1)
        {
            _rooms.Output.Line(Words.PictureFirstFrameOnly.With(head.Frames));
        }

        if (head.Turn > 1)
        {
            _rooms.Output.Line(Words.PictureTurned);
        }

        if (head.BytesBehind > 0)
        {
            _rooms.Output.Line(Words.PictureTailDropped.With(head.BytesBehind));
        }

        return ExitCode.Done;
    }
}
