using System.Buffers;
using System.IO.Pipelines;
using Signage.Transports.Links;

namespace Signage.Transports.Tests.Pumping;

/// <summary>A link whose far side is the test. Everything runs on the test's own thread, so a fake clock may be moved at once.</summary>
internal sealed class ScriptedLink : IByteLink
{
    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));

    public List<byte[]> Sent { get; } = [];

    public Action<byte[]> OnSend { get; set; } = _ => { };

    public TimeSpan PerByte { get; set; }

    public int Disposals { get; private set; }

    public Task Closing { get; set; } = Task.CompletedTask;

    public PipeReader Input => _pipe.Reader;

    public void Answer(params byte[] bytes)
    {
        _pipe.Writer.Write(bytes);
        _ = _pipe.Writer.FlushAsync().AsTask();
    }

    public void HangUp() => _pipe.Writer.Complete();

    public ValueTask SendAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var sent = packet.ToArray();
        Sent.Add(sent);
        OnSend(sent);
        return ValueTask.CompletedTask;
    }

    public TimeSpan LineTime(int bytes) => PerByte * bytes;

    public async ValueTask DisposeAsync()
    {
        Disposals++;
        await Closing;
    }
}
