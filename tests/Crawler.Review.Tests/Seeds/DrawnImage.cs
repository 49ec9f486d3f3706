using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;

namespace Crawler.Review.Tests.Seeds;

/// <summary>Draws small PNG images, a different one for each seed.</summary>
internal static class DrawnImage
{
    private static readonly ConcurrentDictionary<(int Seed, int Width, int Height), byte[]> Drawn = new();

    /// <summary>
    /// The file, drawn once per host: each desk holds the same pictures, and most of the time that it takes to fill one would go into drawing them.
    /// </summary>
    public static byte[] Png(int seed, int width = 320, int height = 240) =>
        Drawn.GetOrAdd((seed, width, height), static picture => Draw(picture.Seed, picture.Width, picture.Height));

    private static byte[] Draw(int seed, int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        Chunk(png, "IHDR", header);
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + (width * 3)];
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    Colour(seed, x, y, width, height).CopyTo(row, 1 + (x * 3));
                }

                zip.Write(row);
            }
        }

        Chunk(png, "IDAT", pixels.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Colour(int seed, int x, int y, int width, int height)
    {
        double dx = (x - (width / 2.0) - (seed % 40) + 20) / width;
        double dy = (y - (height / 2.0) - (seed % 30) + 15) / height;
        bool thing = (seed % 3) switch
        {
            0 => (dx * dx * 3) + (dy * dy * 5) < 0.2,
            1 => Math.Abs(dx) < 0.16 && Math.Abs(dy) < 0.36,
            _ => Math.Abs(dy - (dx * dx * 1.6)) < 0.12 && Math.Abs(dx) < 0.38,
        };
        int shade = 190 - (y * 60 / height) + (((x * 7) + (y * 13)) % 9);
        return thing
            ? [(byte)(120 + (seed * 37 % 110)), (byte)(100 + (seed * 53 % 110)), (byte)(70 + (seed * 71 % 110))]
            : [(byte)shade, (byte)(shade - 8), (byte)(shade - 22)];
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    private static uint Checksum(byte[] bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }
}
