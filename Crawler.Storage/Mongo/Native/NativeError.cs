using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Crawler.Storage.Mongo.Native;

/// <summary><c>bson_error_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeError
{
    public uint Domain;

    public uint Code;

    private MessageText message;

    public readonly string Message
    {
        get
        {
            ReadOnlySpan<byte> bytes = message;
            int length = bytes.IndexOf((byte)0);
            return Encoding.UTF8.GetString(length < 0 ? bytes : bytes[..length]);
        }
    }

    [InlineArray(504)]
    private struct MessageText
    {
        private byte first;
    }
}
