using Signage.Core.Frames;

namespace Signage.Storage.Frames;

/// <summary>What is on the shelf under a name.</summary>
public abstract record FrameAnswer
{
    private FrameAnswer()
    {
    }

    /// <summary>The picture, and it is the one of that name.</summary>
    /// <param name="Frame">The picture.</param>
    public sealed record Found(PixelFrame Frame) : FrameAnswer;

    /// <summary>There is none.</summary>
    public sealed record Missing : FrameAnswer
    {
        private Missing()
        {
        }

        /// <summary>The one value.</summary>
        public static Missing Instance { get; } = new();
    }

    /// <summary>There is something that is not the picture of that name: worth an alarm, and lit by nobody.</summary>
    /// <param name="Reason">What is wrong, for people, in one line.</param>
    public sealed record Damaged(string Reason) : FrameAnswer;
}
