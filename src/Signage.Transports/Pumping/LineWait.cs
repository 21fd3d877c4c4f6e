namespace Signage.Transports.Pumping;

/// <summary>How long to listen after a packet.</summary>
/// <param name="Leaves">When its last byte has left the line; until then another packet would only stand behind it.</param>
/// <param name="Deadline">When silence counts.</param>
internal readonly record struct LineWait(LineDeadline Leaves, LineDeadline Deadline)
{
    /// <summary>Nothing was sent yet.</summary>
    public static LineWait Nothing { get; } = new(LineDeadline.Never, LineDeadline.Never);

    /// <summary>How long to go on listening; whoever makes way listens only until its packet is out.</summary>
    public TimeSpan Left(bool makingWay, TimeProvider time) => (makingWay ? Leaves : Deadline).Left(time);
}
