namespace Signage.Web.Accounts.Secrets;

/// <summary>Draws a text as a square code that a telephone reads. A host that has none registers none; then the text is typed.</summary>
public interface IQrDrawing
{
    /// <summary>The picture as PNG, with a quiet zone around it.</summary>
    /// <param name="text">The text; up to some hundred signs. It may be a secret: nothing of it may be kept or told to a log.</param>
    byte[] DrawPng(string text);
}
