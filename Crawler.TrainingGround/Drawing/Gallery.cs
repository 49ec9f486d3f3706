using System.Collections.Concurrent;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Drawing;

/// <summary>Draws pictures when first asked for and keeps the last few hundred.</summary>
internal sealed class Gallery
{
    /// <summary>At 3 to 10 kB a picture this stays under 10 MB.</summary>
    private const int Kept = 800;

    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The PNG: 640 x 480, or 320 x 240 as a thumbnail.</summary>
    public byte[] Get(Picture picture, bool thumbnail)
    {
        var key = picture.Name + (thumbnail ? "/t" : "/f");
        if (_files.TryGetValue(key, out var file))
            return file;
        if (_files.Count >= Kept)
            _files.Clear();
        return _files[key] = Paint(picture, thumbnail ? 320 : 640);
    }

    private static byte[] Paint(Picture picture, int width)
    {
        var canvas = new Canvas(width, width * 3 / 4);
        Sketches.Draw(canvas, picture.Subject, new SeededRandom(picture.Seed));
        Retouch(canvas, picture.Shade);
        return Png.Encode(canvas);
    }

    /// <summary>A copy a seller touched up: brighter, darker, or with a border. Near the original, not equal to it.</summary>
    private static void Retouch(Canvas canvas, int shade)
    {
        switch (shade)
        {
            case 1 or 2:
                for (var i = 0; i < canvas.Pixels.Length; i++)
                    canvas.Pixels[i] = (byte)Math.Clamp(canvas.Pixels[i] + (shade == 1 ? 14 : -12), 0, 255);
                break;
            case 3:
                canvas.Box(0, 0, 640, 10, new Colour(250, 250, 250));
                canvas.Box(0, 470, 640, 10, new Colour(250, 250, 250));
                break;
        }
    }
}
