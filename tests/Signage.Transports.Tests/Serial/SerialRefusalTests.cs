using Signage.Transports.Serial;

namespace Signage.Transports.Tests.Serial;

/// <summary>Refusals that a test cannot bring about when it runs as root, in the form in which <c>SerialPort</c> reports them on Unix.</summary>
public sealed class SerialRefusalTests
{
    [Theory]
    [InlineData(13, "not allowed; add this user to the group dialout")]
    [InlineData(16, "busy; close the other program")]
    [InlineData(19, "no such device; is the cable plugged in?")]
    [InlineData(5, "the device does not work (input/output error); is the cable plugged in?")]
    [InlineData(24, "cannot be opened (the system's words)")]
    public void Refusal_WhenTheSystemGivesANumber_SaysWhatToDo(int number, string expected) =>
        Assert.Equal(
            expected,
            SerialRefusal.Explain(new UnauthorizedAccessException("Access to the port is denied.", new IOException("the system's words.", number))));
}
