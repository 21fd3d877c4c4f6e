namespace Signage.Renderer.Pictures;

/// <summary>The kinds of pictures that are taken from outside.</summary>
public enum PictureKind
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>Graphics Interchange Format; its first picture is taken.</summary>
    Gif,
}
