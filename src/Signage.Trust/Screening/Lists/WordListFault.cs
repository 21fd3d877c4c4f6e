using Signage.Core.Text;

namespace Signage.Trust.Screening.Lists;

/// <summary>One thing that is wrong in a file of words. Immutable.</summary>
/// <param name="File">The file, as the caller calls it.</param>
/// <param name="Line">The line, from 1; null when it is about the whole file.</param>
/// <param name="Entry">The entry, from 1; null when it is about none.</param>
/// <param name="Why">What is wrong, for a person.</param>
public sealed record WordListFault(string File, int? Line, int? Entry, string Why)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() =>
        Line is { } line && Entry is { } entry ? $"{File}:{line}: {Words.ScreenEntry.With(entry)}: {Why}"
        : Line is { } only ? $"{File}:{only}: {Why}"
        : $"{File}: {Why}";
}
