namespace Signage.Renderer.Pictures.Worker;

/// <summary>
/// Pictures of this program's own, drawn before the process is limited: whatever the runtime and the decoders open the first time they are used is open then, and afterwards nothing can
/// be opened any more.
/// </summary>
internal static class WorkerRehearsal
{
    // Each 16x8 in red, green, blue and white, written by ImageMagick 6.9.
    private static readonly string[] Pictures =
    [
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAIAAAB/FOjAAAAAIElEQVQY02P8z4AdMOKQYGIgEdBeAyMDA3bH/h86fgAAFLMFC68oD/AAAAAASUVORK5CYII=",
        "R0lGODlhEAAIAPEDAP8AAAD/AAAA/////yH5BAAAAAAALAAAAAAQAAgAAAIahG+hq4jM3IFLJhqE3nr473EcCIob+ZkdOhQAOw==",
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQU"
            + "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAcEAABAwUAAAAAAAAAAAAAAAAAFxhlZqSl4uP/xAAW"
            + "AQEBAQAAAAAAAAAAAAAAAAAIBwn/xAAbEQABBQEBAAAAAAAAAAAAAAAAFxhko+Nl4v/aAAwDAQACEQMRAD8AGyrRdxqXBsnYo2Ea4flXZFkGf1bjeoH0ymV+zONHZ9Wh/9k=",
    ];

    /// <summary>Draws one of each kind.</summary>
    /// <param name="draw">Draws a picture as those from outside will be drawn.</param>
    public static void Run(Action<byte[], HeadAnswer.Sound> draw)
    {
        foreach (var picture in Pictures)
        {
            var file = Convert.FromBase64String(picture);
            draw(file, (HeadAnswer.Sound)PictureHead.Read(file));
        }
    }
}
