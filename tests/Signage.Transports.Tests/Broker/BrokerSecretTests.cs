using Signage.Transports.Broker;
using Signage.Transports.Broker.Rights;

namespace Signage.Transports.Tests.Broker;

public sealed class BrokerSecretTests
{
    private static readonly BrokerSecret Secret = BrokerSecret.Of("口令", 1000);

    [Fact]
    public void Secret_WhenThePasswordIsRight_Matches() => Assert.True(Secret.Matches("口令"u8));

    [Fact]
    public void Secret_WhenThePasswordIsWrong_DoesNotMatch() => Assert.False(Secret.Matches("口"u8));

    [Fact]
    public void Secret_WhenWrittenAndRead_IsTheSame() => Assert.True(BrokerSecret.Parse(Secret.Encoded).Matches("口令"u8));

    [Fact]
    public void Secret_WhenMadeTwice_Differs() => Assert.NotEqual(Secret.Encoded, BrokerSecret.Of("口令", 1000).Encoded);

    [Fact]
    public void Secret_WhenPrinted_SaysNothing() => Assert.Equal("pbkdf2-sha256", $"{Secret}");

    [Theory]
    [InlineData("")]
    [InlineData("hunter2")]
    [InlineData("pbkdf2-sha256$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")]
    [InlineData("pbkdf2-sha256$1000$AAAA$AAAA")]
    [InlineData("md5$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Secret_WhenItIsNone_IsNotRead(string text)
    {
        var failure = Assert.Throws<FormatException>(() => BrokerSecret.Parse(text));
        Assert.True(text.Length == 0 || !failure.Message.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lamp", true)]
    [InlineData("lamp/1", true)]
    [InlineData("lamp/1/2", true)]
    [InlineData("lamp/", false)]
    [InlineData("lamps", false)]
    [InlineData("Lamp", false)]
    [InlineData("other", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("lamp/\0", false)]
    public void Account_WhenAClientIdIsNamed_OwnsItsOwn(string? id, bool owns) => Assert.Equal(owns, new BrokerAccount("lamp", Secret, []).Owns(id));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a+")]
    [InlineData("$a")]
    [InlineData("a\n")]
    public void Account_WhenItsNameIsNone_IsNotMade(string name) => Assert.Throws<ArgumentException>(() => new BrokerAccount(name, Secret, []));

    [Fact]
    public void Opposite_WhenMade_HearsWhatTheOthersSay()
    {
        var site = BrokerAccount.Opposite("site", Secret, [BrokerAccount.Gateway("lamp", Secret, "s/lamp")]);
        Assert.Equal([TopicRight.Subscribe("s/lamp/up"), TopicRight.Publish("s/lamp/down")], site.Rights);
    }

    [Fact]
    public void Limits_WhenPacketsMayBeHuge_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BrokerLimits { PacketBytes = BrokerLimits.LargestPacket }.Check());
}
