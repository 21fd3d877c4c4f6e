using Signage.Transports.Links;

namespace Signage.Transports.Tests.Pumping;

/// <summary>Opens scripted links, or fails as the test says.</summary>
internal sealed class ScriptedTransport : IPanelTransport
{
    public List<ScriptedLink> Opened { get; } = [];

    public Action<ScriptedLink> OnOpen { get; set; } = link => link.OnSend = _ => link.Answer(6);

    public Func<CancellationToken, Task> BeforeOpen { get; set; } = _ => Task.CompletedTask;

    public string Scheme => "scripted";

    public IEnumerable<string> Validate(Uri endpoint) => [];

    public async ValueTask<IPanelLink> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        await BeforeOpen(cancellationToken);
        var link = new ScriptedLink();
        OnOpen(link);
        Opened.Add(link);
        return link;
    }
}
