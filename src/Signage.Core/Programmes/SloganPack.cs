namespace Signage.Core.Programmes;

/// <summary>标语包: slogans that belong together.</summary>
/// <param name="Id">Its id, such as <c>suining-2023</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">Where the words come from.</param>
/// <param name="Slogans">The slogans in their printed order.</param>
public sealed record SloganPack(string Id, string Name, string Source, IReadOnlyList<Slogan> Slogans);
