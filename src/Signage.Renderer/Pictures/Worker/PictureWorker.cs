namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// The process that decodes: draws a picture of its own of each kind, limits itself, reads a picture from its input, writes pixels to its output. It goes on until its input ends; <see cref="PictureDoor"/> gives it one
/// picture and no more.
/// </summary>
public static class PictureWorker
{
    private const int Done = 0;
    private const int BadQuestion = 2;

    /// <summary>Works until the input ends.</summary>
    /// <param name="words">The limits, as <see cref="PictureDoor"/> writes them.</param>
    /// <param name="input">Questions.</param>
    /// <param name="output">Answers.</param>
    /// <returns>The exit code: 0, or 2 when the words or a question make no sense.</returns>
    public static int Run(IReadOnlyList<string> words, Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var isProbe = words is [.., WorkerProbe.Word];
        if (WorkerWords.Read(isProbe ? [.. words.SkipLast(1)] : words) is not { } limits)
        {
            return BadQuestion;
        }

        // A console opens what it needs when it is first written to, if only nothing.
        output.Write([]);
        WorkerRehearsal.Run((file, head) => Answer(file, head, Stream.Null));
        if (WorkerLimits.Set(limits) is { } reason)
        {
            output.Write(WorkerMessages.Answer(new WorkerAnswer(reason)));
            return Done;
        }

        if (isProbe)
        {
            WorkerProbe.Run(output);
            return Done;
        }

        var question = new byte[WorkerMessages.QuestionHead];
        while (input.ReadAtLeast(question, question.Length, throwOnEndOfStream: false) is var read and > 0)
        {
            if (read < question.Length || WorkerMessages.LengthOf(question) is not { } length)
            {
                return BadQuestion;
            }

            var file = new byte[length];
            input.ReadExactly(file);

            // The parent has looked at the head; a question from anywhere else is none.
            if (PictureHead.Read(file) is not HeadAnswer.Sound head)
            {
                return BadQuestion;
            }

            Answer(file, head, output);
            output.Flush();
        }

        return Done;
    }

    private static void Answer(byte[] file, HeadAnswer.Sound head, Stream output)
    {
        WorkerAnswer answer;
        DrawnPixels? pixels;
        try
        {
            (answer, pixels) = PictureDrawing.Draw(file, head);
        }
        catch (OutOfMemoryException)
        {
            (answer, pixels) = (new WorkerAnswer(WorkerEnd.OutOfMemory), null);
        }

        using (pixels)
        {
            output.Write(WorkerMessages.Answer(answer));
            if (pixels is null)
            {
                return;
            }

            var row = new byte[answer.Width * answer.Channels];
            for (var y = 0; y < answer.Height; y++)
            {
                pixels.CopyUpright(y, head.Head.Turn, answer.Channels, row);
                output.Write(row);
            }
        }
    }
}
