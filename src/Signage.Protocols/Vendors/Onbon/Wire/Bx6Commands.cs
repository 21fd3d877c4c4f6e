using System.Collections.Frozen;

namespace Signage.Protocols.Vendors.Onbon.Wire;

/// <summary>Command groups and commands by number (section 5 of docs/protocols/onbon-bx6.md).</summary>
internal static class Bx6Commands
{
    public const byte Answer = 0xA0;
    public const byte Acknowledge = 0x00;
    public const byte Refuse = 0x01;

    public const byte Files = 0xA1;
    public const byte DeleteFile = 0x01;
    public const byte StartFile = 0x02;
    public const byte FileBlock = 0x03;
    public const byte DirectorySize = 0x06;
    public const byte DirectoryBlock = 0x07;
    public const byte BeginTransfer = 0x08;
    public const byte EndTransfer = 0x09;
    public const byte FreeSpace = 0x12;

    public const byte Control = 0xA2;
    public const byte Ping = 0x00;
    public const byte Reset = 0x01;
    public const byte Clock = 0x02;
    public const byte Firmware = 0x04;
    public const byte Power = 0x05;
    public const byte TimedPower = 0x06;
    public const byte Brightness = 0x07;
    public const byte CancelTimedPower = 0x08;
    public const byte ControllerId = 0x0A;
    public const byte LockScreen = 0x0D;
    public const byte LockProgram = 0x0E;
    public const byte Status = 0x0F;

    public const byte Dynamic = 0xA7;
    public const byte DynamicUpdate = 0x00;
    public const byte DynamicDelete = 0x01;

    /// <summary>Set in the command of a query's reply.</summary>
    public const byte ReplyBit = 0x80;

    private static readonly FrozenDictionary<(byte, byte), string> Names = new Dictionary<(byte, byte), string>
    {
        [(Answer, Acknowledge)] = "ACK",
        [(Answer, Refuse)] = "NACK",
        [(Files, 0x00)] = "format",
        [(Files, DeleteFile)] = "delete file",
        [(Files, StartFile)] = "start writing file",
        [(Files, FileBlock)] = "write file block",
        [(Files, 0x04)] = "start reading file",
        [(Files, 0x05)] = "read file block",
        [(Files, DirectorySize)] = "directory size",
        [(Files, DirectoryBlock)] = "directory block",
        [(Files, BeginTransfer)] = "begin transfer",
        [(Files, EndTransfer)] = "end transfer",
        [(Files, FreeSpace)] = "free space",
        [(Control, Ping)] = "ping",
        [(Control, Reset)] = "reset",
        [(Control, Clock)] = "set clock",
        [(Control, Firmware)] = "firmware",
        [(Control, Power)] = "power",
        [(Control, TimedPower)] = "timed power",
        [(Control, Brightness)] = "brightness",
        [(Control, CancelTimedPower)] = "cancel timed power",
        [(Control, ControllerId)] = "controller id",
        [(Control, LockScreen)] = "lock screen",
        [(Control, LockProgram)] = "lock programme",
        [(Control, Status)] = "status",
        [(0xA4, 0x02)] = "health",
        [(0xA4, 0x03)] = "network search",
        [(Dynamic, DynamicUpdate)] = "dynamic update",
        [(Dynamic, DynamicDelete)] = "dynamic delete",
    }.ToFrozenDictionary();

    /// <summary>The name of a command; unknown ones by number.</summary>
    public static string Name(byte group, byte command, bool isReply)
    {
        var plain = isReply && group != Answer ? (byte)(command & ~ReplyBit & 0xFF) : command;
        var name = Names.GetValueOrDefault((group, plain), $"{group:X2} {command:X2}");
        return isReply && group != Answer ? $"{name} reply" : name;
    }
}
