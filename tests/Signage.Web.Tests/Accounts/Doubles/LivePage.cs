using System.Net.WebSockets;
using System.Text;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>The browser's end of a connection that stays open.</summary>
internal sealed class LivePage : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();

    // A call of a method that no hub has, as a hub of Blazor reads it (MessagePack, with its length before it): the hub complains, and by that shows that it is there.
    private static readonly byte[] Call = [0x09, 0x96, 0x01, 0x80, 0xA1, (byte)'1', 0xA1, (byte)'X', 0x90, 0x90];
    private bool _isCircuit;

    private LivePage()
    {
    }

    /// <summary>Connects, says something and waits for the answer that shows that it is open.</summary>
    public static async Task<LivePage> OpenAsync(Browser browser, string path, string word, string answer)
    {
        var page = new LivePage { _isCircuit = word.Length > 0 };
        page._socket.Options.Cookies = browser.Cookies;
        var address = new Uri($"ws://{browser.Site.Address.Authority}{path}");
        await page._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        if (word.Length > 0)
        {
            await page._socket.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        }

        var bytes = new byte[64];
        var heard = await page._socket.ReceiveAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(answer, Encoding.UTF8.GetString(bytes, 0, heard.Count));
        return page;
    }

    /// <summary>Whether the other end still answers. A socket that nobody reads says "open" long after it was cut.</summary>
    public async Task<bool> AnswersAsync()
    {
        using var late = new CancellationTokenSource(Deadline);
        var bytes = new byte[4096];
        try
        {
            await _socket.SendAsync(_isCircuit ? Call : "are you there"u8.ToArray(), _isCircuit ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, late.Token);
            while (true)
            {
                var heard = await _socket.ReceiveAsync(bytes, late.Token);
                if (heard.MessageType is WebSocketMessageType.Close)
                {
                    return false;
                }

                // A hub says by itself, now and then, that it is there: three bytes, and no answer.
                if (heard.Count > 3)
                {
                    return true;
                }
            }
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    /// <summary>Waits until the other end has cut the connection; what it says before does not matter.</summary>
    public async Task CutAsync()
    {
        using var late = new CancellationTokenSource(Deadline);
        var bytes = new byte[4096];
        try
        {
            while ((await _socket.ReceiveAsync(bytes, late.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            return;
        }
    }

    public void Dispose() => _socket.Dispose();
}
