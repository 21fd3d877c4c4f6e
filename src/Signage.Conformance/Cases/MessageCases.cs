using Signage.Conformance.Meddling;
using Signage.Conformance.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Cases;

/// <summary>Datagrams that may get lost, replies of web servers, words on topics.</summary>
internal static class MessageCases
{
    private const int InternalError = 500;
    private const int FirstTopics = 6;
    private static readonly byte[] Rubbish = "<html>\u0001{"u8.ToArray();

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        new("datagram-lost", Words.TitleDatagramLost, Excuses.Whole, panel => SpoilsOneAsync(panel, packets => [.. packets.Skip(1)])),
        new("datagram-reordered", Words.TitleDatagramReordered, Excuses.Whole, panel => SpoilsOneAsync(panel, packets => [.. packets.Reverse()])),
        new("datagram-duplicated", Words.TitleDatagramDuplicated, Excuses.Whole, DuplicatedAsync),
        new("whole-pictures", Words.TitleWhole, panel => Excuses.Whole(panel) ?? (WaitsForPush(panel) ? null : Words.NotInProfile), WholeAsync),
        new("reply-500", Words.TitleReply500, Excuses.NoLink(LinkShape.Exchange), panel => OtherReplyAsync(panel, reply => reply with { Status = InternalError, Body = default })),
        new("reply-garbage", Words.TitleReplyGarbage, Excuses.NoLink(LinkShape.Exchange), panel => OtherReplyAsync(panel, reply => reply with { Body = Rubbish })),
        new("reply-cut", Words.TitleReplyCut, Excuses.NoLink(LinkShape.Exchange), panel => OtherReplyAsync(panel, reply => reply with { Body = reply.Body[..(reply.Body.Length / 2)] })),
        new("reply-slow", Words.TitleReplySlow, Excuses.NoLink(LinkShape.Exchange), SlowReplyAsync),
        new("topic-lost", Words.TitleTopicLost, Excuses.NoLink(LinkShape.Topics), LostTopicAsync),
        new("topic-duplicated", Words.TitleTopicDuplicated, Excuses.NoLink(LinkShape.Topics), panel => StreamCases.UnderAsync(panel, new TwiceTopics())),
        new("topic-noise", Words.TitleTopicNoise, Excuses.NoLink(LinkShape.Topics), panel => StreamCases.UnderAsync(panel, new ForeignTopics())),
    ];

    // A lost or late packet may spoil the one picture that it belongs to.
    private static async IAsyncEnumerable<string?> SpoilsOneAsync(
        PanelOnTest panel, Func<IReadOnlyList<ReadOnlyMemory<byte>>, IReadOnlyList<ReadOnlyMemory<byte>>> change)
    {
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        panel.Meddle(new Scramble(change));
        yield return await panel.WorksAsync(panel.Lighting(panel.NewPicture())).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> DuplicatedAsync(PanelOnTest panel)
    {
        panel.Meddle(new Scramble(packets => [.. packets.SelectMany(packet => (ReadOnlyMemory<byte>[])[packet, packet])]));
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.ShowAsync(panel.NewPicture()).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    // The last packet says that the picture is whole; without it the one before stays.
    private static async IAsyncEnumerable<string?> WholeAsync(PanelOnTest panel)
    {
        var picture = panel.NewPicture();
        yield return await panel.ShowAsync(picture).ConfigureAwait(false);
        panel.Meddle(new Scramble(packets => [.. packets.SkipLast(1)]));
        yield return await panel.WorksAsync(panel.Lighting(panel.NewPicture())).ConfigureAwait(false);
        yield return await panel.OnlyLitAsync([picture]).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static bool WaitsForPush(PanelOnTest panel) => panel.Profile.Settings.GetValueOrDefault("shows") == "push";

    private static async IAsyncEnumerable<string?> OtherReplyAsync(PanelOnTest panel, Func<WireAnswer.Reply, WireAnswer.Reply> change)
    {
        yield return await panel.WorksAsync(new PanelCommand.Ping()).ConfigureAwait(false);
        panel.Meddle(new OtherReply(change));
        yield return await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.FailsAsync(new PanelCommand.ReadStatus(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<string?> SlowReplyAsync(PanelOnTest panel)
    {
        var kept = new AnswersKeptBack();
        panel.Meddle(kept);
        yield return await panel.FailsAsync(new PanelCommand.Ping(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.FailsAsync(new PanelCommand.ReadStatus(), panel.Hasty).ConfigureAwait(false);
        yield return await panel.IsBackAsync().ConfigureAwait(false);
    }

    // Whatever gets lost, a picture that is called shown is lit.
    private static async IAsyncEnumerable<string?> LostTopicAsync(PanelOnTest panel)
    {
        foreach (var lost in Enumerable.Range(0, FirstTopics))
        {
            panel.Meddle(new LostTopics(count => count == lost));
            var picture = panel.NewPicture();
            var done = await panel.AskAsync(panel.Lighting(picture), panel.Hasty).ConfigureAwait(false);
            yield return done.Outcome is PanelOutcome.Accepted ? await panel.LitAsync(picture).ConfigureAwait(false) : null;
            yield return await panel.IsBackAsync().ConfigureAwait(false);
        }
    }
}
