using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>The two ways to a clock. A profile is for one of them, because they prove different things and take different sizes.</summary>
internal enum AwtrixLink
{
    /// <summary>Topics of a broker: what is said is not answered, what is asked is.</summary>
    Mqtt,

    /// <summary>The clock's own web server: everything is answered.</summary>
    Http,
}

/// <summary>Which way a profile takes.</summary>
internal static class AwtrixLinks
{
    /// <summary>The way of a profile; null when its links are of both kinds or of another.</summary>
    public static AwtrixLink? Of(DeviceProfile profile)
    {
        var kinds = profile.Links.Select(link => (link.Scheme, profile.ShapeOf(link.Scheme)) switch
        {
            ("mqtt", LinkShape.Topics) => AwtrixLink.Mqtt,
            ("http", LinkShape.Exchange) => AwtrixLink.Http,
            _ => (AwtrixLink?)null,
        }).Distinct().ToArray();
        return kinds is [var only] ? only : null;
    }
}
