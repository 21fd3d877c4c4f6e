namespace Signage.Storage.Rows;

/// <summary>One enrolled panel.</summary>
internal sealed class PanelRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string ProfileId { get; init; }

    /// <summary>As people write it, such as <c>160x16x1</c>.</summary>
    public required string Face { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>Tags with spaces between them; null for none.</summary>
    public required string? Tags { get; init; }
}
