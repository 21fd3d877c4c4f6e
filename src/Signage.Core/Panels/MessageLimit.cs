namespace Signage.Core.Panels;

/// <summary>How much a card may be told, or may tell, at once.</summary>
public static class MessageLimit
{
    /// <summary>The longest message, picture files included: 16 MiB. Our own choice; what a link carries, whoever reads a picture must be able to take.</summary>
    public const int MostBytes = 16 * 1024 * 1024;
}
