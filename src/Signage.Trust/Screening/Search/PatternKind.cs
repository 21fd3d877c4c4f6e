namespace Signage.Trust.Screening.Search;

/// <summary>How a pattern stands for its entry.</summary>
internal enum PatternKind
{
    /// <summary>The word itself, or another that counts as it.</summary>
    Word,

    /// <summary>The word spelled in pinyin, or partly so.</summary>
    Pinyin,

    /// <summary>A phrase that holds the word and is right.</summary>
    Except,
}
