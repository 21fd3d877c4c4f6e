namespace Signage.Controller.Certificates;

/// <summary>A file was written and has its name, but the disk did not say that the name will outlive a power cut.</summary>
/// <param name="message">What happened, for people, in one line.</param>
internal sealed class NotFlushedException(string message) : IOException(message);
