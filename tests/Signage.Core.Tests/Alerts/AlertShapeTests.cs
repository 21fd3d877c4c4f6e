using CsCheck;
using Signage.Core.Alerts;

namespace Signage.Core.Tests.Alerts;

/// <summary>Polygons and circles: by points that anybody can draw, and by laws that hold of any.</summary>
public sealed class AlertShapeTests
{
    private static readonly AlertPolygon Square = Ring((30, 105), (30, 106), (31, 106), (31, 105));

    // A U open to the north.
    private static readonly AlertPolygon Cup = Ring((0, 0), (0, 3), (3, 3), (3, 2), (1, 2), (1, 1), (3, 1), (3, 0));
    private static readonly AlertPolygon OverTheLine = Ring((-10, 170), (-10, -170), (10, -170), (10, 170));
    private static readonly AlertPolygon World = Ring((-90, -180), (-90, 180), (90, 180), (90, -180));

    [Theory]
    [InlineData(30.5, 105.5, true)]
    [InlineData(30, 105, true)]
    [InlineData(31, 106, true)]
    [InlineData(30, 105.5, true)]
    [InlineData(30.5, 106, true)]
    [InlineData(29.999999, 105.5, false)]
    [InlineData(31.000001, 105.5, false)]
    [InlineData(30.5, 104.999999, false)]
    [InlineData(30.5, 106.000001, false)]
    [InlineData(30, 104, false)]
    [InlineData(31, 104, false)]
    public void Polygon_WhenASquare_HoldsItsInsideEdgesAndCorners(double latitude, double longitude, bool holds) =>
        Assert.Equal(holds, Square.Holds(new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(2, 0.5, true)]
    [InlineData(2, 1.5, false)]
    [InlineData(1, 1.5, true)]
    [InlineData(0.5, 1.5, true)]
    [InlineData(3, 1.5, false)]
    [InlineData(1, -1, false)]
    [InlineData(3, -1, false)]
    [InlineData(2, 2.5, true)]
    public void Polygon_WhenACup_IsHollow(double latitude, double longitude, bool holds) =>
        Assert.Equal(holds, Cup.Holds(new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(0, 180, true)]
    [InlineData(0, -180, true)]
    [InlineData(0, 175, true)]
    [InlineData(0, -175, true)]
    [InlineData(0, 170, true)]
    [InlineData(0, -170, true)]
    [InlineData(0, 169.9, false)]
    [InlineData(0, -169.9, false)]
    [InlineData(0, 0, false)]
    [InlineData(11, 180, false)]
    public void Polygon_WhenOverThe180thMeridian_TakesTheShortWay(double latitude, double longitude, bool holds) =>
        Assert.Equal(holds, OverTheLine.Holds(new GeoPoint(latitude, longitude)));

    [Fact]
    public void Polygon_WhenTheWholeMap_HoldsEverything() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample((latitude, longitude) => World.Holds(new GeoPoint(latitude, longitude)));

    [Fact]
    public void Polygon_WhenRoundAPole_HoldsNothing() => Assert.False(Ring((80, 0), (80, 120), (80, -120)).Holds(new GeoPoint(85, 10)));

    /// <summary>Where the ring begins, which way it runs and where on the earth it lies changes nothing; corners and middles of edges are always in it.</summary>
    [Fact]
    public void Polygon_WhenTurnedReversedOrMoved_HoldsTheSamePoints() =>
        Gen.Select(Gen.Select(Gen.Int[0, 16], Gen.Int[0, 16]).Array[3, 8], Gen.Select(Gen.Int[-1, 17], Gen.Int[-1, 17]), Gen.Int[0, 7], Gen.Int[-180, 180]).Sample(
            (corners, point, start, east) =>
            {
                var at = new GeoPoint(point.Item1, point.Item2);
                var holds = Ring([.. corners.Select(corner => ((double)corner.Item1, (double)corner.Item2))]).Holds(at);
                (double, double)[] turned = [.. Enumerable.Range(0, corners.Length).Select(i => corners[(i + start) % corners.Length]).Select(corner => ((double)corner.Item1, (double)corner.Item2))];
                Assert.Equal(holds, Ring(turned).Holds(at));
                Assert.Equal(holds, Ring([.. turned.Reverse()]).Holds(at));
                var moved = Ring([.. turned.Select(corner => (corner.Item1, East(corner.Item2 + east)))]);
                Assert.Equal(holds, moved.Holds(new GeoPoint(at.Latitude, East(at.Longitude + east))));
                for (var i = 0; i < turned.Length; i++)
                {
                    var (a, b) = (turned[i], turned[(i + 1) % turned.Length]);
                    Assert.True(Ring(turned).Holds(new GeoPoint(a.Item1, a.Item2)), $"corner {a}");
                    Assert.True(Ring(turned).Holds(new GeoPoint((a.Item1 + b.Item1) / 2, (a.Item2 + b.Item2) / 2)), $"middle of {a} {b}");
                }
            },
            iter: 5000);

    /// <summary>Distances that an atlas gives: Beijing to Shanghai, over the 180th meridian, to the other side of the earth.</summary>
    [Theory]
    [InlineData(39.9042, 116.4074, 31.2304, 121.4737, 1067, 2)]
    [InlineData(0, 179.5, 0, -179.5, 111.2, 0.1)]
    [InlineData(0, 0, 0, 180, 20015, 1)]
    [InlineData(90, 0, -90, 77, 20015, 1)]
    [InlineData(30, 105, 30, 105, 0, 0)]
    public void Circle_WhenMeasured_IsTheGreatCircle(double north, double east, double toNorth, double toEast, double kilometres, double near)
    {
        var centre = new GeoPoint(north, east);
        Assert.InRange(new AlertCircle(centre, 0).DistanceTo(new GeoPoint(toNorth, toEast)), kilometres - near, kilometres + near);
        Assert.True(new AlertCircle(centre, kilometres + near).Holds(new GeoPoint(toNorth, toEast)));
        Assert.Equal(kilometres == 0, new AlertCircle(centre, Math.Max(0, kilometres - near - 1)).Holds(new GeoPoint(toNorth, toEast)));
    }

    private static double East(double degrees) => degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;

    private static AlertPolygon Ring(params (double Latitude, double Longitude)[] corners) =>
        new([.. corners.Append(corners[0]).Select(corner => new GeoPoint(corner.Latitude, corner.Longitude))]);
}
