using System.Text;
using CsCheck;
using Signage.Renderer.Boards;
using Signage.Renderer.Boards.Looks;
using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Whatever the words, the size and the look: every word is there, in order, inside, on nobody else, and large enough to be read.</summary>
public sealed class BoardSetterProperties
{
    private const string NeverFirst = "，。！？；：…”）》、";
    private const string NeverLast = "“（《";
    private static readonly BoardFonts Fonts = new();

    [Fact]
    public void Set_WhenAnyItem_KeepsEveryWordInOrder() => Sample((item, board) =>
    {
        Assert.Equal(Samples.Joined([item.Title]), Samples.Joined(Lines(board, Voice.Title)));
        Assert.Equal(Samples.Joined(item.Body), Samples.Joined(Lines(board, Voice.Body)));
        foreach (var word in new[] { item.Place, item.Signer }.OfType<string>())
        {
            Assert.Contains(Lines(board, Voice.Small), line => line.Contains(word, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Set_WhenAnyItem_KeepsEverythingInsideTheMargins() => Sample((_, board) =>
    {
        var room = Area.Of(board.Size).Inside(board.Size.Margin - 0.01f);
        Assert.All(Boxes(board), box => Assert.True(
            box.Left >= room.Left && box.Top >= room.Top && box.Right <= room.Right && box.Bottom <= room.Bottom, $"{box} leaves {room}"));
    });

    [Fact]
    public void Set_WhenAnyItem_PutsNothingOnAnythingElse() => Sample((_, board) =>
    {
        var boxes = Boxes(board).ToArray();
        for (var one = 0; one < boxes.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var apart = boxes[one].Left >= boxes[other].Right || boxes[other].Left >= boxes[one].Right
                    || boxes[one].Top >= boxes[other].Bottom || boxes[other].Top >= boxes[one].Bottom;
                Assert.True(apart, $"{boxes[one]} lies on {boxes[other]}");
            }
        }

        Assert.DoesNotContain(boxes, box => box.Top < board.Divider && board.Divider < box.Bottom && box.Left < board.Room.Right && box.Right > board.Room.Left);
    });

    [Fact]
    public void Set_WhenAnyItem_IsLargeEnoughToBeRead() => Sample((_, board) => Assert.All(board.Lines, line => Assert.True(
        line.Size >= (line.Voice == Voice.Body ? board.Size.LeastBody : line.Voice == Voice.Title ? board.Size.LeastBody * 1.29f : board.Size.Module * 1.99f), $"{line}")));

    // A text with more marks in a row than a line has room for may be broken anywhere: those are left out.
    [Fact]
    public void Set_WhenNoRunOfMarksIsLongerThanALine_ObeysTheRulesOfLineEnds() => Sample((item, board) =>
    {
        if (item.Body.Append(item.Title).Any(text => LongestRun(text) > 4))
        {
            return;
        }

        foreach (var voice in new[] { Voice.Title, Voice.Body })
        {
            string[] lines = [.. Lines(board, voice)];
            string[] beginnings = [.. item.Body.Append(item.Title).Select(text => text.Trim(' ', '　'))];
            Assert.All(lines, line => Assert.True(!NeverFirst.Contains(line[0]) || beginnings.Any(text => text.StartsWith(line, StringComparison.Ordinal)), line));
            Assert.All(lines, line => Assert.True(!NeverLast.Contains(line[^1]) || beginnings.Any(text => text.EndsWith(line, StringComparison.Ordinal)), line));
        }
    });

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        for (var at = 1; at < text.Length; at++)
        {
            run = NeverFirst.Contains(text[at]) || NeverLast.Contains(text[at - 1]) || text[at] < 0x80 || text[at] == '　' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static IEnumerable<string> Lines(SetBoard board, Voice voice) => board.Lines.Where(line => line.Voice == voice).Select(line => line.Text);

    private static IEnumerable<Area> Boxes(SetBoard board)
    {
        foreach (var line in board.Lines)
        {
            var letters = line.Text.EnumerateRunes().Count();
            var width = (Fonts[line.Font].Advances(line.Text).Sum() * line.Size / BoardFont.Em) + (line.Spacing * (letters - 1));
            yield return new Area(line.Left, line.Top, line.Left + width, line.Top + line.Size);
        }

        if (board.Code is { } code)
        {
            yield return code.Card;
        }
    }

    private static void Sample(Action<BoardItem, SetBoard> holds)
    {
        var set = 0;
        Gen.Select(Samples.Items, Samples.OneOf(Samples.Sizes), Samples.OneOf(Samples.Templates)).Sample((item, size, template) =>
        {
            var trimmed = item with { Title = item.Title.Trim(), Body = [.. item.Body.Select(text => text.Trim())] };
            var board = new BoardSetter(Fonts, size, BoardLook.Of(template, size.Medium)).Set(trimmed, out var refusal);
            Assert.True(board is null == refusal is not null);
            if (board is not null)
            {
                Interlocked.Increment(ref set);
                holds(trimmed, board);
            }
        }, iter: 200);

        // Refusing everything would hold all properties.
        Assert.True(set > 100, $"only {set} of 200 were set");
    }
}
