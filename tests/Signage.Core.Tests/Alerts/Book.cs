using Signage.Core.Alerts;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts;

/// <summary>Messages of a small world, short to write: hours are counted from one noon.</summary>
internal static class Book
{
    public static SitePlaceArea Site { get; } = new([new AlertValue("adcode", "510903001")]);

    public static DateTimeOffset Hour(double hours) => CapSample.Noon.AddHours(hours);

    public static AlertId Id(string identifier, double sent, string sender = "office") => new(sender, identifier, Hour(sent));

    public static AlertMessage Message(AlertId id, AlertMessageType type = AlertMessageType.Alert, double? expires = 6, params AlertId[] references) => new()
    {
        Id = id,
        Status = AlertStatus.Actual,
        Type = type,
        Scope = AlertScope.Public,
        References = references,
        Original = $"{id} {type}",
        Infos = type is AlertMessageType.Alert or AlertMessageType.Update ? [Info(id.Identifier, expires)] : [],
    };

    public static AlertInfo Info(string words, double? expires) =>
        AreaMatchTests.Info(new AlertArea { Words = "遂宁市", Codes = [new AlertValue("adcode", "510900")] }) with
        {
            Language = "zh-CN",
            Event = words,
            Expires = expires is { } hours ? Hour(hours) : null,
        };

    public static AlertBook Of(params AlertMessage[] messages) => messages.Aggregate(AlertBook.Empty, (book, message) => book.Take(message, CapSample.Noon));

    public static string[] Lit(AlertBook book, double hour) => [.. book.ActiveAt(Hour(hour), Site).Select(alert => alert.Message.Id.Identifier)];

    public static AlertState State(AlertBook book, AlertId id, double hour) => book.Judge(Hour(hour), Site).Single(judged => judged.Entry.Message.Id == id).State;
}
