using Signage.Core.Truth;

namespace Signage.Core.Tests.Truth;

public sealed class FlashRecordTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void MayWriteOn_WhenTheMostOfADayIsReached_IsFalseUntilTheNext()
    {
        var record = FlashRecord.None;
        for (var i = 0; i < FlashRecord.MostADay; i++)
        {
            Assert.True(record.MayWriteOn(Monday));
            record = record.Begun(Monday);
        }

        Assert.False(record.MayWriteOn(Monday));
        Assert.True(record.MayWriteOn(Monday.AddDays(1)));
        Assert.Equal((4, 1), (record.Begun(Monday.AddDays(1)).Writes, record.Begun(Monday.AddDays(1)).LastDayWrites));
    }

    [Fact]
    public void Begun_WhenSomethingWasLeft_NoLongerClaimsThatItIsThere() =>
        Assert.Null(FlashRecord.None.Begun(Monday).Left(new FlashPage("a", null, null, default)).Begun(Monday).Holds);
}
