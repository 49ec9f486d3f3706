using System.Runtime.InteropServices;
using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Mongo.Native;

/// <summary><c>bson_t</c>: 128 bytes, aligned to as many.</summary>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
internal struct NativeBson
{
    private const int Bytes = 128;

    public uint Flags;

    public uint Length;

    /// <summary>Room for one, empty. <see cref="Free"/> it.</summary>
    public static unsafe NativeBson* Allocate()
    {
        var document = (NativeBson*)NativeMemory.AlignedAlloc(Bytes, Bytes);
        LibMongoc.BsonInit(document);
        return document;
    }

    /// <summary>Frees the content, which the driver allocated, and the room.</summary>
    public static unsafe void Free(NativeBson* document)
    {
        LibMongoc.BsonDestroy(document);
        NativeMemory.AlignedFree(document);
    }

    public static unsafe BsonView Copy(NativeBson* document) =>
        new(new ReadOnlySpan<byte>(LibMongoc.BsonGetData(document), checked((int)document->Length)).ToArray());
}
