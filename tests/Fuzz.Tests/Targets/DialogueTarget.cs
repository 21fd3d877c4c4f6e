using System.Buffers;
using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;

namespace Fuzz.Tests.Targets;

/// <summary>
/// Every conversation of a card model with a card that answers rubbish: never an exception, and once the card is silent it comes to its end within its own attempts. The first byte
/// picks the command, the second what is known of the line before it; the rest are pieces of answers, and silences.
/// </summary>
/// <param name="model">The card model.</param>
internal sealed class DialogueTarget(CardModel model) : IDecoderTarget
{
    // The longest conversation of all asks some thirty things, each a few times.
    private const int MostSilences = 200;

    private readonly bool _isStream = model.Profile.ShapeOf(model.Profile.Links[0].Scheme) == LinkShape.Stream;

    public string Name => $"{model.Profile.Id}/dialogue";

    public IReadOnlyList<byte[]> Corpus { get; } = [.. model.Commands.Select((command, at) => (byte[])[(byte)at, 1, .. Chunk.Write(model.Talk(command).Heard)])];

    /// <summary>Makes a frame of a piece that answers what was said last, as the piece's head asks; as it is by default.</summary>
    public Func<Chunk, WireMessage?, ReadOnlyMemory<byte>> Dress { get; init; } = (chunk, _) => chunk.Data;

    public void Run(ReadOnlyMemory<byte> input)
    {
        if (input.Length < 2)
        {
            return;
        }

        // A conversation cannot be held twice, so a second one is held where the first took much; the least counts, as in Memory.Hold.
        var most = Hold(input);
        most = most > 0 ? Math.Min(most, Hold(input)) : most;
        FindingException.Unless(most <= 0, $"an answer takes {most} bytes more of the heap than it may");
    }

    private long Hold(ReadOnlyMemory<byte> input)
    {
        var dialogue = model.Adapter.Begin(model.Commands[input.Span[0] % model.Commands.Count], model.Profile, model.Face);
        var step = dialogue.Start((input.Span[1] & 1) == 0 ? LineHistory.Unknown : LineHistory.InStep);
        var (said, most, rest) = ((WireMessage?)null, long.MinValue, Array.Empty<byte>());
        foreach (var chunk in Chunk.Read(input[2..]))
        {
            if (step is DialogueStep.Done)
            {
                break;
            }

            said = step is DialogueStep.Send send ? send.Message : said;
            var (answer, dressed) = (MessageBytes.ToAnswer(chunk), chunk with { Data = Dress(chunk, said) });
            byte[] bytes = [.. rest, .. dressed.Data.Span];
            var left = new ReadOnlySequence<byte>(bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            step = answer is null ? dialogue.OnSilence() : _isStream ? dialogue.OnBytes(ref left) : dialogue.OnAnswer(answer);

            // One read may bring many answers, to a question of which one is right and the others are passed over.
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before - Memory.JsonLimit - (Memory.AnsweringAByte * bytes.Length));
            FindingException.Unless(left.Length <= bytes.Length, "the input grows");
            rest = _isStream && answer is not null ? left.ToArray() : [];
        }

        for (var silences = 0; step is not DialogueStep.Done; silences++)
        {
            FindingException.Unless(silences < MostSilences, $"goes on after {silences} silences");
            step = dialogue.OnSilence();
        }

        _ = step.ToString();
        return most;
    }
}
