using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>The questions about files in a card's flash: docs/protocols/onbon-bx6.md, section 9.</summary>
internal static class Bx6FileQuestions
{
    public static Bx6Question Begin => Plain(Bx6Commands.BeginTransfer, []);

    public static Bx6Question End => Plain(Bx6Commands.EndTransfer, []);

    /// <summary>File type 0, programmes; the second byte as recorded.</summary>
    public static Bx6Question DirectorySize => Query(Bx6Commands.DirectorySize, [Bx6File.Programme, 5]);

    /// <summary>The first block. How the next one is asked for is not attested.</summary>
    public static Bx6Question Directory => Query(Bx6Commands.DirectoryBlock, [0, 0]);

    public static Bx6Question FreeSpace => Query(Bx6Commands.FreeSpace, []);

    /// <summary>One file, as in the vendor's samples: count, then names. That the count has two bytes is inferred from its header file.</summary>
    public static Bx6Question Delete(string name) => Plain(Bx6Commands.DeleteFile, [1, 0, .. Bx6File.NameBytes(name)]);

    /// <summary>Announces a file; one of the same name is overwritten.</summary>
    public static Bx6Question Start(Bx6File file)
    {
        var data = new byte[14];
        var writer = new Bx6Writer(data);
        writer.Bytes(Bx6File.NameBytes(file.Name));
        writer.One(file.Type);
        writer.Four((uint)file.Content.Length);
        writer.One(1);
        writer.Four(file.Check);
        return Plain(Bx6Commands.StartFile, data);
    }

    /// <summary>The content of a file in blocks.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">Most bytes of it in one block.</param>
    public static IEnumerable<Bx6Question> Blocks(Bx6File file, int most)
    {
        for (var offset = 0; offset < file.Content.Length; offset += most)
        {
            var piece = file.Content.Slice(offset, Math.Min(most, file.Content.Length - offset));
            yield return Block(file, offset, piece.Span);
        }
    }

    private static Bx6Question Block(Bx6File file, int offset, ReadOnlySpan<byte> piece)
    {
        var data = new byte[9 + piece.Length];
        var writer = new Bx6Writer(data);
        writer.Bytes(Bx6File.NameBytes(file.Name));
        writer.One(offset + piece.Length == file.Content.Length ? 1 : 0);
        writer.Four((uint)offset);
        writer.Bytes(piece);
        return Plain(Bx6Commands.FileBlock, data);
    }

    private static Bx6Question Plain(byte command, ReadOnlySpan<byte> data) => new(Bx6Body.Request(Bx6Commands.Files, command, data), false);

    private static Bx6Question Query(byte command, ReadOnlySpan<byte> data) =>
        new(Bx6Body.Request(Bx6Commands.Files, command, data), false, Bx6Commands.Files, (byte)(command | Bx6Commands.ReplyBit));
}
