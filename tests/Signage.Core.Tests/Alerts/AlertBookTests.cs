using Signage.Core.Alerts;

namespace Signage.Core.Tests.Alerts;

/// <summary>What is lit, what never is, and what ends it: by examples.</summary>
public sealed class AlertBookTests
{
    private static readonly AlertId First = Book.Id("first", 0);
    private static readonly AlertMessage Warning = Book.Message(First);
    private static readonly AlertMessage Update = Book.Message(Book.Id("second", 1), AlertMessageType.Update, 8, First);
    private static readonly AlertMessage Cancel = Book.Message(Book.Id("cancel", 2), AlertMessageType.Cancel, null, First);

    [Theory]
    [InlineData(-0.01, false, AlertState.Waiting)]
    [InlineData(0, true, AlertState.Lit)]
    [InlineData(5.99, true, AlertState.Lit)]
    [InlineData(6, false, AlertState.Expired)]
    public void Warning_WhenItsTimeComesAndGoes_IsLitInBetween(double hour, bool lit, AlertState state)
    {
        var book = Book.Of(Warning);
        Assert.Equal(lit ? ["first"] : [], Book.Lit(book, hour));
        Assert.Equal(state, Book.State(book, First, hour));
    }

    [Fact]
    public void Warning_WithoutAnEnd_IsLitForADay()
    {
        var book = Book.Of(Book.Message(First, expires: null));
        Assert.Equal(["first"], Book.Lit(book, 23.99));
        Assert.Empty(Book.Lit(book, 24));
    }

    [Fact]
    public void Warning_ThatNeverEnds_IsLitForThirtyDays()
    {
        var book = Book.Of(Book.Message(First, expires: 24 * 365));
        Assert.Equal(["first"], Book.Lit(book, (24 * 30) - 0.01));
        Assert.Empty(Book.Lit(book, 24 * 30));
    }

    [Fact]
    public void Warning_BeforeItsOnset_IsLitAndSaysSo()
    {
        var book = Book.Of(Warning with { Infos = [Warning.Infos[0] with { Effective = Book.Hour(1), Onset = Book.Hour(3) }] });
        Assert.Empty(Book.Lit(book, 0.5));
        Assert.Equal(AlertPhase.Before, Assert.Single(book.ActiveAt(Book.Hour(1), Book.Site)).Phase);
        Assert.Equal(AlertPhase.During, Assert.Single(book.ActiveAt(Book.Hour(3), Book.Site)).Phase);
        Assert.Equal([Book.Hour(1), Book.Hour(3), Book.Hour(6), null], new double[] { 0, 1, 3, 6 }.Select(hour => book.NextChange(Book.Hour(hour), Book.Site)));
    }

    [Theory]
    [InlineData(AlertStatus.Exercise)]
    [InlineData(AlertStatus.System)]
    [InlineData(AlertStatus.Test)]
    [InlineData(AlertStatus.Draft)]
    public void Message_WhenNotActual_IsKeptAndNeverLit(AlertStatus status)
    {
        var book = Book.Of(Warning with { Status = status });
        Assert.Empty(Book.Lit(book, 1));
        Assert.Equal(AlertState.NotActual, Book.State(book, First, 1));
    }

    [Theory]
    [InlineData(AlertMessageType.Ack)]
    [InlineData(AlertMessageType.Error)]
    [InlineData(AlertMessageType.Cancel)]
    public void Message_WhenNoWarning_IsNeverLitWhateverStandsInIt(AlertMessageType type)
    {
        var book = Book.Of(Warning with { Type = type });
        Assert.Empty(Book.Lit(book, 1));
        Assert.Equal(AlertState.NoWarning, Book.State(book, First, 1));
    }

    [Theory]
    [InlineData(AlertScope.Private)]
    [InlineData(AlertScope.Restricted)]
    public void Message_WhenNotForThePublic_IsNeverLit(AlertScope scope)
    {
        var book = Book.Of(Warning with { Scope = scope });
        Assert.Empty(Book.Lit(book, 1));
        Assert.Equal(AlertState.NotPublic, Book.State(book, First, 1));
    }

    [Fact]
    public void Update_WhenItComesBeforeOrAfter_TakesTheOldPlaceForGood()
    {
        foreach (var book in new[] { Book.Of(Warning, Update), Book.Of(Update, Warning) })
        {
            var lit = Assert.Single(book.ActiveAt(Book.Hour(2), Book.Site));
            Assert.Equal([Update.Id, First], lit.Ids);
            Assert.Equal(AlertState.Replaced, Book.State(book, First, 2));
        }

        // The update ends before the message that it replaced would have.
        var shorter = Book.Of(Warning, Book.Message(Book.Id("short", 1), AlertMessageType.Update, 2, First));
        Assert.Empty(Book.Lit(shorter, 3));
    }

    [Fact]
    public void Cancel_WhenItComesBeforeOrAfter_LeavesNothingLit()
    {
        foreach (var book in new[] { Book.Of(Warning, Cancel), Book.Of(Cancel, Warning) })
        {
            Assert.Empty(Book.Lit(book, 3));
            var judged = book.Judge(Book.Hour(3), Book.Site).Single(judged => judged.Entry.Message.Id == First);
            Assert.Equal((AlertState.Cancelled, Cancel.Id), (judged.State, judged.By));
        }
    }

    [Fact]
    public void Judge_WhenBothUpdatedAndCancelled_NamesTheCancellation()
    {
        var later = Book.Message(Book.Id("later", 3), AlertMessageType.Update, 8, First);
        var judged = Book.Of(Warning, Cancel, later).Judge(Book.Hour(4), Book.Site).Single(judged => judged.Entry.Message.Id == First);
        Assert.Equal((AlertState.Cancelled, Cancel.Id), (judged.State, judged.By));
    }

    [Fact]
    public void Cancel_OfAnUpdate_DoesNotBringTheOldOneBack()
    {
        var book = Book.Of(Warning, Update, Book.Message(Book.Id("cancel", 2), AlertMessageType.Cancel, null, Update.Id));
        Assert.Empty(Book.Lit(book, 3));
    }

    public static TheoryData<string, AlertMessage> Powerless => new()
    {
        { "another sender", Cancel with { Id = Cancel.Id with { Sender = "other" } } },
        { "an exercise", Cancel with { Status = AlertStatus.Exercise } },
        { "another identifier", Cancel with { References = [First with { Identifier = "First" }] } },
        { "another instant", Cancel with { References = [First with { Sent = First.Sent.AddSeconds(1) }] } },
        { "no references", Cancel with { References = [] } },
        { "sent before", Cancel with { Id = Cancel.Id with { Sent = First.Sent.AddSeconds(-1) } } },
        { "an acknowledgement", Cancel with { Type = AlertMessageType.Ack } },
        { "a new warning", Book.Message(Book.Id("third", 1), AlertMessageType.Alert, 0.5, First) },
    };

    [Theory]
    [MemberData(nameof(Powerless))]
    public void Warning_WhenSomethingElseComes_StaysLit(string what, AlertMessage other)
    {
        Assert.Equal(["first"], Book.Lit(Book.Of(Warning, other), 3));
        Assert.True(Book.Lit(Book.Of(other, Warning), 3) is ["first"], what);
    }

    [Fact]
    public void Take_WhenItHasTheMessage_IsTheSameBook()
    {
        var book = Book.Of(Warning, Update);
        Assert.Same(book, book.Take(Warning, Book.Hour(5)));
        Assert.Same(book, book.Take(Warning with { Original = "another text" }, Book.Hour(5)));
    }

    /// <summary>An offset written otherwise names the same instant, so the message is referenced all the same.</summary>
    [Fact]
    public void Cancel_WhenItWritesTheInstantOtherwise_Counts() =>
        Assert.Empty(Book.Lit(Book.Of(Warning, Cancel with { References = [First with { Sent = First.Sent.ToUniversalTime() }] }), 3));

    [Fact]
    public void ActiveAt_WhenSeveral_HasTheMostSevereFirstThenTheNewest()
    {
        AlertMessage Of(string name, double sent, AlertSeverity severity, AlertUrgency urgency = AlertUrgency.Immediate)
        {
            var message = Book.Message(Book.Id(name, sent));
            return message with { Infos = [message.Infos[0] with { Severity = severity, Urgency = urgency }] };
        }

        var book = Book.Of(
            Of("unknown", 0, AlertSeverity.Unknown), Of("old", 0, AlertSeverity.Severe), Of("new", 0.5, AlertSeverity.Severe),
            Of("extreme", 0, AlertSeverity.Extreme), Of("later", 0.7, AlertSeverity.Severe, AlertUrgency.Future), Of("minor", 0, AlertSeverity.Minor));
        Assert.Equal(["extreme", "new", "old", "later", "minor", "unknown"], Book.Lit(book, 1));
    }

    [Fact]
    public void ActiveAt_WhenAMessageSpeaksTwoLanguages_IsLitOnceInChinese()
    {
        var message = Warning with { Infos = [Warning.Infos[0] with { Language = "en-US", Event = "RAIN" }, Warning.Infos[0]] };
        var lit = Assert.Single(Book.Of(message).ActiveAt(Book.Hour(1), Book.Site));
        Assert.Equal(("【first】", 1), (lit.Words, lit.Info));
    }

    [Fact]
    public void ActiveAt_WhenOnlyTheOtherLanguageConcernsTheSite_IsLitInIt()
    {
        var elsewhere = Warning.Infos[0] with { Areas = [new AlertArea { Words = "北京", Codes = [new AlertValue("adcode", "110000")] }] };
        var message = Warning with { Infos = [elsewhere, Warning.Infos[0] with { Language = "en-US", Event = "RAIN" }] };
        Assert.Equal("【RAIN】", Assert.Single(Book.Of(message).ActiveAt(Book.Hour(1), Book.Site)).Words);
    }

    [Fact]
    public void Judge_WhenElsewhereInWordsOrWordless_SaysWhich()
    {
        AlertMessage With(string name, Func<AlertInfo, AlertInfo> change)
        {
            var message = Book.Message(Book.Id(name, 0));
            return message with { Infos = [change(message.Infos[0])] };
        }

        var book = Book.Of(
            With("a", info => info with { Areas = [new AlertArea { Words = "北京", Codes = [new AlertValue("adcode", "110000")] }] }),
            With("b", info => info with { Areas = [new AlertArea { Words = "遂宁" }] }),
            With("c", info => info with { Event = "\u200B" }),
            Book.Message(Book.Id("d", 0)) with { Infos = [] });
        Assert.Equal([AlertState.Elsewhere, AlertState.OnlyWords, AlertState.NoWords, AlertState.NoWords], book.Judge(Book.Hour(1), Book.Site).Select(judged => judged.State));
        Assert.Empty(Book.Lit(book, 1));
        Assert.Null(book.NextChange(Book.Hour(-9), Book.Site));
    }
}
