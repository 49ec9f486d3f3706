using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Crawler.Hosting.Bus;

/// <summary>Whose certificate is believed, and which is shown.</summary>
internal static class BrokerTrust
{
    /// <summary>Believes what the given authority signed, for the name that was asked for. Null: the system decides.</summary>
    public static RemoteCertificateValidationCallback? Validation(TlsOptions tls)
    {
        if (tls.Authority is not { } file)
        {
            return null;
        }

        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return (_, certificate, _, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && certificate is X509Certificate2 shown
                && IsSignedBy(shown, roots);
    }

    /// <summary>This process's own certificate. Null: it has none.</summary>
    public static X509Certificate2? Own(TlsOptions tls) =>
        tls.ClientCertificate is { } file ? X509CertificateLoader.LoadPkcs12FromFile(file, tls.ClientCertificatePassword) : null;

    private static bool IsSignedBy(X509Certificate2 shown, X509Certificate2Collection roots)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);

        // An authority of one's own seldom runs a revocation service.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
