using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

public sealed class SerialEndpointTests
{
    private readonly SerialTransport _transport = new(TimeProvider.System);

    [Theory]
    [InlineData("serial:/dev/ttyUSB0")]
    [InlineData("serial:/dev/ttyUSB0?baud=300")]
    [InlineData("serial:/dev/serial/by-id/usb-FTDI_1-if00?baud=4000000")]
    [InlineData("serial:COM3?BAUD=9600")]
    [InlineData("serial:/dev/ttyUSB0?address=0100")]
    [InlineData("serial:/dev/ttyUSB0?address=0100&baud=9600")]
    public void Endpoint_WhenItCanBeTried_HasNoComplaint(string endpoint) => Assert.Empty(_transport.Validate(new Uri(endpoint)));

    [Theory]
    [InlineData("serial:/dev/ttyUSB0?baud=299", "'baud=299' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?baud=4000001", "'baud=4000001' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?baud=99999999999", "'baud=99999999999' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?baud=fast", "'baud=fast' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?baud=", "'baud=' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?baud=-9600", "'baud=-9600' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?speed=9600", "'speed=9600' 不是波特率，应为 300 到 4000000，请写 ?baud=57600 (not a baud rate from 300 to 4000000; write ?baud=57600)")]
    [InlineData("serial:/dev/ttyUSB0?address=", "卡地址是空的，请写明，或去掉 address= (the address is empty; write it, or leave address= out)")]
    [InlineData("serial:/dev/ttyUSB0?address=0100&address=0200", "写了 2 个卡地址，一块屏只有一个，请只留一个 (the address is written 2 times; a panel has one)")]
    [InlineData("serial:/", "没有写串口，请写成 serial:/dev/ttyUSB0?baud=57600 (no port; write serial:/dev/ttyUSB0?baud=57600)")]
    public void Endpoint_WhenItIsWrong_SaysWhatToWrite(string endpoint, string complaint) =>
        Assert.Equal($"{endpoint}: {complaint}", Assert.Single(_transport.Validate(new Uri(endpoint))));

    [Fact]
    public void Endpoint_WhenItIsWrittenLikeAWebAddress_SaysWhatToWrite() =>
        Assert.Equal(
            "serial://ttyUSB0/: 请写成 serial:/dev/ttyUSB0?baud=57600 或 serial:COM3?baud=9600 (write serial:/dev/ttyUSB0?baud=57600 or serial:COM3?baud=9600)",
            Assert.Single(_transport.Validate(new Uri("serial://ttyUSB0/"))));
}
