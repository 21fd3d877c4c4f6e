using System.IO.Pipelines;

namespace Signage.Transports.Pumping;

/// <summary>Late answers to older questions.</summary>
internal static class StaleInput
{
    // A far side that talks without end may always have more ready; after so many reads the dialogue has to cope with the rest.
    private const int MaxReads = 64;

    /// <summary>Throws away what is in the pipe now; false when the far side is gone.</summary>
    public static bool Discard(PipeReader input)
    {
        for (var i = 0; i < MaxReads && input.TryRead(out var read); i++)
        {
            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return false;
            }

            if (read.Buffer.IsEmpty)
            {
                break;
            }
        }

        return true;
    }
}
