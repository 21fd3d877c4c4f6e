using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;

namespace Signage.Conformance.Tests.Panels;

/// <summary>The card models of the repository, and the adapters of the program.</summary>
internal static class Models
{
    public static PanelAdapters Adapters { get; } = new(typeof(IPanelAdapter).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IPanelAdapter)))
        .Select(type => (IPanelAdapter)Activator.CreateInstance(type)!));

    public static IReadOnlyList<DeviceProfile> All { get; } = Read();

    public static DeviceProfile Of(string id) => All.Single(profile => profile.Id == id);

    /// <summary>A face that needs several datagrams where pictures are streamed, as small as can be elsewhere.</summary>
    public static PanelFace FaceOf(DeviceProfile profile)
    {
        var (width, height) = profile.Protocol == "onbon-bx6" ? (160, 16) : (64, 16);
        var colour = profile.Colours.Contains(ColourAbility.Full) ? ColourAbility.Full : profile.Colours[0];
        return new PanelFace(
            new PixelSize(Math.Clamp(width, profile.Face.MinWidth, profile.Face.MaxWidth), Math.Clamp(height, profile.Face.MinHeight, profile.Face.MaxHeight)), colour);
    }

    private static IReadOnlyList<DeviceProfile> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Signage.sln")))
        {
            folder = folder.Parent;
        }

        var root = Path.Combine(folder.FullName, "firmware-profiles");
        var files = Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Where(path => !path.Contains("schema", StringComparison.Ordinal))
            .Select(path => new ProfileFile(path, Path.ChangeExtension(Path.GetRelativePath(root, path).Replace('\\', '/'), null), File.ReadAllText(path)));
        var reading = new ProfileReader(Adapters).Read(files);
        return reading.Catalog?.All ?? throw new InvalidOperationException(string.Join('\n', reading.Errors));
    }
}
