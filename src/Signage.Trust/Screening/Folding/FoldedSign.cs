namespace Signage.Trust.Screening.Folding;

/// <summary>One sign of a folded text. Signs of one origin (㈠ folds to three) have the same place. Immutable.</summary>
/// <param name="Full">The code point after every fold, look-alikes too: for the search of words that somebody may want to hide.</param>
/// <param name="Plain">The code point after every fold but look-alikes, so that 日 and 曰 stay apart: for names that must be written just so.</param>
/// <param name="Role">What the sign can be.</param>
/// <param name="Start">Where its origin begins in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units its origin takes.</param>
public readonly record struct FoldedSign(int Full, int Plain, SignRole Role, int Start, int Length);
