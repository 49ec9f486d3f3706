using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Crawler.Storage.Documents;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo.Connecting;

/// <summary>
/// The options of a connection string that name certificates. MongoDB's drivers share them
/// (https://www.mongodb.com/docs/manual/reference/connection-string-options/), but that for .NET wants the certificates themselves: <c>tlsCAFile</c>,
/// <c>tlsCertificateKeyFile</c> and its password, <c>tlsAllowInvalidCertificates</c>, <c>tlsAllowInvalidHostnames</c>.
/// </summary>
internal static class MongoTls
{
    private const string AuthorityFile = "tlsCAFile";
    private const string KeyFile = "tlsCertificateKeyFile";

    /// <exception cref="StoreException">A file cannot be read.</exception>
    public static void Apply(MongoClientSettings settings, IReadOnlyDictionary<string, string> given)
    {
        var roots = given.TryGetValue(AuthorityFile, out string? authority) ? Read(AuthorityFile, authority, CertificatesIn) : null;
        bool anyName = IsTrue(given, "tlsAllowInvalidHostnames");
        bool anyCertificate = IsTrue(given, "tlsAllowInvalidCertificates");
        bool hasKey = given.TryGetValue(KeyFile, out string? key);
        if (roots is null && !hasKey && !anyName && !anyCertificate)
        {
            return;
        }

        // Whoever names a certificate wants TLS, unless tls=false is written.
        settings.UseTls |= !given.ContainsKey("tls") && !given.ContainsKey("ssl");
        var tls = settings.SslSettings?.Clone() ?? new SslSettings { CheckCertificateRevocation = false };
        if (hasKey)
        {
            tls.ClientCertificates = [Read(KeyFile, key!, file => KeyIn(file, given.GetValueOrDefault("tlsCertificateKeyFilePassword")))];
        }

        if (roots is not null || anyName || anyCertificate)
        {
            tls.ServerCertificateValidationCallback = (_, certificate, chain, errors) => anyCertificate || IsTrusted(
                certificate, chain, anyName ? errors & ~SslPolicyErrors.RemoteCertificateNameMismatch : errors, roots);
        }

        settings.SslSettings = tls;
    }

    /// <param name="errors">What .NET has against the certificate by the machine's own authorities.</param>
    /// <param name="roots">The only authorities to trust. Null: the machine's own.</param>
    private static bool IsTrusted(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors, X509Certificate2Collection? roots) =>
        roots is null
        ? errors is SslPolicyErrors.None
        : (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) is SslPolicyErrors.None && IsIssuedBy(roots, certificate, presented);

    private static bool IsIssuedBy(X509Certificate2Collection roots, X509Certificate? certificate, X509Chain? presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ExtraStore.AddRange(presented?.ChainElements.Select(e => e.Certificate).ToArray() ?? []);
        return certificate is X509Certificate2 issued && chain.Build(issued);
    }

    private static X509Certificate2Collection CertificatesIn(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates.Count > 0 ? certificates : throw new CryptographicException("it holds no certificate");
    }

    private static X509Certificate2 KeyIn(string file, string? password) =>
        password is null ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);

    private static T Read<T>(string option, string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreProblem.Other,
                $"MongoDB store: {option} '{file}' in {nameof(MongoStoreOptions.ConnectionString)} cannot be read ({e.Message}): it must be a PEM file that this user may read",
                e);
        }
    }

    private static bool IsTrue(IReadOnlyDictionary<string, string> given, string option) =>
        given.TryGetValue(option, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
