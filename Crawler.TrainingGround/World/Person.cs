namespace Crawler.TrainingGround.World;

/// <summary>A person behind one or more seller accounts.</summary>
internal sealed record Person
{
    /// <summary>Stable id, for example <c>p017</c>.</summary>
    public required string Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Language { get; init; }

    /// <summary>In ranges the regulators keep for fiction.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>Under example.org, example.net and example.com (RFC 2606).</summary>
    public required string Mail { get; init; }

    /// <summary>Chance of a slip per word.</summary>
    public required double Sloppiness { get; init; }

    /// <summary>True for those who deal in more than household goods.</summary>
    public required bool Trader { get; init; }

    public required PgpBlock Pgp { get; init; }

    /// <summary>Not a valid address of any chain.</summary>
    public required string Wallet { get; init; }
}

/// <summary>A person's appearance on one site.</summary>
internal sealed record Account
{
    public required Person Person { get; init; }

    public required string SiteId { get; init; }

    /// <summary>Unique on its site; safe in a URL path.</summary>
    public required string Handle { get; init; }

    public required string DisplayName { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Positive feedback in percent.</summary>
    public required int Feedback { get; init; }

    public required string Town { get; init; }

    /// <summary>Decimal id, as the social network wants one.</summary>
    public required string Number { get; init; }
}

/// <summary>An invented key: armour that looks right and decodes to nothing.</summary>
/// <param name="Fingerprint">40 hex digits.</param>
/// <param name="Armour">The block, lines divided by \n.</param>
internal sealed record PgpBlock(string Fingerprint, string Armour);
