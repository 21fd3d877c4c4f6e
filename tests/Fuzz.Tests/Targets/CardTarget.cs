using System.Buffers;
using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Fuzz.Tests.Targets;

/// <summary>
/// A simulated card, fresh for each input, fed with pieces while its clock moves on: never an exception, its glass can always be read, and after all of it a good question
/// that comes twice is answered.
/// </summary>
/// <param name="model">The card model.</param>
/// <param name="corpus">Conversations.</param>
/// <param name="question">A good question.</param>
/// <param name="answers">Whether an answer belongs to it.</param>
internal sealed class CardTarget(CardModel model, IReadOnlyList<byte[]> corpus, WireMessage question, Func<WireAnswer, bool> answers) : IDecoderTarget
{
    public string Name => $"{model.Profile.Protocol}/card";

    public IReadOnlyList<byte[]> Corpus => corpus;

    /// <summary>Makes a frame of a piece, as the piece's head asks, so that a content gets past the check values; as it is by default.</summary>
    public Func<Chunk, ReadOnlyMemory<byte>> Dress { get; init; } = chunk => chunk.Data;

    public void Run(ReadOnlyMemory<byte> input)
    {
        var card = model.Card();
        byte[] rest = [];
        foreach (var chunk in Chunk.Read(input))
        {
            card.Clock.Advance(TimeSpan.FromMilliseconds(1 << ((chunk.Head >> 2) & 15)));
            if (card is IMessageCard messages)
            {
                var message = MessageBytes.ToMessage(chunk);
                Memory.Hold($"{message}", Memory.JsonLimit, () => messages.OnMessage(message));
            }
            else
            {
                rest = Feed((IByteCard)card, [.. rest, .. Dress(chunk).Span], out _);
            }
        }

        var read = card.Read();
        FindingException.Unless(read.Glass.Size == model.Face.Size && read.Glass.Layout == model.Face.Layout, "the glass is of another size");
        _ = read.Digest;
        FindingException.Unless(Asked(card, rest).Any(answers), "not back in step within two questions");
    }

    private IEnumerable<WireAnswer> Asked(ISimulatedCard card, byte[] rest)
    {
        if (card is IMessageCard messages)
        {
            return [.. messages.OnMessage(question), .. messages.OnMessage(question)];
        }

        var packet = ((WireMessage.Bytes)question).Data.Span;
        Feed((IByteCard)card, [.. rest, .. packet, .. packet], out var said);
        return [new WireAnswer.Datagram(said)];
    }

    private static byte[] Feed(IByteCard card, byte[] bytes, out ReadOnlyMemory<byte> said)
    {
        var (left, answers) = (new ReadOnlySequence<byte>(bytes), new ArrayBufferWriter<byte>());
        Memory.Hold("OnBytes", Memory.Limit + (Memory.AnsweringAByte * bytes.Length), () =>
        {
            left = new ReadOnlySequence<byte>(bytes);
            answers.ResetWrittenCount();
            card.OnBytes(ref left, answers);
        });
        FindingException.Unless(left.Length <= bytes.Length && left.End.Equals(new ReadOnlySequence<byte>(bytes).End), "the input has another end");
        said = answers.WrittenMemory;
        return left.ToArray();
    }
}
