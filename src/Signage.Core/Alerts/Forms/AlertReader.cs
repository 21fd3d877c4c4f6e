using Signage.Core.Alerts.Cap;
using Signage.Core.Alerts.Documents;
using Signage.Core.Alerts.Ebm;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Forms;

/// <summary>
/// Reads a document of warnings, whatever its form; the root says which it is. Strict: what a form does not allow is turned away with its line and is never lit. Total: no
/// input makes it throw. Pure; safe from any thread.
/// </summary>
public static class AlertReader
{
    /// <summary>The longest document, in letters.</summary>
    public const int MostLetters = AlertXml.MostLetters;

    /// <summary>The most elements of a document.</summary>
    public const int MostElements = AlertXml.MostElements;

    /// <summary>The forms that are read. No root is known to two of them.</summary>
    public static IReadOnlyList<IAlertFormat> Formats { get; } = [new CapFormat(), new EbmFormat()];

    /// <summary>Reads the bytes of a document.</summary>
    /// <param name="document">The bytes as they came.</param>
    /// <param name="received">When they came; a message sent after it is remarked upon.</param>
    public static AlertReading Read(ReadOnlySpan<byte> document, DateTimeOffset received)
    {
        var remarks = new AlertRemarks();
        if (document.Length > 4 * AlertXml.MostLetters)
        {
            remarks.Refuse(1, Words.AlertTooLong.With(AlertXml.MostLetters));
            return Nothing(AlertDocument.Unreadable, remarks);
        }

        return AlertLetters.Of(document, remarks) is { } letters ? Read(letters, received) : Nothing(AlertDocument.Unreadable, remarks);
    }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The letters; what they say of their encoding does not count any more.</param>
    /// <param name="received">When they came; a message sent after it is remarked upon.</param>
    public static AlertReading Read(string document, DateTimeOffset received)
    {
        ArgumentNullException.ThrowIfNull(document);
        var remarks = new AlertRemarks();
        if (AlertXml.Root(document, remarks) is not { } root)
        {
            return Nothing(AlertDocument.Unreadable, remarks);
        }

        if (Formats.FirstOrDefault(format => format.Knows(root)) is { } form)
        {
            return form.Read(root, received);
        }

        remarks.Refuse(root, Words.AlertNone.With(AlertRemarks.Shown($"{{{root.Name.NamespaceName}}}{root.Name.LocalName}")));
        return Nothing(AlertDocument.NoMessage, remarks);
    }

    private static AlertReading Nothing(AlertDocument what, AlertRemarks remarks) => new(what, [], remarks.All, []);
}
