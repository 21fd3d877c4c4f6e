using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Cap;

/// <summary>Instants as CAP 1.2 wants them (section 3.3.2): with seconds, without parts of them, and with an offset, which is -00:00 in UTC and never Z.</summary>
internal static partial class CapTime
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Reads an instant; null when it is none. Z and parts of seconds are noted: many send them, and what they mean is plain.</summary>
    public static DateTimeOffset? Read(string written, XElement at, AlertRemarks remarks)
    {
        if (!TryRead(written, out var instant))
        {
            remarks.Refuse(at, Words.AlertTime.With(at.Name.LocalName, AlertRemarks.Shown(written)));
            return null;
        }

        if (!AsWritten().IsMatch(written))
        {
            remarks.Note(at, Words.AlertTimeForm.With(at.Name.LocalName, AlertRemarks.Shown(written)));
        }

        return instant;
    }

    /// <summary>Reads an instant, whether it is of the standard's form or of a common other one.</summary>
    public static bool TryRead(string written, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
        && instant.UtcDateTime.Year is >= FirstYear and <= LastYear;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}\z")]
    private static partial Regex AsWritten();
}
