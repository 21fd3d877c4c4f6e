using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Web.Wording;

/// <summary>Face and link of a panel in words.</summary>
internal static class PanelWords
{
    /// <summary>屏面, such as 160×16 点 单色.</summary>
    public static string Face(PanelFace face) => Words.Face.With(face.Size.Width, face.Size.Height, Colour(face.Colour));

    /// <summary>链路.</summary>
    public static string Link(Uri endpoint) => endpoint.Scheme switch
    {
        "serial" => Words.LinkSerial,
        "tcp" => Words.LinkTcp,
        "http" => Words.LinkHttp,
        "udp" => Words.LinkUdp,
        "mqtt" => Words.LinkMqtt,
        _ => Words.LinkOther.With(endpoint.Scheme),
    };

    /// <summary>Where the card is reached, without the name and password that may stand in an endpoint.</summary>
    public static string Where(Uri endpoint) => endpoint.Host.Length == 0 ? endpoint.AbsolutePath : endpoint.IsDefaultPort ? endpoint.Host : $"{endpoint.Host}:{endpoint.Port}";

    private static string Colour(ColourAbility colour) => colour switch
    {
        ColourAbility.Single => Words.ColourSingle,
        ColourAbility.Dual => Words.ColourDual,
        ColourAbility.Seven => Words.ColourSeven,
        _ => Words.ColourFull,
    };
}
