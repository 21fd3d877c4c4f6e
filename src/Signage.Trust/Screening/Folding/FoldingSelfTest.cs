using System.Text;
using Signage.Core.Text;

namespace Signage.Trust.Screening.Folding;

/// <summary>
/// Asks at start whether this machine can fold at all. Without ICU (<c>InvariantGlobalization</c>, or a container that lacks the library) .NET answers
/// every normalisation with the text itself and says nothing: the screening would be blind.
/// </summary>
public static class FoldingSelfTest
{
    // Full width, circled, a radical, a compatibility ideograph: each must become the sign it stands for. And a letter with its mark must become one.
    private static readonly (string Written, NormalizationForm Form, string Read)[] Probes =
    [
        ("\uFF41\uFF22\u2460", NormalizationForm.FormKC, "aB1"),
        ("\u2F08\uF90A", NormalizationForm.FormKC, "\u4EBA\u91D1"),
        ("e\u0301", NormalizationForm.FormC, "\u00E9"),
    ];

    /// <summary>What is wrong, for a person; null when folding works. The program must not go on screening when it does not.</summary>
    public static string? Complaint() => Complaint((text, form) => text.Normalize(form));

    /// <summary>As <see cref="Complaint()"/>, of another way to normalise.</summary>
    internal static string? Complaint(Func<string, NormalizationForm, string> normalise) =>
        Array.Exists(Probes, probe => normalise(probe.Written, probe.Form) != probe.Read) ? Words.ScreenCannotFold.With(Probes[0].Written) : null;
}
