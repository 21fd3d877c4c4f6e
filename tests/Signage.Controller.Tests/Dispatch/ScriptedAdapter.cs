using System.Buffers;
using System.Threading.Channels;
using Signage.Core.Panels;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Wire;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A protocol of one byte: any byte is the question, and the answer is the outcome's number. Tells which shows were asked for, in order.</summary>
internal sealed class ScriptedAdapter : IPanelAdapter
{
    private static readonly TimeSpan LongerThanAnyTest = TimeSpan.FromDays(1);
    private readonly Channel<Show> _asked = Channel.CreateBounded<Show>(64);
    private readonly Channel<bool> _darkened = Channel.CreateBounded<bool>(64);
    private readonly Channel<bool> _pinged = Channel.CreateBounded<bool>(64);
    private readonly System.Collections.Concurrent.ConcurrentQueue<PanelCommand> _told = new();
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _order = new();
    private bool _fail;
    private int _loads;
    private int _frames;

    public string Protocol => "onbon-bx6";

    public IEnumerable<string> Validate(DeviceProfile profile) => [];

    public IEnumerable<string> Complaints(DeviceProfile profile, PanelFace face) => [];

    public string? Address(DeviceProfile profile) => null;

    /// <summary>The next show that is begun makes the adapter throw, as a bug would.</summary>
    public void FailNext() => Volatile.Write(ref _fail, true);

    /// <summary>What the card hands back when it is asked for its pixels; null for a card that hands back none.</summary>
    public Func<DialogueStep.Done>? Pixels { get; set; }

    /// <summary>What the card says when it is asked whether it is there, without a word on the wire; null leaves that to the far end.</summary>
    public Func<DialogueStep.Done>? Pong { get; set; }

    /// <summary>True for a card that takes every show without a word on the wire.</summary>
    public bool TakesAll { get; set; }

    /// <summary>The number of the streamed picture at which the adapter throws; 0 for never, -2 for every second one.</summary>
    public int ThrowsAtFrame { get; set; }

    /// <summary>What else the card was told, in order: to show what is streamed, to switch on or off, its brightness.</summary>
    public IReadOnlyCollection<PanelCommand> Told => _told;

    /// <summary>In which order shows and brightnesses reached a card that takes all: "show", or the percentage.</summary>
    public IReadOnlyCollection<string> Order => _order;

    /// <summary>How the card answers to a brightness.</summary>
    public PanelOutcome Dimming { get; set; } = PanelOutcome.Accepted;

    /// <summary>What happens, once, when the card is told a brightness.</summary>
    public Action? Dimmed { get; set; }

    /// <summary>What the card says when its state is asked for; null leaves that question unknown to it.</summary>
    public Func<DialogueStep.Done>? Status { get; set; }

    /// <summary>How the card answers when its clock is set.</summary>
    public PanelOutcome Clocking { get; set; } = PanelOutcome.Accepted;

    /// <summary>How many shows were loaded.</summary>
    public int Loads => Volatile.Read(ref _loads);

    /// <summary>How many pictures were streamed.</summary>
    public int Frames => Volatile.Read(ref _frames);

    public IPanelDialogue Begin(PanelCommand command, DeviceProfile profile, PanelFace face) => command switch
    {
        PanelCommand.LoadPages when Interlocked.Exchange(ref _fail, false) => throw new InvalidOperationException("scripted failure"),
        PanelCommand.ShowFrame when Interlocked.Increment(ref _frames) is var frame && (frame == ThrowsAtFrame || (ThrowsAtFrame == -2 && frame % 2 == 0)) => throw new InvalidOperationException("scripted failure of the stream"),
        PanelCommand.LoadPages load when TakesAll => new Silent(() =>
        {
            Interlocked.Increment(ref _loads);
            _order.Enqueue("show");
            _asked.Writer.TryWrite(load.Show);
        }),
        PanelCommand.SetBrightness told => new Answered(() =>
        {
            _told.Enqueue(told);
            _order.Enqueue(told.Percent.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var then = Dimmed;
            Dimmed = null;
            then?.Invoke();
            return new DialogueStep.Done(Dimming);
        }),
        PanelCommand.ReadStatus when Status is { } status => new Answered(() =>
        {
            _order.Enqueue("read");
            return status();
        }),
        PanelCommand.SetClock clock => new Answered(() =>
        {
            _told.Enqueue(clock);
            _order.Enqueue("clock");
            return new DialogueStep.Done(Clocking);
        }),
        PanelCommand.SetPower or PanelCommand.ShowStreamed => new Silent(() => _told.Enqueue(command)),
        PanelCommand.ReadPixels when Pixels is { } pixels => new Answered(pixels),
        PanelCommand.Ping when Pong is { } pong => new Answered(pong),
        PanelCommand.LoadPages load => new Dialogue(() => _asked.Writer.TryWrite(load.Show)),
        PanelCommand.Ping => new Dialogue(() => _pinged.Writer.TryWrite(true)),
        _ => new Silent(command is PanelCommand.Blank ? () => _darkened.Writer.TryWrite(true) : () => { }),
    };

    /// <summary>The next time that the card was asked whether it is there.</summary>
    public ValueTask<bool> PingedAsync(CancellationToken cancellationToken) => _pinged.Reader.ReadAsync(cancellationToken);

    /// <summary>The next time that the card was darkened.</summary>
    public ValueTask<bool> DarkenedAsync(CancellationToken cancellationToken) => _darkened.Reader.ReadAsync(cancellationToken);

    public IReadOnlyList<byte[]> Encode(PanelCommand command, DeviceProfile profile, PanelFace face, IReadOnlyDictionary<string, string> options) => [];

    public IReadOnlyList<DecodedPacket> Decode(ReadOnlyMemory<byte> capture) => [];

    /// <summary>The next show that a dialogue began to send.</summary>
    public ValueTask<Show> AskedAsync(CancellationToken cancellationToken) => _asked.Reader.ReadAsync(cancellationToken);

    /// <summary>Anything but a show (darkening, that is) is taken without a word on the wire.</summary>
    private sealed class Silent(Action started) : IPanelDialogue
    {
        private static DialogueStep.Done Taken => new(PanelOutcome.Accepted);

        public DialogueStep Start(LineHistory history)
        {
            started();
            return Taken;
        }

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => Taken;

        public DialogueStep OnSilence() => Taken;
    }

    private sealed class Answered(Func<DialogueStep.Done> answer) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history) => answer();

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input) => answer();

        public DialogueStep OnSilence() => answer();
    }

    private sealed class Dialogue(Action started) : IPanelDialogue
    {
        public DialogueStep Start(LineHistory history)
        {
            started();
            return new DialogueStep.Send(new WireMessage.Bytes(new byte[] { 1 }), LongerThanAnyTest);
        }

        public DialogueStep OnBytes(ref ReadOnlySequence<byte> input)
        {
            var outcome = (PanelOutcome)input.FirstSpan[0];
            input = input.Slice(1);
            return new DialogueStep.Done(outcome, Detail: outcome == PanelOutcome.Accepted ? null : $"the card said {outcome}");
        }

        public DialogueStep OnSilence() => new DialogueStep.Done(PanelOutcome.NoAnswer, LinkSpoiled: true);
    }
}
