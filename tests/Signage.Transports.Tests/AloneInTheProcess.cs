namespace Signage.Transports.Tests;

/// <summary>Tests that count handles and bytes of this process, or open so many sockets that others would count them: one at a time, with nothing beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
