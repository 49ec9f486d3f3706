using System.Buffers.Binary;
using System.IO.Compression;

namespace CyberPatrol.Tests.Shared;

/// <summary>
/// A PNG file unpacked to its last pixel. Reads what browsers and this project write: 8 bits per channel, RGB with or without transparency, not interlaced.
/// </summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="IsOneColour">Every pixel is like the first: nothing was drawn.</param>
internal sealed record DecodedPng(int Width, int Height, bool IsOneColour)
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">It is no such PNG, or damaged, or cut short.</exception>
    public static DecodedPng Of(ReadOnlyMemory<byte> file)
    {
        Demand(file.Span.StartsWith(Signature), "it does not begin as a PNG");
        using var packed = new MemoryStream();
        int width = 0, height = 0, channels = 0;
        string type;
        var rest = file[Signature.Length..];
        do
        {
            Demand(rest.Length >= 12, "it ends before its last chunk");
            int length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
            Demand(length >= 0 && length <= rest.Length - 12, "it ends within a chunk");
            var named = rest.Span.Slice(4, length + 4);
            Demand(Checksum(named) == BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(length + 8)..]), "a chunk's checksum is wrong");
            type = System.Text.Encoding.ASCII.GetString(named[..4]);
            var data = named[4..];
            if (type == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Demand(width > 0 && height > 0, "it has no size");
                Demand(data[8] == 8 && data[9] is 2 or 6 && data[12] == 0, "its form is not one that is read here");
                channels = data[9] == 2 ? 3 : 4;
            }
            else if (type == "IDAT")
            {
                packed.Write(data);
            }

            rest = rest[(length + 12)..];
        }
        while (type != "IEND");

        packed.Position = 0;
        using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
        bool isOneColour = ReadPixels(pixels, width, height, channels);
        Demand(pixels.ReadByte() < 0, "it holds more rows than it says");
        return new DecodedPng(width, height, isOneColour);
    }

    private static bool ReadPixels(ZLibStream pixels, int width, int height, int channels)
    {
        byte[] above = new byte[width * channels];
        byte[] row = new byte[width * channels];
        byte[] first = [];
        bool isOneColour = true;
        for (int y = 0; y < height; y++)
        {
            int filter = pixels.ReadByte();
            Demand(pixels.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) == row.Length, $"it ends in row {y} of {height}");
            Unfilter(filter, row, above, channels);
            first = y == 0 ? row[..channels] : first;
            for (int x = 0; isOneColour && x < row.Length; x += channels)
            {
                isOneColour = row.AsSpan(x, channels).SequenceEqual(first);
            }

            (row, above) = (above, row);
        }

        return isOneColour;
    }

    // PNG specification, section 9: a byte is stored as its difference from what the bytes to its left and above foretell.
    private static void Unfilter(int filter, byte[] row, byte[] above, int channels)
    {
        for (int i = 0; i < row.Length && filter != 0; i++)
        {
            int left = i < channels ? 0 : row[i - channels];
            int corner = i < channels ? 0 : above[i - channels];
            row[i] += filter switch
            {
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => (byte)Paeth(left, above[i], corner),
                _ => throw new InvalidDataException($"not a PNG: its rows name a filter {filter}"),
            };
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int byLeft = Math.Abs(above - corner), byAbove = Math.Abs(left - corner), byCorner = Math.Abs(left + above - corner - corner);
        return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidDataException($"not a PNG: {otherwise}");
        }
    }
}
