namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>What the player's web server knows: docs/protocols/colorlight.md, section 2. Paths that are asked end in <c>.json</c>, their twins that set do not.</summary>
internal static class PlayerPaths
{
    public const string Info = "/api/info.json";
    public const string Dimension = "/api/dimension.json";
    public const string Action = "/api/action";
    public const string PowerState = "/api/powerstatus.json";
    public const string Screen = "/api/screenstatus";
    public const string ScreenState = "/api/screenstatus.json";
    public const string Brightness = "/api/brightness";
    public const string BrightnessState = "/api/brightnessandcolortemp.json";
    public const string Clock = "/api/rtc";
    public const string ClockState = "/api/rtc.json";
    public const string Programs = "/api/vsns.json";
    public const string Screenshot = "/api/screenshot";

    private const string Upload = "/api/program/";
    private const string Stored = "/api/vsns/sources/lan/vsns/";

    /// <summary>Takes a programme and plays it.</summary>
    public static string UploadOf(string file) => $"{Upload}{file}";

    /// <summary>Plays a programme that the player holds.</summary>
    public static string ActivatedOf(string file) => $"{Stored}{file}/activated";

    /// <summary>A programme that the player holds.</summary>
    public static string StoredOf(string file) => $"{Stored}{file}";
}
