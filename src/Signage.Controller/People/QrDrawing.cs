using Signage.Renderer.Previews;
using Signage.Web.Accounts.Secrets;

namespace Signage.Controller.People;

/// <summary>Draws the square codes of the pages.</summary>
internal sealed class QrDrawing : IQrDrawing
{
    /// <inheritdoc />
    public byte[] DrawPng(string text) => QrPng.Draw(text);
}
