namespace Signage.Renderer.Fonts;

/// <summary>What a text is set in on a face.</summary>
/// <param name="Type">The sizes and their fonts; null when no font of the face lights the whole text.</param>
/// <param name="Remarks">Why a font of the user's is not used, a line each; when there is no <paramref name="Type"/>, what cannot be lit.</param>
internal sealed record FontChoice(TypeCase? Type, IReadOnlyList<string> Remarks);
