using System.Text.Json;
using Signage.Renderer.Pictures;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>picture check --json</c>.</summary>
/// <param name="Taken">True when it was drawn anew.</param>
/// <param name="End"><c>taken</c>, <c>refused</c>, <c>tooSlow</c>, <c>outOfMemory</c>, <c>crashed</c>, <c>nonsense</c>, <c>busy</c> or <c>noWorker</c>.</param>
/// <param name="Reason">Why it was not; null when it was.</param>
/// <param name="Kind"><c>png</c>, <c>jpeg</c> or <c>gif</c>; this and the rest null when it was not taken.</param>
/// <param name="Width">Pixels of the new picture.</param>
/// <param name="Height">Pixels of the new picture.</param>
/// <param name="Frames">Pictures of the old one, of which the first was taken.</param>
/// <param name="Turn">The orientation that was applied, 1 to 8.</param>
/// <param name="BytesBehind">Bytes behind the old picture, which were dropped.</param>
/// <param name="Bytes">Bytes of the new file.</param>
/// <param name="Sha256">Its digest.</param>
internal sealed record PictureCheckAnswer(
    bool Taken, string End, string? Reason, string? Kind = null, int? Width = null, int? Height = null, int? Frames = null, int? Turn = null, int? BytesBehind = null, int? Bytes = null, string? Sha256 = null)
{
    /// <summary>The answer for a picture.</summary>
    public static PictureCheckAnswer Of(PictureAnswer answer) => answer switch
    {
        PictureAnswer.Taken { Picture: var picture, Head: var head } => new PictureCheckAnswer(
            true, "taken", null, Word(head.Kind), picture.Size.Width, picture.Size.Height, head.Frames, head.Turn, head.BytesBehind, picture.Png.Length, picture.Digest),
        PictureAnswer.Refused refused => new PictureCheckAnswer(false, Word(refused.End), refused.Reason),
        _ => throw new InvalidOperationException("A picture is taken or refused."),
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
