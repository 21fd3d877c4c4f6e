using System.CommandLine;
using System.Text;
using Signage.Cli.Arguments;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Keys;

namespace Signage.Cli.Signing;

/// <summary>Where the secret of a key comes from: typed by its owner, unseen, or from a file. Never from the command line, which other users of a machine can read.</summary>
internal sealed class SecretEntry
{
    private const int MostBytes = 4096;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file whose first line is the secret.</summary>
    public Option<string?> File { get; } = WordOptions.Path("--secret-file", Words.OptionSecretFile, "FILE");

    /// <summary>The secret of a key that is there.</summary>
    /// <exception cref="UserError">There is nobody to ask, or the file holds none.</exception>
    public string Ask(ParseResult parsed, Output output) => parsed.GetValue(File) is { } path ? Read(path) : Typed(Words.SecretAsked, output);

    /// <summary>The secret of a new key, typed twice.</summary>
    /// <exception cref="UserError">There is nobody to ask, the two differ, or it is too short.</exception>
    public string AskNew(ParseResult parsed, Output output)
    {
        var secret = parsed.GetValue(File) is { } path ? Read(path) : Typed(Words.SecretNew.With(SealedKey.LeastSecret), output);
        return !SealedKey.IsSecret(secret) ? throw new UserError(Words.SecretTooShort.With(SealedKey.LeastSecret))
            : parsed.GetValue(File) is null && Typed(Words.SecretAgain, output) != secret ? throw new UserError(Words.SecretsDiffer)
            : secret;
    }

    private static string Read(string path)
    {
        try
        {
            // A mark of byte order is no letter of a secret, and letters that cannot be read must not become one and the same.
            return Strict.GetString(BoundedFile.Read(path, MostBytes)).TrimStart('\ufeff').Split('\n')[0].TrimEnd('\r');
        }
        catch (DecoderFallbackException)
        {
            throw new UserError(Words.SecretNotUtf8.With(path));
        }
    }

    private static string Typed(string question, Output output)
    {
        if (Console.IsInputRedirected)
        {
            throw new UserError(Words.NobodyToAsk);
        }

        output.Complaints.Write($"{question} ");
        var letters = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                letters.Length = Math.Max(0, letters.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                letters.Append(key.KeyChar);
            }
        }

        output.Note("");
        return letters.ToString();
    }
}
