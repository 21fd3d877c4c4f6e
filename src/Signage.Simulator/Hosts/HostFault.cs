using Signage.Core.Text;

namespace Signage.Simulator.Hosts;

/// <summary>Tells what a simulated card threw.</summary>
internal static class HostFault
{
    /// <summary>Writes it on standard error, whole: it is for whoever mends the card. Answers it.</summary>
    public static Exception Tell(Uri endpoint, Exception fault)
    {
        Console.Error.WriteLine(Words.CardThrew.With(EndpointText.Of(endpoint), fault));
        return fault;
    }
}
