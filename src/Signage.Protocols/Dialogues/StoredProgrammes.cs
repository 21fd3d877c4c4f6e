namespace Signage.Protocols.Dialogues;

/// <summary>The programmes that a card's flash holds; it plays them after a power cut.</summary>
/// <param name="Programmes">In the order of their names.</param>
/// <param name="Complete">False when the card holds more than it told.</param>
public sealed record StoredProgrammes(IReadOnlyList<StoredProgramme> Programmes, bool Complete)
{
    /// <summary>The names alone.</summary>
    public IReadOnlyList<string> Names => [.. Programmes.Select(programme => programme.Name)];
}

/// <summary>One programme in a card's flash.</summary>
/// <param name="Name">Its name in the card's own spelling, such as <c>P000</c>.</param>
/// <param name="IsBase">True when it stands where <see cref="Adapters.PanelCommand.StoreShow"/> puts a base page; whether it is one nobody can tell from the name.</param>
/// <param name="Mark">Tells one content from another, such as the check values of its files; null when the card names none.</param>
public sealed record StoredProgramme(string Name, bool IsBase, string? Mark);
