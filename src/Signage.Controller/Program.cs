using Signage.Controller.Hosting;

try
{
    await SiteHost.RunAsync(configuration => SiteHost.Read(configuration) with { Web = null }, args, _ => { }, CancellationToken.None).ConfigureAwait(false);
    return 0;
}
catch (OperationCanceledException)
{
    // Told to stop before it had started.
    return 0;
}
catch (SiteStartException refused)
{
    await Console.Error.WriteLineAsync(refused.Message).ConfigureAwait(false);
    return 1;
}
