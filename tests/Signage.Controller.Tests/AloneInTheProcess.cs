namespace Signage.Controller.Tests;

/// <summary>Tests that listen to what the whole process counts: one at a time, with nothing beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
