using Spectre.Console;
using Spectre.Console.Rendering;

namespace Signage.Cli.Demo;

/// <summary>Draws the panels of the demo again and again, for as long as its site runs.</summary>
internal static class DemoScreen
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);

    /// <summary>Draws until told to stop or until the site ends; then it ends as the site did.</summary>
    /// <param name="running">Ends when the site does; faults when a part of it broke.</param>
    /// <param name="picture">The panels as they are now.</param>
    /// <param name="screen">Where to draw; null draws nothing and only waits.</param>
    /// <param name="time">Paces the drawing.</param>
    /// <param name="cancellationToken">Told to stop.</param>
    public static async Task DrawAsync(Task running, Func<IRenderable> picture, IAnsiConsole? screen, TimeProvider time, CancellationToken cancellationToken)
    {
        if (screen is not null)
        {
            using var timer = new PeriodicTimer(Frame, time);
            await screen.Live(picture()).StartAsync(async live =>
            {
                while (!running.IsCompleted && await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                {
                    live.UpdateTarget(picture());
                }
            }).ConfigureAwait(false);
        }

        await running.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
