using Signage.Protocols.Adapters;
using Signage.Protocols.Tests.Vendors.Onbon;
using Signage.Protocols.Vendors.Awtrix;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Vendors.Colorlight;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Vendors.Wled;
using Signage.Protocols.Wire.Http;

namespace Signage.Protocols.Tests.Vectors;

/// <summary>Who reads, writes and tells the vectors of a family.</summary>
/// <param name="Adapter">Tells them.</param>
/// <param name="Rewrite">Reads one and writes it back.</param>
internal sealed record VectorFamily(IPanelAdapter Adapter, Func<byte[], Rewritten?> Rewrite)
{
    public static IReadOnlyList<VectorFamily> All { get; } =
    [
        new(new Bx6Adapter(), bytes => Rewritten.By(new Bx6Codec(), bytes)) { FieldOf = Bx6Remarks.FieldOf },
        new(new DdpAdapter(), bytes => Rewritten.By(new DdpCodec(), bytes)) { FieldOf = FieldOfDdp },
        new(new AwtrixAdapter(), bytes => Rewritten.By(new AwtrixCodec(), bytes)),
        new(new ColorlightAdapter(), bytes => Rewritten.By(new HttpCodec(), bytes)),

        // Its pictures come by DDP, all else over HTTP; neither codec takes the other's bytes.
        new(new WledAdapter(), bytes => Rewritten.By(new HttpCodec(), bytes) ?? Rewritten.By(new DdpCodec(), bytes)) { FieldOf = FieldOfDdp },
    ];

    /// <summary>The folder of its vectors.</summary>
    public string Name => Adapter.Protocol;

    /// <summary>The field that a remark means, where files and code have words of their own.</summary>
    public Func<string, string> FieldOf { get; private init; } = remark => remark;

    public static VectorFamily Named(string name) => All.Single(family => family.Name == name);

    private static string FieldOfDdp(string remark) => remark == "data type" ? "dataType" : remark;
}
