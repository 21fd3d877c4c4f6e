using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Transports.Streaming;

namespace Signage.Controller.Dispatch.Delivery;

/// <summary>Pages are uploaded; the card animates alone, so there is nothing to do in between.</summary>
/// <param name="post">The panel and how it is reached.</param>
/// <param name="time">The clock of the line.</param>
internal sealed class PagesDelivery(PanelPost post, TimeProvider time) : IPanelDelivery
{
    /// <inheritdoc />
    public IPanelDialogue Light(Show show, StorageUse use) =>
        post.Adapter.Begin(new PanelCommand.LoadPages(show) { Storage = use }, post.Profile, post.Panel.Face);

    /// <inheritdoc />
    public IPanelDialogue Darken(bool atOnce)
    {
        var profile = atOnce ? post.Profile with { Timing = post.Profile.Timing with { Attempts = 1 } } : post.Profile;
        return post.Adapter.Begin(new PanelCommand.Blank(), profile, post.Panel.Face);
    }

    /// <inheritdoc />
    public FrameStamp? StreamStart => null;

    /// <inheritdoc />
    public FrameReport? Report => null;

    /// <inheritdoc />
    public DialogueStep.Done? TakeFailure() => null;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
}
