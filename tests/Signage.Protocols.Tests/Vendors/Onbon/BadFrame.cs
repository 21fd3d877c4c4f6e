using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>A row of the table of bad frames.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Bytes">The bytes as they come in.</param>
/// <param name="Answer">What the codec says to them.</param>
/// <param name="Complaint">What a person is told first.</param>
internal sealed record BadFrame(string Name, byte[] Bytes, WireRead Answer, string Complaint);
