using CsCheck;
using Signage.Core.Alerts;
using Signage.Core.Tests.Alerts.Cap;

namespace Signage.Core.Tests.Alerts.Ebm;

/// <summary>Which messages a cancellation ends, and that an exercise is lit by none of them.</summary>
public sealed class EbmCancellationTests
{
    private static readonly AlertMessage Warning = EbmSample.Message(EbmSample.Good);

    /// <summary>Some send the message once more with another kind: its EBMID, its instant, everything.</summary>
    [Fact]
    public void Cancel_WhenItIsTheSameMessageWithAnotherKind_EndsIt()
    {
        var cancel = EbmSample.Message(EbmSample.With("<MsgType>1<", "<MsgType>2<"));
        Assert.NotEqual(Warning.Id, cancel.Id);
        Assert.Empty(Lit(Warning, cancel));
        Assert.Empty(Lit(cancel, Warning));
    }

    [Theory]
    [InlineData("<RelatedInfo><EBIID>1</EBIID><EBMID></EBMID></RelatedInfo>")]
    [InlineData("<RelatedInfo/>")]
    public void Cancel_WhenItsRelationIsEmpty_NamesByItsOwnEbmid(string related)
    {
        var cancel = EbmSample.Message(EbmSample.With("<MsgType>1<", "<MsgType>2<").Replace("<MsgBasicInfo>", $"{related}<MsgBasicInfo>", StringComparison.Ordinal));
        Assert.Empty(Lit(Warning, cancel));
    }

    [Theory]
    [InlineData("<SenderCode>office<", "<SenderCode>other<")]
    [InlineData("<SendTime>2026-07-15 12:00:00<", "<SendTime>2026-07-15 11:59:59<")]
    [InlineData("<RelatedInfo><EBMID>45109000000000103010101202607150107<", "<RelatedInfo><EBMID>45109000000000103010101202607150109<")]
    public void Cancel_WhenItIsOfAnotherOrSentBeforeOrNamesAnother_EndsNothing(string part, string other)
    {
        Assert.Contains(part, EbmSample.Cancel, StringComparison.Ordinal);
        var cancel = EbmSample.Message(EbmSample.Cancel.Replace(part, other, StringComparison.Ordinal));
        Assert.Single(Lit(Warning, cancel));
        Assert.Single(Lit(cancel, Warning));
    }

    /// <summary>Platforms make messages of messages and name where they came from: that takes nothing's place.</summary>
    [Fact]
    public void Warning_WhenItIsRelatedToAnother_EndsNothing()
    {
        var second = EbmSample.Message(EbmSample.Cancel.Replace("<MsgType>2<", "<MsgType>1<", StringComparison.Ordinal));
        Assert.Equal(2, Lit(Warning, second).Count);
    }

    /// <summary>Whatever else a message is, an exercise is never lit and ends nothing.</summary>
    [Fact]
    public void Exercise_WhenAnyMessage_IsNeverLit() => Gen.Select(Gen.Int[3, 5], Gen.Int[0, 4], Gen.Int[0, 23], Gen.Bool, Gen.Bool).Sample((kind, level, hour, related, first) =>
    {
        var document = EbmSample.Cancel.Replace("<MsgType>2<", $"<MsgType>{kind}<", StringComparison.Ordinal)
            .Replace("<Severity>2<", $"<Severity>{level}<", StringComparison.Ordinal)
            .Replace("18:00:00", "23:59:59", StringComparison.Ordinal)
            .Replace("RelatedInfo>", related ? "RelatedInfo>" : "Other>", StringComparison.Ordinal);
        var exercise = EbmSample.Message(document);
        var book = first ? Book.Of(exercise, Warning) : Book.Of(Warning, exercise);
        var now = CapSample.Noon.AddHours(hour);
        Assert.DoesNotContain(book.ActiveAt(now, EbmSample.Site), alert => alert.Message.Id == exercise.Id);
        Assert.DoesNotContain(book.Lightings(EbmSample.Site), lighting => lighting.Message.Id == exercise.Id);
        Assert.Equal(hour < 6, book.ActiveAt(now, EbmSample.Site).Count == 1);
    });

    private static IReadOnlyList<ActiveAlert> Lit(params AlertMessage[] messages) => Book.Of(messages).ActiveAt(CapSample.Noon.AddHours(1), EbmSample.Site);
}
