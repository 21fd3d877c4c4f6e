using Signage.Core.Alerts;
using Signage.Renderer.Shows;

namespace Signage.Controller.Alerts;

/// <summary>How a site puts the words of a warning together: the usual way, and of the forms that it allows one that the fonts here can draw.</summary>
internal static class DrawnTemplate
{
    /// <summary>The template for a site.</summary>
    public static AlertTemplate Of(IShowRenderer renderer) => AlertTemplate.Usual with { CanBeDrawn = words => renderer.Complaints(words).Count == 0 };
}
