using Fuzz.Tests.Targets.Families;

namespace Fuzz.Tests.Targets;

/// <summary>Everything in the project that reads bytes which somebody else wrote.</summary>
public static class DecoderTargets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IDecoderTarget> All { get; } =
        [.. WireTexts.All, .. WarningTexts.All, .. OnbonDecoders.All, .. DdpDecoders.All, .. WledDecoders.All, .. AwtrixDecoders.All, .. ColorlightDecoders.All];

    /// <summary>One by its name.</summary>
    public static IDecoderTarget Named(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new ArgumentException($"There is no decoder {name}; there are {string.Join(", ", All.Select(target => target.Name))}.");
}
