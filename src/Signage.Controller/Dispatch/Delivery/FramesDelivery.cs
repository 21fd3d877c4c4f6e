using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;
using Signage.Transports.Streaming;

namespace Signage.Controller.Dispatch.Delivery;

/// <summary>
/// Pictures are streamed. Darkness is streamed too: a card that is sent nothing falls back to a picture of its own, and that would be light.
/// </summary>
internal sealed class FramesDelivery : IPanelDelivery
{
    private static readonly TimeSpan AnyTime = TimeSpan.FromSeconds(1);

    private readonly FramePlayer _player;
    private readonly IReadOnlyList<Page> _darkness;
    private readonly PixelSize _face;
    private readonly Action<Exception?> _broke;
    private DialogueStep.Done? _failure;

    /// <param name="post">The panel and how it is reached.</param>
    /// <param name="pacing">How pictures are streamed.</param>
    /// <param name="mayLight">Asked before each lit picture.</param>
    /// <param name="broke">Told that the stream broke off, and which failure of the program did it, if one did; must neither wait nor throw.</param>
    /// <param name="time">The clock of the line.</param>
    public FramesDelivery(PanelPost post, FramePacing pacing, Func<bool> mayLight, Action<Exception?> broke, TimeProvider time)
    {
        _broke = broke;
        _face = post.Panel.Face.Size;
        _darkness = [new Page(PixelFrame.Dark(_face, post.Panel.Face.Layout), Effect.Static, AnyTime, AnyTime)];
        _player = new FramePlayer(
            post.Lines.Content, pacing, (frame, tick) => post.Adapter.Begin(new PanelCommand.ShowFrame(frame, tick), post.Profile, post.Panel.Face), time)
        {
            MayLight = mayLight,
            Guard = picture => new PulsedDialogue(picture, post.Pulses.Stream, post.LongestStep),
            Broken = done => Break(done, null),
        };
    }

    /// <inheritdoc />
    public FrameStamp? StreamStart => _player.Start;

    /// <inheritdoc />
    public FrameReport? Report => _player.Report;

    /// <inheritdoc />
    public IPanelDialogue Light(Show show, StorageUse use) => _player.Begin(show.Loop, _face);

    /// <inheritdoc />
    public IPanelDialogue Darken(bool atOnce) => _player.Begin(_darkness, _face);

    /// <inheritdoc />
    public DialogueStep.Done? TakeFailure() => Interlocked.Exchange(ref _failure, null);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _player.RunAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The same picture would fail again at once: the stream ends here, and whoever looks after the panel begins it anew after a pause.
                _player.Stop();
                Break(new DialogueStep.Done(PanelOutcome.NoAnswer, Detail: OutcomeWords.Of(failure)), failure);
            }
        }
    }

    private void Break(DialogueStep.Done done, Exception? failure)
    {
        Volatile.Write(ref _failure, done);
        _broke(failure);
    }
}
