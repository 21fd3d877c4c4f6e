namespace Signage.Renderer.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runner_WhenAsked_RunsTests() => Assert.True(true);
}
