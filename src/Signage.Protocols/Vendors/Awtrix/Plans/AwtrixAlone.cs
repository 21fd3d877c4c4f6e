using Signage.Core.Frames;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix.Plans;

/// <summary>An app of ours and its name.</summary>
/// <param name="Name">Names the content too: an app of that name in the loop is this one.</param>
/// <param name="App">What it shows.</param>
internal sealed record AwtrixNamed(string Name, AwtrixApp App);

/// <summary>
/// Makes apps of ours all that the glass shows, and proves it: the clock's own list of its loop names exactly them, in order, and its pixels are one
/// of theirs. What each step is for stands in docs/protocols/awtrix.md, section 5.
/// <code>
///   (dark: a black notification first) ─► settings, where they differ ─► what lies over the loop off ─► first app
///      ─► look ─ loop is not ours alone ─► foreign apps away, ours that are missing or out of order anew ─► look …
///          │ ▲
///          │ └─ pixels are not ours ─► notification away (dark: black one again)
///          └─ both ours ─► Accepted
/// </code>
/// The loop is never emptied on the way: the firmware divides by its length.
/// </summary>
/// <param name="apps">The loop, at least one.</param>
/// <param name="pictures">What they show.</param>
/// <param name="upkeep">What else has to be so.</param>
/// <param name="isDark">True when the apps light nothing: then a black notification stands before everything, at once and for as long as it takes.</param>
internal sealed class AwtrixAlone(IReadOnlyList<AwtrixNamed> apps, IReadOnlyList<PixelFrame> pictures, AwtrixUpkeep upkeep, bool isDark) : IAwtrixPlan
{
    /// <summary>How often the loop is put right before giving up: somebody else works against us.</summary>
    private const int MostRounds = 4;

    /// <summary>How often what covers the apps is taken away: notifications stand in a row, and each dismissal ends one.</summary>
    private const int MostCovers = 8;

    private static readonly AwtrixWord Dismissal = AwtrixWord.Bare(AwtrixWord.Dismiss);

    /// <summary>Black over everything, until it is dismissed. It takes the place of what stands in front, so that nothing is lit for a moment.</summary>
    public static AwtrixWord Curtain { get; } = new(
        AwtrixWord.Notify, new AwtrixApp { Background = "#000000", Hold = true, Stack = false }.Write());

    /// <inheritdoc />
    public PixelFrame? Picture => pictures[0];

    /// <inheritdoc />
    public IEnumerable<AwtrixStep> Steps(AwtrixMemory memory, LineHistory history)
    {
        var upkept = upkeep.Steps(memory, history);
        foreach (var step in isDark ? upkept.Prepend(new AwtrixStep.Tell(Curtain)) : upkept)
        {
            yield return step;
        }

        IReadOnlyList<AwtrixNamed> missing = [apps[0]];
        var isFirst = true;
        for (var (rounds, covers) = (0, 0); rounds < MostRounds && covers < MostCovers;)
        {
            foreach (var app in missing)
            {
                yield return new AwtrixStep.Tell(new AwtrixWord(AwtrixWord.Custom + app.Name, app.App.Write()));
                if (memory.NoRoom)
                {
                    yield return new AwtrixStep.End(new DialogueStep.Done(PanelOutcome.Busy, Detail: CardWords.NoRoom.With(app.Name)));
                }
            }

            yield return new AwtrixStep.Look();
            var change = AwtrixLoop.Change(memory.Loop!, apps, isFirst);
            isFirst = false;
            if (change.IsNothing)
            {
                if (pictures.Contains(memory.Screen))
                {
                    yield return new AwtrixStep.End(new DialogueStep.Done(PanelOutcome.Accepted, new PanelReading([]) { Plays = AwtrixPages.ContentOf(apps[0].Name) }));
                }

                covers++;
                missing = [];
                yield return new AwtrixStep.Tell(isDark ? Curtain : Dismissal);
                continue;
            }

            rounds++;
            foreach (var name in change.Remove)
            {
                yield return new AwtrixStep.Tell(AwtrixWord.Delete(name));
            }

            missing = change.Add;
        }

        yield return new AwtrixStep.End(new DialogueStep.Done(PanelOutcome.Busy, Detail: CardWords.NotAlone.With(string.Join(", ", memory.Loop ?? []))));
    }
}
