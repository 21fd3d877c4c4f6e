using System.Text;
using Signage.Core.Text;

namespace Signage.Web.Accounts.Passwords;

/// <summary>A password as it is hashed: in NFC, so that the same letters typed on two systems are the same password.</summary>
internal static class PasswordText
{
    /// <summary>The most UTF-16 units of a password: work of an answer is bounded.</summary>
    public const int Longest = 128;

    /// <summary>The password; what cannot be one (too long, or letters that nobody can type) becomes the empty one, which is nobody's.</summary>
    public static string Of(string? typed) => typed is { Length: > 0 and <= Longest } && RefusedSigns.NoneIn(typed) ? typed.Normalize(NormalizationForm.FormC) : "";
}
