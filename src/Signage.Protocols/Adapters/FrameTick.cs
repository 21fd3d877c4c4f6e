using Signage.Core.Shows;

namespace Signage.Protocols.Adapters;

/// <summary>Where a picture stands in its stream.</summary>
/// <param name="Number">Pictures sent before it on this stream, 0 or more; a picture that is sent again counts again. Sequence numbers are made of it.</param>
/// <param name="Stamp">The moment that it was painted for.</param>
public readonly record struct FrameTick(long Number, FrameStamp Stamp);
