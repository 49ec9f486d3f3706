using Crawler.Contracts.Sellers;

namespace Crawler.Analysis.Listings;

/// <summary>Finds the ways to reach or pay someone that a text gives, also when they are written so that programs should miss them.</summary>
public static class ContactReader
{
    /// <summary>No advert is longer (in UTF-16 units); what comes after is not read, so that no page can keep us busy.</summary>
    private const int MostRead = 100_000;

    /// <summary>All contacts, each list sorted and free of doubles.</summary>
    /// <param name="text">Title and text of the advert.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the site, by which national phone numbers are completed. Null: they stay as digits.</param>
    public static ContactDetails Read(string? text, string? country = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ContactDetails();
        }

        string read = text.Length > MostRead ? text[..MostRead] : text;
        return new ContactDetails
        {
            Emails = Sorted(EmailReader.In(read)),
            Phones = Sorted(PhoneReader.In(read, country)),
            Messengers = Sorted(MessengerReader.In(read)),
            Wallets = Sorted(WalletReader.In(read)),
            PgpKeys = Sorted(PgpReader.In(read)),
        };
    }

    /// <summary>How the text hides contact data: the first number or address that is spelled out. Null: none is.</summary>
    internal static string? SpelledOut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string read = text.Length > MostRead ? text[..MostRead] : text;
        return PhoneReader.SpelledOut(read).FirstOrDefault() ?? EmailReader.SpelledOut(read).FirstOrDefault();
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
