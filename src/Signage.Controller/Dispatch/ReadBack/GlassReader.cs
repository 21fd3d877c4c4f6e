using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Dialogues;
using Signage.Renderer.Previews;

namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>The picture in what a card answered, whether it came as pixels or as a file.</summary>
internal static class GlassReader
{
    /// <summary>The picture; null and the reason when there is none of the panel's face.</summary>
    public static (PixelFrame? Picture, string? Complaint) Read(PanelReading? reading, PanelFace face)
    {
        if (reading?.Pixels is { } pixels)
        {
            return (pixels, null);
        }

        if (reading is not { Screenshot.IsEmpty: false })
        {
            return (null, Words.NoPixels);
        }

        try
        {
            return (PictureFile.Read(reading.Screenshot, face), null);
        }
        catch (FormatException unreadable)
        {
            return (null, unreadable.Message);
        }
    }
}
