using System.Buffers.Binary;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Simulator.Cards.Onbon;

/// <summary>
/// The dialogue about stored programmes, as the card hears it (docs/protocols/onbon-bx6.md, section 9). What no source says is decided here: writing outside
/// a transfer is error 8; a gap or an overlap between blocks is 16; a file whose check value is wrong is 11 and is dropped, and the one that it was to
/// replace stays; a transfer that changed anything counts as one writing of the flash when it ends, or when power goes first.
/// </summary>
/// <param name="flash">What survives a power cut.</param>
/// <param name="judge">The error of a whole file that is to be kept; 0 when it may be.</param>
internal sealed class Bx6Files(Bx6Flash flash, Func<Bx6File, ushort> judge)
{
    private const int NamedHead = 9;
    private bool _open;
    private bool _changed;
    private Incoming? _incoming;

    /// <summary>Answers a file command: an error code, and data where it is a query.</summary>
    public (ushort Error, byte[]? Data) Obey(Bx6Body request)
    {
        var data = request.Data;
        return request.Command switch
        {
            Bx6Commands.BeginTransfer when data.IsEmpty => (Begin(), null),
            Bx6Commands.EndTransfer when data.IsEmpty => (End(), null),
            Bx6Commands.DirectorySize when data.Length == 2 => (0, Blocks()),
            Bx6Commands.DirectoryBlock when data.Length == 2 => (0, flash.Directory().Write()),
            Bx6Commands.FreeSpace when data.IsEmpty => (0, Space()),
            Bx6Commands.DeleteFile => (Delete(data.Span), null),
            Bx6Commands.StartFile when data.Length == 14 => (Start(data.Span), null),
            Bx6Commands.FileBlock when data.Length > NamedHead => (Take(data.Span), null),
            Bx6Commands.BeginTransfer or Bx6Commands.EndTransfer or Bx6Commands.DirectorySize or Bx6Commands.DirectoryBlock or Bx6Commands.FreeSpace
                or Bx6Commands.StartFile or Bx6Commands.FileBlock => (Bx6Error.Parameter, null),
            _ => (Bx6Error.Command, null),
        };
    }

    /// <summary>Power went: what was not written whole is gone.</summary>
    public void Break()
    {
        Count();
        (_open, _incoming) = (false, null);
    }

    private ushort Begin()
    {
        (_open, _incoming) = (true, null);
        return 0;
    }

    private ushort End()
    {
        if (!_open || _incoming is not null)
        {
            return Bx6Error.Download;
        }

        _open = false;
        Count();
        return 0;
    }

    private void Count()
    {
        flash.Writes += _changed ? 1 : 0;
        _changed = false;
    }

    private byte[] Blocks() => [(byte)(flash.Files.Count > 0 ? 1 : 0), 0];

    private byte[] Space()
    {
        var data = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(data, Bx6Flash.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), flash.Free);
        return data;
    }

    private ushort Delete(ReadOnlySpan<byte> data)
    {
        var count = data.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(data);
        if (count == 0 || data.Length != 2 + (count * Bx6File.NameLength))
        {
            return Bx6Error.Parameter;
        }

        if (!_open)
        {
            return Bx6Error.Download;
        }

        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = Bx6File.ReadName(data.Slice(2 + (i * Bx6File.NameLength), Bx6File.NameLength));
        }

        if (names.Any(name => !flash.Files.ContainsKey(name)))
        {
            return Bx6Error.FileMissing;
        }

        Array.ForEach(names, name => flash.Files.Remove(name));
        _changed = true;
        return 0;
    }

    private ushort Start(ReadOnlySpan<byte> data)
    {
        var (name, type, length, overwrite, check) = (
            Bx6File.ReadName(data[..4]), data[4], BinaryPrimitives.ReadUInt32LittleEndian(data[5..]), data[9], BinaryPrimitives.ReadUInt32LittleEndian(data[10..]));
        if (!_open)
        {
            return Bx6Error.Download;
        }

        if (Bx6Programme.NumberIn(name) is null)
        {
            return Bx6Error.FileName;
        }

        if (type != (name[0] == 'P' ? Bx6File.Programme : Bx6File.Pixels))
        {
            return Bx6Error.FileType;
        }

        if (overwrite == 0 && flash.Files.ContainsKey(name))
        {
            return Bx6Error.FileExists;
        }

        if (length <= Bx6File.CheckLength || length > flash.Free)
        {
            return length > flash.Free ? Bx6Error.Memory : Bx6Error.Parameter;
        }

        _incoming = new Incoming(name, type, (int)length, check);
        return 0;
    }

    private ushort Take(ReadOnlySpan<byte> data)
    {
        var (name, last, offset) = (Bx6File.ReadName(data[..4]), data[4], BinaryPrimitives.ReadUInt32LittleEndian(data[5..]));
        var piece = data[NamedHead..];
        if (!_open || _incoming is not { } file)
        {
            return Bx6Error.Download;
        }

        if (name != file.Name)
        {
            return Bx6Error.FileName;
        }

        if (offset != file.Taken || piece.Length > file.Length - file.Taken || (last == 1) != (file.Taken + piece.Length == file.Length))
        {
            return Bx6Error.BlockNumber;
        }

        file.Blocks.Add(piece.ToArray());
        file.Taken += piece.Length;
        return last == 1 ? Keep(file) : (ushort)0;
    }

    private ushort Keep(Incoming incoming)
    {
        _incoming = null;
        var file = new Bx6File(incoming.Name, incoming.Type, incoming.Whole());
        if (!file.IsWhole || file.Check != incoming.Check || file.Content.Span[0] != file.Type || Bx6File.ReadName(file.Content.Span.Slice(1, 4)) != file.Name)
        {
            return Bx6Error.FileCheck;
        }

        if (judge(file) is var error && error != 0)
        {
            return error;
        }

        flash.Files[file.Name] = file;
        _changed = true;
        return 0;
    }

    // A length is only announced, so what has come is all that takes memory.
    private sealed record Incoming(string Name, byte Type, int Length, uint Check)
    {
        public List<byte[]> Blocks { get; } = [];

        public int Taken { get; set; }

        public byte[] Whole()
        {
            var whole = new byte[Taken];
            var at = 0;
            foreach (var block in Blocks)
            {
                block.CopyTo(whole, at);
                at += block.Length;
            }

            return whole;
        }
    }
}
