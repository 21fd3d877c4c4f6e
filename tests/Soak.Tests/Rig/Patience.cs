namespace Soak.Tests.Rig;

/// <summary>Waiting for something to become so, with an end.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until something holds.</summary>
    /// <param name="wish">What to wait for.</param>
    /// <param name="complaint">What to say when it never does.</param>
    public static async Task UntilAsync(Func<bool> wish, Func<string> complaint)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (!wish())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Most, complaint());
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
