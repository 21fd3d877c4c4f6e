using System.Buffers;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Win32.SafeHandles;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Onbon;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Testing.Terminals;
using Signage.Transports.Pumping;
using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

/// <summary>
/// A card on a real terminal device that answers an update only after everybody has given up: the bytes arrive in the next session of the port.
/// Patience is on a clock that the test moves.
/// </summary>
public sealed class SerialLateAnswerTests : IAsyncDisposable
{
    private const byte EndOfFrame = 0x5A;

    private static readonly PanelFace Face = PanelFace.Parse("16x8x1");

    private readonly PtyPair _pty = new();
    private readonly SafeFileHandle _cable;
    private readonly FakeTimeProvider _patience = new();
    private readonly ClosingWatch _transport = new(new SerialTransport(TimeProvider.System));
    private readonly Bx6Adapter _adapter = new();
    private readonly DeviceProfile _profile = CommittedProfile();
    private readonly ISimulatedCard _card;
    private PanelLine _line;

    public SerialLateAnswerTests()
    {
        _cable = DeviceHolder.Watch(_pty.Device);
        _card = SimulatedCards.Create(_profile, Face, new CardClock(TimeProvider.System));
        _line = NewLine();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _cable.Dispose();
        _pty.Dispose();
    }

    [Fact]
    public async Task Update_WhenTheAnswerToTheOneBeforeComesLate_IsAcceptedOnlyByItsOwn()
    {
        var first = BlankAsync();
        await AnswerAsync("ping");
        var late = await HearAsync("dynamic update");
        await _transport.Closes.AdvanceInRestUntilDoneAsync(_patience);
        Assert.Equal(PanelOutcome.NoAnswer, (await first).Outcome);

        await NextIsAcceptedOnlyByItsOwnAsync(late);
    }

    [Fact]
    public async Task Update_WhenTheProgramBeforeDiedInTheMiddle_IsAcceptedOnlyByItsOwn()
    {
        var first = BlankAsync();
        await AnswerAsync("ping");
        var late = await HearAsync("dynamic update");
        await _line.DisposeAsync();
        Assert.Equal("线路已关闭 (the line was closed)", (await first).Detail);
        _line = NewLine();

        await NextIsAcceptedOnlyByItsOwnAsync(late);
    }

    [Fact]
    public async Task Update_WhenTheOneBeforeWasAnswered_NeedsNoPing()
    {
        var first = BlankAsync();
        await AnswerAsync("ping");
        await AnswerAsync("dynamic update");
        await first;
        var second = BlankAsync();
        await AnswerAsync("dynamic update");
        Assert.Equal(PanelOutcome.Accepted, (await second).Outcome);
    }

    private async Task NextIsAcceptedOnlyByItsOwnAsync(byte[] late)
    {
        var second = BlankAsync();
        var pong = await HearAsync("ping");
        _pty.Answer([.. late, .. pong]);
        var own = await HearAsync("dynamic update");
        Assert.False(second.IsCompleted);
        _pty.Answer(own);
        Assert.Equal(PanelOutcome.Accepted, (await second).Outcome);
    }

    private async Task AnswerAsync(string question) => _pty.Answer(await HearAsync(question));

    /// <summary>Waits for a question and gives the card's answer to it, which is not sent yet.</summary>
    private async Task<byte[]> HearAsync(string question)
    {
        // The end of a frame is the only such byte in it: inside it would be escaped.
        var heard = new List<byte>();
        do
        {
            heard.AddRange(await _pty.ReadAsync(1).WaitAsync(TimeSpan.FromSeconds(60), Token));
        }
        while (heard[^1] != EndOfFrame);

        Assert.Equal(question, Assert.Single(_adapter.Decode(heard.ToArray())).Packet);
        var input = new ReadOnlySequence<byte>(heard.ToArray());
        var answer = new ArrayBufferWriter<byte>();
        ((IByteCard)_card).OnBytes(ref input, answer);
        return answer.WrittenSpan.ToArray();
    }

    private Task<DialogueStep.Done> BlankAsync() => _line.AskAsync(_adapter.Begin(new PanelCommand.Blank(), _profile, Face), Token);

    private PanelLine NewLine() => new(new Uri($"serial:{_pty.Device}"), _transport, new DialoguePump(_patience));

    private static DeviceProfile CommittedProfile()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        var path = Path.Combine(folder, "firmware-profiles", "onbon", "bx-6q2.json");
        var reading = new ProfileReader(new PanelAdapters([new Bx6Adapter()])).Read([new ProfileFile(path, "onbon/bx-6q2", File.ReadAllText(path))]);
        return reading.Catalog!.All.Single();
    }
}
