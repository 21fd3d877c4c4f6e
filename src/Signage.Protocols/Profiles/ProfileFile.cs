namespace Signage.Protocols.Profiles;

/// <summary>The text of one profile file, read by whoever may touch disks.</summary>
/// <param name="Path">Where it was, for messages.</param>
/// <param name="ExpectedId">The id that its place below the profile folder gives it.</param>
/// <param name="Text">The JSON.</param>
public sealed record ProfileFile(string Path, string ExpectedId, string Text);
