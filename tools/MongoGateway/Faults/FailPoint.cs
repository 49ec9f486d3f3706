using MongoGateway.Bson;

namespace MongoGateway.Faults;

/// <summary>
/// What goes wrong on purpose: MongoDB's own <c>failCommand</c> fail point (its drivers' specifications describe it), so that any client can set it by
/// <c>configureFailPoint</c>.
/// </summary>
public sealed record FailPoint
{
    /// <summary>Which commands fail. Empty: all that are not about the connection itself (hello, authentication, configureFailPoint).</summary>
    public IReadOnlySet<string> Commands { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many more commands fail. Null: all, until it is turned off.</summary>
    public int? Times { get; init; }

    /// <summary>Answer this error instead of doing the command. Null: no such answer.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Hang up instead of answering; the command is not done.</summary>
    public bool CloseConnection { get; init; }

    /// <summary>Do the command, then hang up instead of answering: the client cannot know that it was done.</summary>
    public bool LoseAnswer { get; init; }

    /// <summary>Wait so long before anything else. Zero: no wait.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The commands that write.</summary>
    public static IReadOnlySet<string> Writes { get; } = new HashSet<string>(
        ["insert", "update", "delete", "findAndModify", "findandmodify"], StringComparer.Ordinal);

    /// <summary>A primary that has stepped down: NotWritablePrimary (10107) for the next writes.</summary>
    public static FailPoint StepDown(int writes) => new() { Commands = Writes, Times = writes, ErrorCode = 10107 };

    /// <summary>Reads <c>{configureFailPoint: "failCommand", mode: ..., data: {...}}</c>. Null: it is to be turned off.</summary>
    internal static FailPoint? Read(BsonDocument command)
    {
        if (command.Text("mode") == "off")
        {
            return null;
        }

        var data = command.Document("data");
        return new FailPoint
        {
            Times = (int?)command.Document("mode")?.Whole("times"),
            Commands = data?.Document("failCommands")?.Elements().Select(e => e.AsText() ?? "").ToHashSet(StringComparer.Ordinal) ?? [],
            ErrorCode = (int?)data?.Whole("errorCode"),
            CloseConnection = data?.Find("closeConnection")?.AsTruth() ?? false,
            LoseAnswer = data?.Find("loseAnswer")?.AsTruth() ?? false,
            Delay = TimeSpan.FromMilliseconds(data?.Whole("blockTimeMS") ?? 0),
        };
    }
}
