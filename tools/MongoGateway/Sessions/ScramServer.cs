using System.Security.Cryptography;
using System.Text;

namespace MongoGateway.Sessions;

/// <summary>
/// The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding. Passwords are taken as they are (ASCII needs no SASLprep).
/// </summary>
/// <param name="passwords">Password by user.</param>
internal sealed class ScramServer(IReadOnlyDictionary<string, string> passwords)
{
    private const int Iterations = 4096; // the least that RFC 7677 allows; this guards test data
    private const int SaltBytes = 28; // as MongoDB's
    private string? _user;
    private string _first = "";
    private byte[] _salted = [];

    /// <summary>The user who proved to know the password. Null: nobody yet.</summary>
    public string? Authenticated { get; private set; }

    /// <summary>Answers the client's first message.</summary>
    /// <returns>Null: not a message of this mechanism.</returns>
    public string? First(string message)
    {
        var fields = Fields(message);
        int bare = message.IndexOf("n=", StringComparison.Ordinal);
        if (bare < 0 || !fields.TryGetValue("n", out string? user) || !fields.TryGetValue("r", out string? theirs))
        {
            return null;
        }

        _user = user.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] password = passwords.TryGetValue(_user, out string? known) ? Encoding.UTF8.GetBytes(known) : RandomNumberGenerator.GetBytes(SaltBytes);
        _salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32);
        string answer = $"r={theirs}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(18))},s={Convert.ToBase64String(salt)},i={Iterations}";
        _first = message[bare..] + "," + answer;
        return answer;
    }

    /// <summary>Answers the client's proof.</summary>
    /// <returns>Null: the password is wrong or the user unknown.</returns>
    public string? Last(string message)
    {
        int proofAt = message.LastIndexOf(",p=", StringComparison.Ordinal);
        var fields = Fields(message);
        if (_user is null || proofAt < 0 || !_first.Contains("," + "r=" + fields.GetValueOrDefault("r") + ",s=", StringComparison.Ordinal))
        {
            return null;
        }

        byte[] said = Encoding.UTF8.GetBytes(_first + "," + message[..proofAt]);
        byte[] clientKey = HMACSHA256.HashData(_salted, "Client Key"u8);
        byte[] signature = HMACSHA256.HashData(SHA256.HashData(clientKey), said);
        byte[] expected = [.. clientKey.Zip(signature, (a, b) => (byte)(a ^ b))];
        if (!CryptographicOperations.FixedTimeEquals(expected, Convert.FromBase64String(fields["p"])))
        {
            return null;
        }

        Authenticated = _user;
        return "v=" + Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(_salted, "Server Key"u8), said));
    }

    private static Dictionary<string, string> Fields(string message) =>
        message.Split(',').Where(p => p.Length > 1 && p[1] == '=').GroupBy(p => p[..1], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First()[2..], StringComparer.Ordinal);
}
