using Signage.Controller.Watching;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>A player that is stuck on one page of two shows a picture of the show, and not the show.</summary>
public sealed class FrozenLoopTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Seen_WhenTheLoopIsFrozen_FallsAndThenDiffers()
    {
        await using var test = new WorkerOnLoopback(heartbeatSeconds: 5, change: profile => profile with { ReadBack = new ReadBackRules(10, 0, 0, 20, AnyMoment: true) });
        var show = TwoPages(test);
        TimeSpan? frozen = null;
        test.Adapter.TakesAll = true;
        test.Adapter.Pong = () => new DialogueStep.Done(PanelOutcome.Accepted);
        test.Adapter.Pixels = () => new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([])
        {
            Pixels = Effects.FrameAt(show.Value.Loop, test.Panel.Face.Size, frozen ?? test.LineTime.GetUtcNow() - WorkerOnLoopback.Start),
        });
        test.Want(show);
        await test.AskedAsync();
        await test.LiveAsync(TimeSpan.FromSeconds(40), Step);
        Assert.Equal(PanelLight.Seen, SiteWindow.LightOf(test.State, blanked: false));

        frozen = TimeSpan.FromSeconds(1);
        await test.LiveAsync(TimeSpan.FromSeconds(28), Step);
        Assert.Equal(PanelLight.Sent, SiteWindow.LightOf(test.State, blanked: false));
        Assert.Equal(1, test.Adapter.Loads);

        await test.LiveAsync(TimeSpan.FromSeconds(40), Step);
        Assert.InRange(test.Adapter.Loads, 2, 3);
    }

    private static Approved<Show> TwoPages(WorkerOnLoopback test)
    {
        var face = test.Panel.Face;
        Page[] pages =
        [
            .. new byte[] { 1, 2 }.Select(mark => new Page(
                PixelFrame.Create(face.Size, face.Layout, mark, static (cells, lit) => cells.Fill(lit)), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5))),
        ];
        return new Approved<Show>(new Show(face, test.Profile.Id, [.. pages.Select(page => new ShowPage(page, Revision.Blank))]));
    }
}
