using System.Runtime.InteropServices;

namespace Crawler.TrainingGround.Drawing;

/// <summary>
/// A small painter of filled shapes on RGB pixels. Coordinates run from 0 to 640 across and 0 to 480 down, whatever
/// the size in pixels, so that a thumbnail is the same drawing.
/// </summary>
internal sealed class Canvas
{
    private readonly double _scale;

    public Canvas(int width, int height)
    {
        Width = width;
        Height = height;
        Pixels = new byte[width * height * 3];
        _scale = width / 640.0;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Rows from the top, three bytes per pixel.</summary>
    public byte[] Pixels { get; }

    public void Background(Colour top, Colour bottom)
    {
        for (var y = 0; y < Height; y++)
        {
            // Steps of eight rows keep the file small.
            var colour = top.Towards(bottom, Math.Floor(y / (8 * _scale)) * 8 * _scale / Height);
            for (var x = 0; x < Width; x++)
                Set(x, y, colour);
        }
    }

    public void Ellipse(double cx, double cy, double rx, double ry, Colour colour) =>
        Fill(cy - ry, cy + ry, y =>
        {
            var half = rx * Math.Sqrt(Math.Max(0, 1 - ((y - cy) * (y - cy) / (ry * ry))));
            return [cx - half, cx + half];
        }, colour);

    public void Box(double x, double y, double width, double height, Colour colour) =>
        Fill(y, y + height, _ => [x, x + width], colour);

    /// <summary>A ring: an ellipse with a hole the background shows through.</summary>
    public void Ring(double cx, double cy, double r, double thickness, Colour colour) =>
        Fill(cy - r, cy + r, y =>
        {
            var outer = Math.Sqrt(Math.Max(0, (r * r) - ((y - cy) * (y - cy))));
            var inner = Math.Sqrt(Math.Max(0, ((r - thickness) * (r - thickness)) - ((y - cy) * (y - cy))));
            return [cx - outer, cx - inner, cx + inner, cx + outer];
        }, colour);

    /// <summary>A polygon, even-odd filled.</summary>
    public void Polygon(Colour colour, params (double X, double Y)[] points) =>
        Fill(points.Min(p => p.Y), points.Max(p => p.Y), y =>
        {
            var crossings = new List<double>();
            for (var i = 0; i < points.Length; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Length]);
                if (a.Y <= y != b.Y <= y)
                    crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
            }

            crossings.Sort();
            return crossings;
        }, colour);

    /// <summary>A stroke of round dots along a curve that gets thicker or thinner.</summary>
    public void Stroke(Func<double, (double X, double Y)> curve, double from, double to, Colour colour)
    {
        for (var i = 0; i <= 80; i++)
        {
            var (x, y) = curve(i / 80.0);
            var r = from + ((to - from) * i / 80.0);
            Ellipse(x, y, r, r, colour);
        }
    }

    private void Fill(double top, double bottom, Func<double, IReadOnlyList<double>> spans, Colour colour)
    {
        var last = Math.Min(Height - 1, (int)Math.Ceiling(bottom * _scale));
        for (var row = Math.Max(0, (int)Math.Floor(top * _scale)); row <= last; row++)
        {
            var crossings = spans((row + 0.5) / _scale);
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                var end = Math.Min(Width - 1, (int)Math.Round(crossings[i + 1] * _scale) - 1);
                for (var x = Math.Max(0, (int)Math.Round(crossings[i] * _scale)); x <= end; x++)
                    Set(x, row, colour);
            }
        }
    }

    private void Set(int x, int y, Colour colour)
    {
        var at = ((y * Width) + x) * 3;
        Pixels[at] = colour.R;
        Pixels[at + 1] = colour.G;
        Pixels[at + 2] = colour.B;
    }
}

/// <summary>An RGB colour.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Colour(byte R, byte G, byte B)
{
    public Colour Towards(Colour other, double share) => new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    public Colour Darker(double share) => Towards(new Colour(20, 16, 12), share);

    public Colour Lighter(double share) => Towards(new Colour(255, 252, 246), share);

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Clamp(Math.Round(a + ((b - a) * share)), 0, 255);
}
