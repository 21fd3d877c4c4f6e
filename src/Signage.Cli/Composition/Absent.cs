using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Renderer.Shows;

namespace Signage.Cli.Composition;

/// <summary>What to say where a part of the program is not there yet.</summary>
internal static class Absent
{
    /// <summary>The complaint.</summary>
    public static UserError Part(string name) => new($"{name}: 此版本尚未提供 (not in this version yet)");
}

/// <summary>Stands where the renderer will be put.</summary>
internal sealed class AbsentDrawing : IDrawingRoom
{
    /// <inheritdoc />
    public RenderAnswer Render(IReadOnlyList<LoopItem> items, PanelFace face, CardAbilities abilities) => throw Absent.Part("排版 (typesetting)");

    /// <inheritdoc />
    public byte[] PlainPng(PixelFrame picture) => throw Absent.Part("PNG");

    /// <inheritdoc />
    public byte[] LedPng(PixelFrame picture) => throw Absent.Part("PNG");

    /// <inheritdoc />
    public Show ReadPicture(string path, PanelFace face, CardAbilities abilities) => throw Absent.Part("图片 (pictures)");
}

/// <summary>Stands where the site will be put.</summary>
internal sealed class AbsentSite : ISiteRoom
{
    /// <inheritdoc />
    public Task<JsonObject> AskAsync(string? dataFolder, JsonObject request, CancellationToken cancellationToken) => throw Absent.Part("站点 (the site)");

    /// <inheritdoc />
    public Task<int> RunAsync(SiteStart start, CancellationToken cancellationToken) => throw Absent.Part("站点 (the site)");
}

/// <summary>Holds nothing: for a machine without a site.</summary>
internal sealed class NobodyElse : IDisposable
{
    /// <summary>The only one.</summary>
    public static NobodyElse Instance { get; } = new();

    /// <inheritdoc />
    public void Dispose()
    {
        // There is nothing to let go of.
    }
}
