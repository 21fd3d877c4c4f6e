using System.Globalization;
using System.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Colorlight.Wire;

namespace Signage.Protocols.Vendors.Colorlight;

/// <summary>The requests that we make: docs/protocols/colorlight.md, section 2. There is none for the network: its answers hold Wi-Fi passwords.</summary>
internal static class PlayerRequests
{
    private const string Json = "application/json; charset=utf-8";

    public static WireMessage.Request Info => WireMessage.Request.Get(PlayerPaths.Info);

    public static WireMessage.Request Dimension => WireMessage.Request.Get(PlayerPaths.Dimension);

    public static WireMessage.Request PowerState => WireMessage.Request.Get(PlayerPaths.PowerState);

    public static WireMessage.Request ScreenState => WireMessage.Request.Get(PlayerPaths.ScreenState);

    public static WireMessage.Request BrightnessState => WireMessage.Request.Get(PlayerPaths.BrightnessState);

    public static WireMessage.Request ClockState => WireMessage.Request.Get(PlayerPaths.ClockState);

    public static WireMessage.Request Programs => WireMessage.Request.Get(PlayerPaths.Programs);

    public static WireMessage.Request Screenshot => WireMessage.Request.Get(PlayerPaths.Screenshot);

    public static WireMessage.Request Power(bool on) => Say("POST", PlayerPaths.Action, on ? """{"command":"wakeup"}""" : """{"command":"sleep"}""");

    public static WireMessage.Request Screen(bool on) => Say("PUT", PlayerPaths.Screen, on ? """{"screenstatus":1}""" : """{"screenstatus":0}""");

    public static WireMessage.Request Brightness(int level) =>
        Say("PUT", PlayerPaths.Brightness, string.Create(CultureInfo.InvariantCulture, $$"""{"brightness":{{level}}}"""));

    /// <summary>Both automatic modes off, or the player would take the time from elsewhere at once.</summary>
    public static WireMessage.Request Clock(DateTimeOffset local) => Say("PUT", PlayerPaths.Clock, string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"time":"{{local.DateTime:yyyy-M-d HH:mm:ss}}","timezone":{{(decimal)local.Offset.Ticks / TimeSpan.TicksPerHour:0.##}},"isautotimezone":0,"isautotime":0}"""));

    public static WireMessage.Request Upload(PlayerUpload upload) =>
        new("POST", PlayerPaths.UploadOf(upload.Program.File), MultipartForm.TypeOf(upload.Boundary), upload.Body);

    public static WireMessage.Request Activate(string file) => Say("PUT", PlayerPaths.ActivatedOf(file), "{}");

    public static WireMessage.Request Delete(string file) => new("DELETE", PlayerPaths.StoredOf(file), null, ReadOnlyMemory<byte>.Empty);

    private static WireMessage.Request Say(string method, string path, string body) => new(method, path, Json, Encoding.UTF8.GetBytes(body));
}
