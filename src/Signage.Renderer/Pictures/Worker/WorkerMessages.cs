using System.Buffers.Binary;

namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// What the two processes say to one another. A question is <c>SGPQ</c>, the length and the file. An answer is <c>SGPA</c>, how it ended, the channels, width, height and a detail,
/// and when it ended well the rows, top-down, 8 bits a channel. Numbers are little-endian and of 32 bits.
/// </summary>
internal static class WorkerMessages
{
    /// <summary>Bytes before the file of a question.</summary>
    public const int QuestionHead = 8;

    /// <summary>Bytes before the rows of an answer.</summary>
    public const int AnswerHead = 24;

    private static ReadOnlySpan<byte> QuestionMark => "SGPQ"u8;

    private static ReadOnlySpan<byte> AnswerMark => "SGPA"u8;

    /// <summary>The head of a question.</summary>
    public static byte[] Question(int length)
    {
        var head = new byte[QuestionHead];
        QuestionMark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), length);
        return head;
    }

    /// <summary>The length of the file that follows; null when this is no question or asks for more than a file may have.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> question) =>
        question.StartsWith(QuestionMark) && BinaryPrimitives.ReadUInt32LittleEndian(question[4..]) is > 0 and <= PictureBounds.MostBytes and var length ? (int)length : null;

    /// <summary>The head of an answer.</summary>
    public static byte[] Answer(WorkerAnswer answer)
    {
        var head = new byte[AnswerHead];
        AnswerMark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), (int)answer.End);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), answer.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(12), answer.Width);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), answer.Height);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(20), answer.Detail);
        return head;
    }

    /// <summary>The answer in a head; null when it is none.</summary>
    public static WorkerAnswer? Read(ReadOnlySpan<byte> head) => head.Length == AnswerHead && head.StartsWith(AnswerMark)
        ? new WorkerAnswer(
            (WorkerEnd)BinaryPrimitives.ReadInt32LittleEndian(head[4..]), BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[16..]), BinaryPrimitives.ReadInt32LittleEndian(head[20..]))
        : null;
}

/// <summary>How the process that decodes says that it ended.</summary>
internal enum WorkerEnd
{
    /// <summary>The rows follow.</summary>
    Drawn = 1,

    /// <summary>The decoder gave up; the detail is its code.</summary>
    NotDrawn = 2,

    /// <summary>The decoder reads another size or kind than the head.</summary>
    OtherThanHead = 3,

    /// <summary>There was no memory for it.</summary>
    OutOfMemory = 4,

    /// <summary>The limits could not be set.</summary>
    Unlimited = 5,
}

/// <summary>The head of an answer; zeros where nothing follows.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Channels">3 or 4.</param>
/// <param name="Width">Pixels of the upright picture.</param>
/// <param name="Height">Pixels of the upright picture.</param>
/// <param name="Detail">A code of the decoder.</param>
internal sealed record WorkerAnswer(WorkerEnd End, int Channels = 0, int Width = 0, int Height = 0, int Detail = 0);
