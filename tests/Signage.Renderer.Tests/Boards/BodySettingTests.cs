using Signage.Renderer.Boards.Setting;
using Signage.Renderer.Boards.Typefaces;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Paragraphs at the edges of the rules of their last lines, in a room of 30 characters.</summary>
public sealed class BodySettingTests
{
    private static readonly Area Room = new(0, 0, 300, 200);
    private static readonly BoardFont Font = new BoardFonts()[BoardFontFile.WenKai];

    [Theory]
    [InlineData(6)]
    [InlineData(24)]
    public void Set_WhenALongWordWouldKeepTheLastCharacterCompany_StaysInside(int marks)
    {
        var text = $"{new string('善', 28)}一二三四{new string('a', 44)}善{new string('！', marks)}";
        Assert.All(Set(text), line => Assert.True(Right(line) <= Room.Right + 0.01f, $"{line} ends at {Right(line)}"));
    }

    [Fact]
    public void Set_WhenTheLastCharacterHasRoomForCompany_GetsIt() =>
        Assert.Equal(2, Set($"{new string('善', 28)}{new string('善', 31)}")[^1].Text.Length);

    private static IReadOnlyList<TextLine> Set(string text) => new BodySetting(Font, [text], 1.62f).Set(Room, 10, 10)!.Lines;

    private static float Right(TextLine line) =>
        line.Left + (Font.Advances(line.Text).Sum() * line.Size / BoardFont.Em) + (line.Spacing * (line.Text.EnumerateRunes().Count() - 1));
}
