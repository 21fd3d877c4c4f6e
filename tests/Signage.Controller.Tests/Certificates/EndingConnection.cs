using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A connection that ends when a test wants it to.</summary>
internal sealed class EndingConnection : DefaultConnectionContext, IConnectionCompleteFeature
{
    private readonly List<(Func<object, Task> Callback, object State)> _ends = [];

    public EndingConnection() => Features.Set<IConnectionCompleteFeature>(this);

    public void OnCompleted(Func<object, Task> callback, object state) => _ends.Add((callback, state));

    public void End() => _ends.ForEach(end => Assert.True(end.Callback(end.State).IsCompletedSuccessfully));
}
