namespace Crawler.Hosting.Bus;

/// <summary>How the connection to the broker is secured; section <c>Bus:Tls</c>.</summary>
public sealed class TlsOptions
{
    /// <summary>Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>The name that must stand in the broker's certificate. Null, the default: <see cref="BusOptions.Host"/>.</summary>
    public string? ServerName { get; set; }

    /// <summary>A PEM file with the authority that signed the broker's certificate. Null, the default: those that the system trusts.</summary>
    public string? Authority { get; set; }

    /// <summary>A PKCS #12 file with this process's own certificate. Null, the default: none, the password is enough.</summary>
    public string? ClientCertificate { get; set; }

    /// <summary>
    /// Opens <see cref="ClientCertificate"/>. Null, the default: it has no password. <c>ClientCertificatePasswordFile</c> names a file that holds it.
    /// </summary>
    public string? ClientCertificatePassword { get; set; }
}
