using System.Text;

namespace Signage.Transports.Tests.Broker.Access;

/// <summary>A message as it came over the wire.</summary>
/// <param name="Topic">Where it was sent to.</param>
/// <param name="Payload">What it says.</param>
/// <param name="Kept">True when it came because it is kept.</param>
internal sealed record HeardMessage(string Topic, string Payload, bool Kept)
{
    /// <summary>Reads a PUBLISH; its properties, if the version has any, are shorter than 128 bytes.</summary>
    public static HeardMessage Read(byte first, byte[] body, byte version)
    {
        var end = 2 + ((body[0] << 8) | body[1]);
        var properties = end + ((first & 6) != 0 ? 2 : 0);
        var payload = properties + (version == 5 ? 1 + body[properties] : 0);
        return new(Encoding.UTF8.GetString(body[2..end]), Encoding.UTF8.GetString(body[payload..]), (first & 1) != 0);
    }

    public override string ToString() => $"{Topic} = {Payload}{(Kept ? " (kept)" : "")}";
}
