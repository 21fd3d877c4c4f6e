namespace Signage.Web.Accounts.Secrets;

/// <summary>The <c>otpauth:</c> address by which a telephone takes a secret over (Key Uri Format of Google Authenticator).</summary>
internal static class CodeLink
{
    /// <summary>The address. What is not said in it (SHA-1, six digits, thirty seconds) is what telephones take for granted, and it is said all the same.</summary>
    /// <param name="site">The name of the site.</param>
    /// <param name="login">The login name.</param>
    /// <param name="secret">The secret in Base32.</param>
    public static string Of(string site, string login, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(login)}?secret={secret}&issuer={Uri.EscapeDataString(site)}&algorithm=SHA1&digits=6&period=30";

    /// <summary>A secret in groups of four, as people copy it.</summary>
    public static string Spaced(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
}
