using System.Text;
using Signage.Protocols.Adapters;

namespace Signage.Protocols.Tests.Vendors;

/// <summary>A row of a family's table of bad inputs.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Bytes">The bytes as they stand in a capture.</param>
/// <param name="Complaint">What a person is told of them first.</param>
/// <param name="Swallows">True when it announces more than there is, so that what follows is by right taken for the rest of it.</param>
public sealed record BadInput(string Name, byte[] Bytes, string Complaint, bool Swallows = false)
{
    /// <summary>A row of text.</summary>
    public static BadInput Text(string name, string text, string complaint, bool swallows = false) => new(name, Encoding.Latin1.GetBytes(text), complaint, swallows);

    /// <summary>Asks an adapter what is wrong: the complaint is told, and a good packet behind the bytes is found and is all that becomes a message.</summary>
    /// <param name="adapter">The family.</param>
    /// <param name="good">A whole packet.</param>
    public void Hold(IPanelAdapter adapter, byte[] good)
    {
        var told = adapter.Decode(Bytes);
        Assert.EndsWith(Complaint, told.First(piece => !piece.Valid).Error, StringComparison.Ordinal);
        Assert.Equal(Bytes.Length, told.Sum(piece => piece.Length));
        if (Swallows)
        {
            return;
        }

        var both = adapter.Decode((byte[])[.. Bytes, .. good]);
        Assert.True(both[^1].Valid, both[^1].Error);
        Assert.Equal((Bytes.Length, good.Length), (both[^1].Offset, both[^1].Length));
    }
}
