using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

/// <summary>Refusals that a test cannot bring about when it runs as root, in the form in which <c>SerialPort</c> reports them on Unix.</summary>
public sealed class SerialRefusalTests
{
    [Theory]
    [InlineData(13, "COM3: 没有权限，请把本用户加入 dialout 组后重新登录 (not allowed; add this user to the group dialout and log in again)")]
    [InlineData(16, "COM3: 串口正被占用，请关闭占用它的程序 (busy; close the other program)")]
    [InlineData(19, "COM3: 没有这个设备，线插好了吗？ (no such device; is the cable plugged in?)")]
    [InlineData(5, "COM3: 设备不工作（输入输出错误），线插好了吗？ (the device does not work: input/output error; is the cable plugged in?)")]
    [InlineData(24, "COM3: 无法打开串口 (cannot be opened: the system's words)")]
    public void Refusal_WhenTheSystemGivesANumber_SaysWhatToDo(int number, string expected) =>
        Assert.Equal(
            expected,
            SerialRefusal.Explain("COM3", new UnauthorizedAccessException("Access to the port is denied.", new IOException("the system's words.", number))));
}
