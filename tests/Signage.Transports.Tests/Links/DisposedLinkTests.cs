using Microsoft.Extensions.DependencyInjection;
using Signage.Protocols.Dialogues;
using Signage.Testing.Servers;
using Signage.Transports.Links;

namespace Signage.Transports.Tests.Links;

/// <summary>A link that was let go of says so as every link says that it is gone: nobody has to know which kind it was.</summary>
public sealed class DisposedLinkTests : IAsyncDisposable
{
    private static readonly Dictionary<(string Scheme, LinkShape Shape), WireMessage> Messages = new()
    {
        [("udp", LinkShape.Datagram)] = new WireMessage.Datagrams([new byte[] { 1 }]),
        [("http", LinkShape.Exchange)] = WireMessage.Request.Get("/json/si"),
        [("mqtt", LinkShape.Topics)] = new WireMessage.Topic("custom/notice", "{}"u8.ToArray()),
    };

    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPanelTransports().BuildServiceProvider();
    private MosquittoServer? _broker;

    public static TheoryData<string, LinkShape> Links
    {
        get
        {
            var links = new TheoryData<string, LinkShape>();
            foreach (var (scheme, shape) in Messages.Keys)
            {
                links.Add(scheme, shape);
            }

            return links;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PanelTransports Transports => _services.GetRequiredService<PanelTransports>();

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        await _services.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Send_WhenTheLinkWasDisposed_SaysThatItIsGone(string scheme, LinkShape shape)
    {
        var link = await OpenAsync(scheme, shape);
        await link.DisposeAsync();
        await link.DisposeAsync();
        var gone = await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(Messages[(scheme, shape)], Token));
        Assert.NotEmpty(gone.Message);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Send_WhenTheLinkWasUsedAndDisposed_SaysThatItIsGone(string scheme, LinkShape shape)
    {
        var link = await OpenAsync(scheme, shape);
        await link.SendAsync(Messages[(scheme, shape)], Token);
        await link.DisposeAsync();
        await Assert.ThrowsAsync<LinkException>(async () => await link.SendAsync(Messages[(scheme, shape)], Token));
    }

    [Fact]
    public void Links_WhenTheProgramKnowsMore_AreAllAmongThose() => Assert.Equal(
        Messages.Keys.Order(),
        Transports.Schemes
            .SelectMany(scheme => Enum.GetValues<LinkShape>().Select(shape => (Scheme: scheme, Shape: shape)))
            .Where(link => link.Shape != LinkShape.Stream && Transports.Find(link.Scheme, link.Shape) is not null)
            .Order());

    private async Task<IMessageLink> OpenAsync(string scheme, LinkShape shape)
    {
        // Nobody needs to listen at the other two: neither connects before something is sent.
        _broker = scheme == "mqtt" ? await MosquittoServer.StartAsync(Token) : null;
        var endpoint = _broker is null ? new Uri($"{scheme}://127.0.0.1:9") : new Uri(_broker.Endpoint, "/awtrix_1");
        return (IMessageLink)await Transports.Find(scheme, shape)!.OpenAsync(endpoint, Token);
    }
}
