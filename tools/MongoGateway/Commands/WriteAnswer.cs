using MongoGateway.Bson;

namespace MongoGateway.Commands;

/// <summary>
/// Turns DocumentDB's answer to a write into MongoDB's: its numbers for errors, and "E11000" before a duplicate key, which people and tools look for.
/// </summary>
internal static class WriteAnswer
{
    public static byte[] From(byte[] answer, string names)
    {
        var document = new BsonDocument(answer);
        if (document.Find("writeErrors") is null)
        {
            return answer;
        }

        var changed = new BsonBuilder();
        foreach (var element in document.Elements())
        {
            if (element.Name == "writeErrors")
            {
                changed.Add("writeErrors", element.AsDocument()!.Value.Elements().Select(e => Error(e.AsDocument()!.Value, names)));
            }
            else
            {
                changed.Add(element);
            }
        }

        return changed.ToBytes();
    }

    private static BsonBuilder Error(BsonDocument error, string names)
    {
        int code = MongoFault.FromPacked(error.Whole("code") ?? 0);
        string message = error.Text("errmsg") ?? "";
        return new BsonBuilder()
            .Add("index", (int)(error.Whole("index") ?? 0))
            .Add("code", code)
            .Add("errmsg", code == MongoFault.DuplicateKey ? $"E11000 duplicate key error collection: {names} {message}" : message);
    }
}
