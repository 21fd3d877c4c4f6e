namespace Signage.Renderer.Typesetting;

/// <summary>When a text may be set as a strip that moves.</summary>
internal enum StripUse
{
    /// <summary>The card cannot move one.</summary>
    Never,

    /// <summary>When it does not fit.</summary>
    WhenTooLong,

    /// <summary>The author asked for it.</summary>
    Always,
}
