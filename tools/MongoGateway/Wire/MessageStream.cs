using System.Buffers.Binary;
using System.Text;
using MongoGateway.Bson;

namespace MongoGateway.Wire;

/// <summary>
/// Reads requests from a client's connection and writes the answers: OP_MSG, and OP_QUERY for a driver's first hello
/// (MongoDB manual, "MongoDB Wire Protocol"). No compression; drivers use none unless hello offers it.
/// </summary>
internal sealed class MessageStream(Stream stream)
{
    private const int HeaderLength = 16;
    private const int LargestMessage = 48_000_000;
    private const int OpReply = 1;
    private const int OpQuery = 2004;
    private const int OpMsg = 2013;
    private const uint ChecksumPresent = 1;
    private const uint MoreToCome = 2;

    /// <summary>The next request. Null: the client has hung up.</summary>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public async Task<Request?> ReadAsync(CancellationToken cancellationToken)
    {
        byte[] header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken) < HeaderLength)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        int id = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        int operation = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        if (length is < HeaderLength or > LargestMessage)
        {
            throw new InvalidDataException($"a message of {length} bytes");
        }

        byte[] content = new byte[length - HeaderLength];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return operation switch
        {
            OpMsg => Message(id, content),
            OpQuery => Query(id, content),
            _ => throw new InvalidDataException($"operation {operation} of the wire protocol is not spoken here"),
        };
    }

    public async Task WriteAsync(Request request, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        int head = HeaderLength + (request.Old ? 20 : 5);
        byte[] message = new byte[head + answer.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), request.Id);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), request.Old ? OpReply : OpMsg);
        if (request.Old)
        {
            BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(HeaderLength), 8); // the server can await
            BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(HeaderLength + 16), 1); // one document
        }

        answer.CopyTo(message.AsMemory(head));
        await stream.WriteAsync(message, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private static Request Message(int id, ReadOnlyMemory<byte> content)
    {
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(content.Span);
        var rest = (flags & ChecksumPresent) != 0 ? content[4..^4] : content[4..];
        BsonDocument? body = null;
        ReadOnlyMemory<byte>? documents = null;
        while (!rest.IsEmpty)
        {
            byte kind = rest.Span[0];
            if (kind == 0)
            {
                body = BsonDocument.ReadFrom(rest[1..]);
                rest = rest[(1 + body.Value.Bytes.Length)..];
            }
            else
            {
                int size = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[1..]);
                int name = rest.Span[5..].IndexOf((byte)0);
                documents = rest[(5 + name + 1)..(1 + size)];
                rest = rest[(1 + size)..];
            }
        }

        var command = body ?? throw new InvalidDataException("a message without a body");
        return new Request { Id = id, Body = command, Documents = documents, Database = command.Text("$db") ?? "admin", Silent = (flags & MoreToCome) != 0 };
    }

    private static Request Query(int id, ReadOnlyMemory<byte> content)
    {
        int name = content.Span[4..].IndexOf((byte)0);
        string collection = Encoding.UTF8.GetString(content.Span.Slice(4, name));
        return new Request
        {
            Id = id,
            Body = BsonDocument.ReadFrom(content[(4 + name + 1 + 8)..]),
            Database = collection.Split('.')[0],
            Old = true,
        };
    }
}
