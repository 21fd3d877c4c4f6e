using System.Text.Json.Nodes;
using Signage.Core.Text;
using Signage.Sheets.Cells;
using Signage.Sheets.Reading;

namespace Signage.Sheets.Slots;

/// <summary>One row of a table of slots.</summary>
/// <param name="table">The table.</param>
/// <param name="row">The row.</param>
internal sealed class SlotRow(SheetTable table, SheetRow row)
{
    private const string Dark = "blank";
    private readonly JsonObject _slot = [];
    private DateTimeOffset? _begins;
    private DateTimeOffset? _ends;

    /// <summary>Reads the row; whatever is wrong with it is added to the mistakes, each cell by itself.</summary>
    public JsonObject Read(List<string> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        Take(mistakes, "id", text => _slot["id"] = text);
        Take(mistakes, "programme", text => _slot["programme"] = text);
        Take(mistakes, "panels", text => _slot["panels"] = Array(WordCells.Panels(text)));
        Take(mistakes, "firstDay", text => _slot["firstDay"] = DayCell.Written(DayCell.Read(text)));
        Take(mistakes, "lastDay", text => _slot["lastDay"] = DayCell.Written(DayCell.Read(text)));
        Take(mistakes, "dates", Dates);
        Take(mistakes, "times", text => Put("times", TimesCell.Read(text)));
        Take(mistakes, "from", text => _slot["from"] = TimesCell.ReadClock(text));
        Take(mistakes, "until", text => _slot["until"] = TimesCell.ReadClock(text));
        Take(mistakes, "begins", text => _begins = InstantCell.Read(text));
        Take(mistakes, "ends", text => _ends = InstantCell.Read(text));
        Take(mistakes, "days", text => Put("days", DayRuleCell.Read(text)));
        Take(mistakes, "priority", text => _slot["priority"] = WordCells.Priority(text));
        Take(mistakes, "tags", text => _slot["tags"] = Array(WordCells.List(text)));
        Take(mistakes, "share", text => _slot["share"] = WordCells.Share(text));
        Take(mistakes, "joins", text => _slot["joins"] = WordCells.Flag(text));
        Need(mistakes, "id");
        if ((string?)_slot["priority"] != Dark)
        {
            Need(mistakes, "programme");
        }

        Sort(mistakes);
        Bound(mistakes);
        return _slot;
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private void Put(string member, string? value)
    {
        if (value is not null)
        {
            _slot[member] = value;
        }
    }

    private void Dates(string text)
    {
        var (first, last) = DayCell.ReadRange(text);
        (_slot["firstDay"], _slot["lastDay"]) = (DayCell.Written(first), DayCell.Written(last));
    }

    private void Take(List<string> mistakes, string member, Action<string> read)
    {
        var text = table.At(row, member);
        if (text.Length == 0)
        {
            return;
        }

        try
        {
            read(text);
        }
        catch (FormatException wrong)
        {
            mistakes.Add(table.Complaint(row, member, wrong.Message));
        }
    }

    private void Need(List<string> mistakes, string member)
    {
        if (table.At(row, member).Length == 0)
        {
            mistakes.Add(table.Complaint(row, member, Words.CellEmpty));
        }
    }

    // ISO days are in order as texts. The end of a range alone says nothing, and neither does its beginning.
    private void Sort(List<string> mistakes)
    {
        if ((string?)_slot["firstDay"] is { } first && (string?)_slot["lastDay"] is { } last && string.CompareOrdinal(last, first) < 0)
        {
            mistakes.Add(table.Complaint(row, table.Columns.ContainsKey("dates") ? "dates" : "lastDay", Words.DaysReversed.With(first, last)));
        }

        if (_slot.ContainsKey("from") != _slot.ContainsKey("until"))
        {
            mistakes.Add(table.Complaint(row, _slot.ContainsKey("from") ? "until" : "from", Words.ClockAlone));
        }
        else if ((string?)_slot["until"] is { } until)
        {
            _slot["times"] = $"{_slot["from"]}-{until}";
            _slot.Remove("from");
            _slot.Remove("until");
        }
    }

    // Instants of two offsets are compared as instants, not as texts.
    private void Bound(List<string> mistakes)
    {
        if (_ends <= _begins)
        {
            mistakes.Add(table.Complaint(row, "ends", Words.BoundsReversed.With(InstantCell.Written(_begins!.Value))));
        }

        Put("begins", _begins is { } begins ? InstantCell.Written(begins) : null);
        Put("ends", _ends is { } ends ? InstantCell.Written(ends) : null);
    }
}
