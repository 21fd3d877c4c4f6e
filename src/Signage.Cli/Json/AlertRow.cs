using System.Text.Json;
using Signage.Core.Alerts;

namespace Signage.Cli.Json;

/// <summary>The answer of <c>alert check --json</c>.</summary>
/// <param name="Document"><c>messages</c>, <c>noMessage</c> or <c>unreadable</c>.</param>
/// <param name="Messages">The messages that can be used, oldest first.</param>
/// <param name="Links">Where messages are that the document only links to.</param>
/// <param name="Remarks">What there is to say of it.</param>
internal sealed record AlertCheckAnswer(string Document, IReadOnlyList<AlertRow> Messages, IReadOnlyList<string> Links, IReadOnlyList<AlertRemark> Remarks)
{
    /// <summary>The answer for a reading.</summary>
    public static AlertCheckAnswer Of(AlertReading reading, IReadOnlyList<AlertRow> rows) => new(
        JsonNamingPolicy.CamelCase.ConvertName($"{reading.Document}"), rows, [.. reading.Links.Select(link => link.Address.OriginalString)], reading.Remarks);
}

/// <summary>One message in <c>alert check --json</c>.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Sender">Its sender.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Status">Its status, as CAP writes it.</param>
/// <param name="MsgType">What it is, as CAP writes it.</param>
/// <param name="Event">The event in the language of signs; null when it tells of none.</param>
/// <param name="State"><c>lit</c>, <c>waiting</c>, <c>expired</c>, <c>replaced</c>, <c>cancelled</c>, <c>notActual</c>, <c>noWarning</c>, <c>notPublic</c>, <c>elsewhere</c>, <c>onlyWords</c> or <c>noWords</c>.</param>
/// <param name="Why">Why.</param>
/// <param name="Lit">What of it is lit; empty when nothing is.</param>
internal sealed record AlertRow(
    string Identifier, string Sender, DateTimeOffset Sent, string Status, string MsgType, string? Event, string State, string Why, IReadOnlyList<LitRow> Lit)
{
    /// <summary>The rows of a book.</summary>
    public static IReadOnlyList<AlertRow> Of(AlertBook book, DateTimeOffset instant, SitePlaceArea site)
    {
        var lit = book.ActiveAt(instant, site).ToLookup(alert => alert.Message.Id);
        return [.. book.Judge(instant, site).Select(judged => Of(judged, [.. lit[judged.Entry.Message.Id].Select(LitRow.Of)]))];
    }

    private static AlertRow Of(AlertJudgement judged, IReadOnlyList<LitRow> lit)
    {
        var message = judged.Entry.Message;
        return new AlertRow(
            message.Id.Identifier, message.Id.Sender, message.Id.Sent, $"{message.Status}", $"{message.Type}",
            AlertWords.InSignLanguage(message.Infos) is [var info, ..] ? info.Event : null, JsonNamingPolicy.CamelCase.ConvertName($"{judged.State}"), judged.Why, lit);
    }
}

/// <summary>What is lit of a message.</summary>
/// <param name="Words">The words.</param>
/// <param name="Severity">How severe, as CAP writes it.</param>
/// <param name="Phase"><c>before</c> or <c>during</c> the event.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
internal sealed record LitRow(string Words, string Severity, string Phase, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The row of a lit warning.</summary>
    public static LitRow Of(ActiveAlert alert) =>
        new(alert.Words, $"{alert.Severity}", JsonNamingPolicy.CamelCase.ConvertName($"{alert.Phase}"), alert.From, alert.Until);
}
