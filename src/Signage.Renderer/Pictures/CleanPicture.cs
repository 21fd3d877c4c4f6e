using System.Security.Cryptography;
using Signage.Core.Frames;

namespace Signage.Renderer.Pictures;

/// <summary>A picture that was drawn anew: a PNG written by this program, with pixels and nothing else in it. Immutable.</summary>
public sealed class CleanPicture
{
    internal CleanPicture(ReadOnlyMemory<byte> png, PixelSize size)
    {
        Png = png;
        Size = size;
        Digest = Convert.ToHexStringLower(SHA256.HashData(png.Span));
    }

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Png { get; }

    /// <summary>Its pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>SHA-256 of the file, lower-case hex. It is the picture's name.</summary>
    public string Digest { get; }
}
