namespace Signage.Protocols.Tests.Vectors;

/// <summary>One table of named cases for every family: each vector is read, written back and told, and the file says what has to come out.</summary>
public sealed class VectorTests
{
    public static TheoryData<string, string> All =>
        [.. VectorFamily.All.SelectMany(family => ByteVector.All(family.Name).Select(vector => (family.Name, vector.Name)))];

    [Theory]
    [MemberData(nameof(All))]
    public void TryRead_WhenAnyVector_IsThePacketThatTheFileSays(string family, string name)
    {
        var vector = ByteVector.Named(family, name);
        Assert.Equal(vector.Logged, VectorFamily.Named(family).Rewrite(vector.Bytes)?.Logged);
    }

    /// <summary>What a file says to be lost is asked for too: a reason that holds no longer is found here.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Write_WhenAnyVectorWasRead_GivesItsBytes(string family, string name)
    {
        var vector = ByteVector.Named(family, name);
        var written = VectorFamily.Named(family).Rewrite(vector.Bytes)!.Bytes;
        if (vector.Loses is null)
        {
            Assert.Equal(Convert.ToHexString(vector.Bytes), Convert.ToHexString(written));
            return;
        }

        var again = VectorFamily.Named(family).Rewrite(written)!;
        Assert.NotEqual(Convert.ToHexString(vector.Bytes), Convert.ToHexString(written));
        Assert.Equal((vector.Logged, Convert.ToHexString(written)), (again.Logged, Convert.ToHexString(again.Bytes)));
    }

    /// <summary>Two names that change places, a field that is missing and one that begins a byte too late are found here.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Decode_WhenAnyVector_CallsItAndItsFieldsWhatTheFileCallsThem(string family, string name)
    {
        var (vector, who) = (ByteVector.Named(family, name), VectorFamily.Named(family));
        var packet = Assert.Single(who.Adapter.Decode(vector.Bytes));
        Assert.Equal((null, vector.Called, 0, vector.Bytes.Length), (packet.Error, packet.Packet, packet.Offset, packet.Length));
        Assert.Equal(
            vector.Told.Select(remark => (remark.Offset, remark.Length, who.FieldOf(remark.Name))),
            packet.Fields.Select(field => (field.Offset, field.Length, field.Name)));
    }

    [Fact]
    public void Families_WhenTheyHaveVectors_AreAllInTheTable() => Assert.Equal(
        Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "Vectors")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        VectorFamily.All.Select(family => family.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Vectors_WhenTheyLoseSomething_AreAsFewAsCanBe() => Assert.Equal(
        ["wled/not-implemented-reply"],
        from family in VectorFamily.All
        from vector in ByteVector.All(family.Name)
        where vector.Loses is not null
        select $"{family.Name}/{vector}");
}
