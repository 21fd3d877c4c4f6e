using Signage.Protocols.Wire;

namespace Fuzz.Tests.Targets;

/// <summary>What must hold of what is told to a person.</summary>
internal static class Fields
{
    /// <summary>Every field lies within the bytes that it tells of.</summary>
    public static void Hold(IReadOnlyList<WireField> fields, int start, int length)
    {
        foreach (var field in fields)
        {
            FindingException.Unless(
                field.Offset >= start && field.Length >= 0 && field.Offset + field.Length <= start + length,
                $"field {field.Name} at {field.Offset}, {field.Length} bytes, lies outside of {start}, {length} bytes");
        }
    }
}
