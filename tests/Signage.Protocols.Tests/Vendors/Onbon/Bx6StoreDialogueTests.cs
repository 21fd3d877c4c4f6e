using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;
using static Signage.Protocols.Tests.Vendors.Onbon.Bx6Talk;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Conversations about the flash, answer by answer.</summary>
public sealed class Bx6StoreDialogueTests
{
    private static readonly PanelCommand.StoreShow Store = new(Dark(), []);

    [Fact]
    public void Store_WhenTheCardIsEmpty_AsksInTheRecordedOrderAndIsAccepted()
    {
        var card = new ScriptedFlash();
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(["08", "06", "07", "12", "02 D000", "03 D000", "02 P000", "03 P000", "09"], card.Asked);
    }

    [Fact]
    public void Store_WhenOthersMayGo_DeletesThemFirstAndLooksAgain()
    {
        var card = new ScriptedFlash { Files = { "P000", "D000", "P007", "D007" } };
        var done = card.Run(Store with { Removes = ["P007"] });

        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(["08", "06", "07", "01 P007", "01 D007", "06", "07", "12", "02 D000", "03 D000", "02 P000", "03 P000", "09"], card.Asked);
        Assert.Equal(["P000", "P007"], done.Reading!.Stored!.Names);
    }

    [Fact]
    public void Store_WhenOthersMayNotGo_ChangesNothingAndNamesThem()
    {
        var card = new ScriptedFlash { Files = { "P003" } };
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.Rejected, done.Outcome);
        Assert.Contains("P003", done.Detail, StringComparison.Ordinal);
        Assert.Equal(["08", "06", "07", "09"], card.Asked);
    }

    [Fact]
    public void Store_WhenTheCardKeepsWhatItWasToldToDelete_WritesNothing()
    {
        var card = new ScriptedFlash { Files = { "P003" }, DeletesNothing = true };
        var done = card.Run(Store with { Removes = ["P003"] });

        Assert.Equal(PanelOutcome.Rejected, done.Outcome);
        Assert.Equal(["08", "06", "07", "01 P003", "06", "07", "09"], card.Asked);
    }

    [Fact]
    public void Store_WhenTheCardCannotTellWhatItHolds_StoresAllTheSame()
    {
        var card = new ScriptedFlash { Refuses = { [0x06] = 2, [0x07] = 2 } };
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.False(done.Reading!.Stored!.Complete);
    }

    [Theory]
    [InlineData(0x02, 7, "flash error")]
    [InlineData(0x03, 8, "download error")]
    [InlineData(0x03, 11, "wrong file checksum")]
    [InlineData(0x02, 9, "wrong file name")]
    [InlineData(0x03, 16, "wrong block number")]
    [InlineData(0x09, 7, "flash error")]
    public void Store_WhenAWritingStepIsRefused_EndsThereAndSaysThatWritingBroke(byte command, ushort error, string words)
    {
        var card = new ScriptedFlash { Refuses = { [command] = error } };
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.Rejected, done.Outcome);
        Assert.Contains(words, done.Detail, StringComparison.Ordinal);
        Assert.Contains("writing to flash broke off", done.Detail, StringComparison.Ordinal);
        Assert.StartsWith($"{command:X2}", card.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x08, 3, PanelOutcome.Busy, "busy")]
    [InlineData(0x08, 7, PanelOutcome.Rejected, "flash error")]
    [InlineData(0x08, 2, PanelOutcome.Rejected, "no such command")]
    public void Store_WhenItMayNotBegin_SaysThatNothingWasChanged(byte command, ushort error, PanelOutcome outcome, string words)
    {
        var done = new ScriptedFlash { Refuses = { [command] = error } }.Run(Store);

        Assert.Equal(outcome, done.Outcome);
        Assert.Contains(words, done.Detail, StringComparison.Ordinal);
        Assert.Contains("nothing in the flash was changed", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Store_WhenThereIsNoRoom_WritesNothingAndSaysHowMuchIsMissing()
    {
        var card = new ScriptedFlash { Free = 10 };
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.Rejected, done.Outcome);
        Assert.Contains("10 free", done.Detail, StringComparison.Ordinal);
        Assert.Equal(["08", "06", "07", "12", "09"], card.Asked);
    }

    [Fact]
    public void Store_WhenABlockIsNotAnswered_IsNotAskedAgain()
    {
        var card = new ScriptedFlash { SilentAt = 0x03 };
        var done = card.Run(Store);

        Assert.Equal((PanelOutcome.NoAnswer, true), (done.Outcome, done.LinkSpoiled));
        Assert.Single(card.Asked, asked => asked.StartsWith("03", StringComparison.Ordinal));
        Assert.True(card.LongestWait >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void Store_WhenTheDirectoryIsNotAnswered_IsAskedAgainAsOftenAsTheProfileSays()
    {
        var card = new ScriptedFlash { SilentAt = 0x06 };
        var done = card.Run(Store);

        Assert.Equal(PanelOutcome.NoAnswer, done.Outcome);
        Assert.Equal(3, card.Asked.Count(asked => asked == "06"));
    }

    [Fact]
    public void Clear_WhenAllMayGo_DeletesAllAndLooksAgain()
    {
        var card = new ScriptedFlash { Files = { "P000", "D000" } };
        var done = card.Run(new PanelCommand.ClearStored(["P000"]));

        Assert.Equal(PanelOutcome.Accepted, done.Outcome);
        Assert.Equal(["08", "06", "07", "01 P000", "01 D000", "06", "07", "09"], card.Asked);
    }

    [Fact]
    public void Clear_WhenTheCardCannotTellWhatItHolds_IsRejectedWithTheReason()
    {
        var done = new ScriptedFlash { Refuses = { [0x07] = 2 } }.Run(new PanelCommand.ClearStored([]));

        Assert.Equal(PanelOutcome.Rejected, done.Outcome);
        Assert.Contains("cannot be cleared", done.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void List_WhenTheCardNamesFiles_TellsProgrammesAndPassesOverFonts()
    {
        var done = new ScriptedFlash { Files = { "P000", "D000", "P012", "F001" } }.Run(new PanelCommand.ListStored());

        Assert.Equal([("P000", true), ("P012", false)], done.Reading!.Stored!.Programmes.Select(programme => (programme.Name, programme.IsBase)));
        Assert.True(done.Reading.Stored.Complete);
    }

    [Fact]
    public void List_WhenTheAnswersAreThoseThatTheVendorTook_IsAnEmptyCard()
    {
        var dialogue = Begin(new PanelCommand.ListStored(), out var size);
        var block = Asked(Feed(dialogue, Recorded("directory-size-reply", size)));
        var done = Done(Feed(dialogue, Recorded("directory-block-reply-last-mark-set", block)));

        Assert.Equal((PanelOutcome.Accepted, true, 0), (done.Outcome, done.Reading!.Stored!.Complete, done.Reading.Stored.Programmes.Count));
    }

    [Fact]
    public void List_WhenTheCardRefuses_IsAcceptedAndTellsNothing()
    {
        var done = new ScriptedFlash { Refuses = { [0x06] = 2, [0x07] = 2 } }.Run(new PanelCommand.ListStored());

        Assert.Equal((PanelOutcome.Accepted, null), (done.Outcome, done.Reading!.Stored));
    }

    // The recorded reply, under the number of our own question.
    private static byte[] Recorded(string vector, Bx6Packet question) =>
        Codec.ToBytes((Bx6Ordinary)Read(ByteVector.Named("onbon-bx6", vector).Bytes) with { Sequence = ((Bx6Ordinary)question).Sequence, Source = question.Destination });

    private static Show Dark() => new(
        Face, "onbon/bx-6q2", [new ShowPage(new Page(PixelFrame.Dark(Face.Size, Face.Layout), Effect.Static, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(4)), Revision.Blank)]);
}
