using Signage.Controller.Hosting;

try
{
    await SiteHost.RunAsync(configuration => SiteHost.Read(configuration), args, null, CancellationToken.None).ConfigureAwait(false);
    return 0;
}
catch (SiteStartException refused)
{
    await Console.Error.WriteLineAsync(refused.Message).ConfigureAwait(false);
    return 1;
}
