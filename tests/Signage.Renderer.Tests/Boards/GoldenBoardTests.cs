using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Signage.Core.Programmes;
using Signage.Renderer.Boards;
using Signage.Renderer.Tests.Golden;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Boards that were looked at.</summary>
public sealed class GoldenBoardTests
{
    [Fact]
    public void Slogans_WhenSetOnPaper_BreakAtTheirPauses()
    {
        var table = new StringBuilder();
        foreach (var size in new[] { "A3", "1920x1080", "epaper" })
        {
            table.Append(CultureInfo.InvariantCulture, $"{size}\n");
            foreach (var slogan in CharityPack.Instance.Slogans)
            {
                var facts = Samples.Made(Samples.Press.Png(new BoardItem(slogan.Text), Samples.Size(size), BoardTemplate.Plain)).Facts;
                table.Append(CultureInfo.InvariantCulture, $"  {facts.TitleSize,5:0} {string.Join(" / ", facts.TitleLines)}\n");
            }
        }

        GoldenText.AssertSame("board-slogans", table.ToString());
    }

    [Fact]
    public void Files_WhenMade_AreTheOnesThatWereLookedAt()
    {
        var table = new StringBuilder();
        foreach (var (size, template) in new[] { ("A3", BoardTemplate.Solemn), ("A2", BoardTemplate.Light), ("600x900", BoardTemplate.Plain) })
        {
            Add($"{size} {template} pdf", Samples.Press.Pdf(Samples.News, Samples.Size(size), template));
        }

        foreach (var template in Samples.Templates)
        {
            Add($"epaper {template} png", Samples.Press.Png(Samples.News, Samples.Size("epaper"), template));
        }

        GoldenText.AssertSame("board-digests", table.ToString());

        void Add(string what, BoardAnswer answer) =>
            table.Append(CultureInfo.InvariantCulture, $"{what} {Convert.ToHexStringLower(SHA256.HashData(Samples.Made(answer).File.Span))}\n");
    }
}
