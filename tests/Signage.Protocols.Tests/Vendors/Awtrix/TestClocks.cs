using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Protocols.Tests.Profiles;
using Signage.Protocols.Vendors.Awtrix;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>The card models of this family, and shows for them.</summary>
internal static class TestClocks
{
    public static PanelFace Face { get; } = PanelFace.Parse("32x8xrgb");

    public static DeviceProfile Mqtt { get; } = Committed("awtrix/awtrix3-mqtt");

    public static DeviceProfile Http { get; } = Committed("awtrix/awtrix3-http");

    /// <summary>A loop of pages: one lit pixel each, in the place of its number.</summary>
    public static Show Show(params int[] seconds) => Show(Mqtt.Id, [.. seconds.Select((stay, place) => Page(Dot(place), stay))]);

    public static Show Show(string profile, IReadOnlyList<Page> pages) => new(Face, profile, [.. pages.Select(page => new ShowPage(page, Revision.Blank))]);

    public static Page Page(PixelFrame picture, int seconds) => new(picture, Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(seconds));

    public static PixelFrame Dot(int place) => PixelFrame.Create(Face.Size, Face.Layout, place, static (cells, at) => cells[(at * 3) + 1] = 255);

    private static DeviceProfile Committed(string id)
    {
        var reader = new ProfileReader(new PanelAdapters([new AwtrixAdapter()]));
        var reading = reader.Read(ProfileFolderOfTests.Committed.Where(file => file.ExpectedId == id));
        return Assert.Single(reading.Catalog?.All ?? throw new InvalidOperationException(string.Join('\n', reading.Errors)));
    }
}
