using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Awtrix.Wire;

namespace Signage.Protocols.Vendors.Awtrix;

/// <summary>The messages of a step on either way: docs/protocols/awtrix.md, section 4.</summary>
internal static class AwtrixWays
{
    /// <summary>
    /// An app of this name never exists. Taking it away changes nothing and makes the clock tell its loop: over MQTT there is no other question for it
    /// that leaves the flash alone.
    /// </summary>
    public const string Nobody = "signage?";

    /// <summary>The messages of a step, in order; none when this way has no such question.</summary>
    public static IReadOnlyList<AwtrixExchange> Of(AwtrixStep step, AwtrixLink link) => link == AwtrixLink.Mqtt ? OverMqtt(step) : OverHttp(step);

    private static AwtrixExchange[] OverMqtt(AwtrixStep step) => step switch
    {
        AwtrixStep.Tell tell => [Topic(tell.Word, AwtrixWish.Nothing)],
        AwtrixStep.Look =>
        [
            Topic(AwtrixWord.Delete(Nobody), AwtrixWish.Nothing),
            Topic(AwtrixWord.Bare(AwtrixWord.SendScreen), AwtrixWish.ScreenAfterLoop),
        ],
        AwtrixStep.ReadScreen => [Topic(AwtrixWord.Bare(AwtrixWord.SendScreen), AwtrixWish.Screen)],
        AwtrixStep.ReadStats => [Topic(AwtrixWord.Bare(AwtrixWord.SendScreen), AwtrixWish.Stats)],
        _ => [],
    };

    private static AwtrixExchange[] OverHttp(AwtrixStep step) => step switch
    {
        AwtrixStep.Tell tell => [new(AwtrixRequests.Of(tell.Word), AwtrixWish.Yes)],
        AwtrixStep.Look => [Get(AwtrixRequests.Loop, AwtrixWish.Loop), Get(AwtrixRequests.Screen, AwtrixWish.Screen)],
        AwtrixStep.ReadScreen => [Get(AwtrixRequests.Screen, AwtrixWish.Screen)],
        AwtrixStep.ReadSettings => [Get(AwtrixRequests.Settings, AwtrixWish.Settings)],
        AwtrixStep.ReadStats => [Get(AwtrixRequests.Stats, AwtrixWish.Stats)],
        _ => [],
    };

    private static AwtrixExchange Topic(AwtrixWord word, AwtrixWish wish) => new(new WireMessage.Topic(word.Name, word.Payload), wish);

    private static AwtrixExchange Get(string path, AwtrixWish wish) => new(WireMessage.Request.Get(path), wish);
}
