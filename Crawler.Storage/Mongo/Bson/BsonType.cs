namespace Crawler.Storage.Mongo.Bson;

/// <summary>Element types of BSON (https://bsonspec.org/spec.html), those that this store writes or meets.</summary>
internal enum BsonType : byte
{
    Double = 0x01,
    Text = 0x02,
    Document = 0x03,
    Array = 0x04,
    Binary = 0x05,
    Undefined = 0x06,
    ObjectId = 0x07,
    Boolean = 0x08,
    Instant = 0x09,
    Null = 0x0A,
    Int32 = 0x10,
    Timestamp = 0x11,
    Int64 = 0x12,
    Decimal = 0x13,
}
