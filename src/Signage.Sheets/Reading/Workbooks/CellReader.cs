using System.Globalization;
using System.Xml;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>The text of a cell: shared or its own, a number as a person would type it, a day or a time in ISO form, or what a formula came to when the file was saved.</summary>
/// <param name="strings">The shared texts.</param>
/// <param name="dayFormats">Which formats show days.</param>
/// <param name="is1904">True when days are counted from 1904.</param>
internal sealed class CellReader(IReadOnlyList<string> strings, IReadOnlyList<bool> dayFormats, bool is1904)
{
    private const double LastDay = 2_958_466;   // the day after 31 December 9999

    // The calendar of Excel has a 29 February 1900 that never was, so days before it are one less.
    private const double FirstRightDay = 61;
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Reads the cell on whose opening element the reader stands, to its closing one.</summary>
    public string Read(XmlReader reader)
    {
        var (kind, style) = (reader.GetAttribute("t") ?? "n", int.Parse(reader.GetAttribute("s") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture));
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, value, inValue) = (reader.Depth, "", false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = SharedStrings.Text(reader);
            }
            else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inValue = reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false };
            }
            else if (inValue && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                value += reader.Value;
            }
        }

        return kind switch
        {
            "s" => value.Length == 0 ? "" : strings.ElementAtOrDefault(int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException(),
            "n" => value.Length == 0 ? "" : Number(value, style < dayFormats.Count && dayFormats[style]),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "d" => value.Replace('T', ' '),
            _ => value,
        };
    }

    private string Number(string value, bool isDay)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return isDay && number is >= 0 and < LastDay ? Day(number) : Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : value;
    }

    private string Day(double serial)
    {
        // Rounded to the second: a time of the day is a fraction that no binary number hits.
        var time = TimeSpan.FromSeconds(Math.Round((serial - Math.Floor(serial)) * 86_400));
        if (serial < 1)
        {
            return Clock(time);
        }

        var at = (is1904 ? Epoch1904 : serial < FirstRightDay ? Epoch.AddDays(1) : Epoch).AddDays(Math.Floor(serial)) + time;
        return at.TimeOfDay == TimeSpan.Zero ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Clock(at.TimeOfDay)}";
    }

    // A whole day is 24:00, where a range ends.
    private static string Clock(TimeSpan time) => time >= TimeSpan.FromDays(1) ? "24:00" : time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
