namespace Signage.Trust.Audit;

/// <summary>The SHA-256 of an entry of the audit, which names it and everything before it.</summary>
/// <param name="Hex">64 lower-case hex digits.</param>
public readonly record struct AuditHash(string Hex)
{
    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static AuditHash None { get; } = new(new string('0', 64));

    /// <summary>True when a text is 64 lower-case hex digits.</summary>
    public static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The hex digits.</summary>
    public override string ToString() => Hex;
}
