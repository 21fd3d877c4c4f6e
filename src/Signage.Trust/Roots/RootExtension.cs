namespace Signage.Trust.Roots;

/// <summary>A field that a later version added to the root.</summary>
/// <param name="Name">Its name, 1 to 64 bytes of UTF-8.</param>
/// <param name="IsCritical">True when whoever does not understand it must refuse the root. This version understands <see cref="RootReview"/>.</param>
/// <param name="Value">Its bytes, at most 4,096.</param>
public sealed record RootExtension(string Name, bool IsCritical, ReadOnlyMemory<byte> Value);
