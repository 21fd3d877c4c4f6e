using System.Globalization;
using Signage.Core.Alerts.Documents;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Ebm;

/// <summary>Instants as senders write them: <c>yyyy-MM-dd HH:mm:ss</c> and no zone. They are meant in China time, which has been eight hours ahead of UTC since 1991.</summary>
internal static class EbmTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Reads an instant that has to be there; null when it is not, or cannot be read.</summary>
    public static DateTimeOffset? Required(AlertElement element, string name, AlertRemarks remarks)
    {
        if (element.Required(name) is not { Length: > 0 } written)
        {
            return null;
        }

        if (DateTime.TryParseExact(written, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= FirstYear and <= LastYear)
        {
            return new DateTimeOffset(local, China);
        }

        remarks.Refuse(element.One(name), Words.EbmTime.With(name, AlertRemarks.Shown(written)));
        return null;
    }
}
