using Signage.Controller.Dispatch;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>The same show is written over again a few times a day; another one is what the plan wants.</summary>
public sealed class StorageWearTests
{
    private static readonly ShowDigest One = new("aa");
    private static readonly ShowDigest Other = new("bb");
    private static readonly DateOnly Today = new(2026, 9, 5);

    [Fact]
    public void Show_WhenItIsNew_IsWrittenWhereTheCardDoesNotHoldIt() =>
        Assert.Equal(StorageUse.WriteMissing, new StorageWear().For(One, Today, distrusted: true));

    [Fact]
    public void Show_WhenItIsDoubtedAgain_IsWrittenOverThreeTimesADay()
    {
        var wear = new StorageWear();
        wear.Wrote(One, Today);
        Assert.Equal(StorageUse.WriteMissing, wear.For(One, Today, distrusted: false));
        for (var time = 0; time < FlashRecord.MostADay; time++)
        {
            Assert.Equal(StorageUse.Write, wear.For(One, Today, distrusted: true));
            wear.Wrote(One, Today);
        }

        Assert.Equal(StorageUse.Spare, wear.For(One, Today, distrusted: true));
        Assert.Equal(StorageUse.Spare, wear.For(One, Today, distrusted: false));
        Assert.Equal(StorageUse.WriteMissing, wear.For(Other, Today, distrusted: true));
        Assert.Equal(StorageUse.Write, wear.For(One, Today.AddDays(1), distrusted: true));
    }
}
