using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>What labels call the fields of an advert, in nl, fr, de, en, es, it, pl and pt; folded text.</summary>
internal static partial class LabelWords
{
    public static bool Location(string label) => label == IconWords.Location || LocationLabel().IsMatch(label);

    public static bool Posted(string label) => label == IconWords.Posted || PostedLabel().IsMatch(label);

    public static bool Seller(string label) => label == IconWords.Seller || SellerLabel().IsMatch(label);

    public static bool Condition(string label) => ConditionLabel().IsMatch(label);

    public static bool Category(string label) => CategoryLabel().IsMatch(label);

    public static bool Price(string label) => PriceLabel().IsMatch(label);

    public static bool Id(string label) => IdLabel().IsMatch(label);

    public static bool Quantity(string label) => QuantityLabel().IsMatch(label);

    public static bool ShipsFrom(string label) => ShipsFromLabel().IsMatch(label);

    public static bool ShipsTo(string label) => ShipsToLabel().IsMatch(label);

    public static bool Description(string label) => DescriptionLabel().IsMatch(label);

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(?:ort|standort|artikelstandort|lage|adresse|plaats|locatie|woonplaats|standplaats|lieu|localisation|ville|localite|location|item location"
            + @"|located in|place|city|town|area|region|ubicacion|localidad|ciudad|provincia|localita|luogo|comune|citta|lokalizacja|miejscowosc"
            + @"|miasto|localizacao|cidade|municipio|bairro|lokalita|misto|mesto|kde|obec|plats|ort|sted|by|hely|helyszin|telepules|varos|localitate"
            + @"|oras|ort/stadtteil|stadtteil|plz/ort)$",
        Options,
        1000)]
    private static partial Regex LocationLabel();

    [GeneratedRegex(
        @"^(?:erstellt|erstellt am|erstellungsdatum|eingestellt am|eingestellt|online seit|veroffentlicht|veroffentlicht am|datum|anzeigendatum"
            + @"|inseriert am|geplaatst|geplaatst op|sinds|online sinds|publiee?|publiee? le|mise? en ligne|date de publication|date|posted|posted on"
            + @"|date posted|listed|listed on|date listed|added|published|published on|created|publicado|publicado el|fecha|fecha de publicacion"
            + @"|pubblicato|pubblicato il|data|data di pubblicazione|inserito il|dodano|data dodania|opublikowano|publicado em|aufgegeben am"
            + @"|publiziert|publiziert am|startdatum|vlozeno|pridano|datum vlozeni|inlagd|publicerad|publicerat|lagt ut|oprettet|opprettet|indrykket"
            + @"|feladva|feladas datuma|hirdetes feladva|publicat|adaugat)$",
        Options,
        1000)]
    private static partial Regex PostedLabel();

    [GeneratedRegex(
        @"^(?:verkaufer|verkauferin|anbieter|anbieterin|inserent|kontakt|ansprechpartner|von|verkoper|aanbieder|adverteerder|geplaatst door|vendeur"
            + @"|vendeuse|annonceur|publiee? par|seller|sold by|posted by|vendor|author|by|listed by|vendedor|vendedora|anunciante|publicado por"
            + @"|venditore|inserzionista|prodejce|prodavajici|inzerent|jmeno|predajca|saljare|annonsor|selger|saelger|elado|hirdeto|vanzator|myyja"
            + @"|sprzedawca|sprzedajacy|anunciado por)$",
        Options,
        1000)]
    private static partial Regex SellerLabel();

    [GeneratedRegex(
        @"^(?:zustand|artikelzustand|conditie|staat|toestand|etat|condition|item condition|estado|condizione|condizioni|stato|stan|stan przedmiotu|condicao)$",
        Options,
        1000)]
    private static partial Regex ConditionLabel();

    [GeneratedRegex(@"^(?:kategorie|rubrik|categorie|rubriek|category|categories|section|categoria|kategoria|dzial)$", Options, 1000)]
    private static partial Regex CategoryLabel();

    [GeneratedRegex(
        @"^(?:preis|verkaufspreis|kaufpreis|kaltmiete|festpreis|prijs|vraagprijs|prix|price|asking price|our price|cena|precio|prezzo|preco|valor"
            + @"|pris|hinta|ar|vetelar|iranyar|pret|cijena|startpreis|ausruf|ausrufpreis|startprijs|mise a prix|base d'asta|precio de salida"
            + @"|cena wywolawcza|starting bid|starting price|aktuelles gebot|huidig bod|enchere actuelle|current bid|current price|offerta attuale"
            + @"|puja actual)$",
        Options,
        1000)]
    private static partial Regex PriceLabel();

    [GeneratedRegex(
        @"^(?:anzeigen-?(?:nr|id|nummer)|anzeigen-kennung|artikel-?(?:nr|nummer)|objekt-?(?:nr|id)|inserate?-?(?:nr|id|nummer)|chiffre"
            + @"|advertentie-?(?:nummer|id|nr)|zoekertjesnummer|artikelnummer|reference|ref|reference de l'annonce|numero de l'annonce|n° d'annonce"
            + @"|listing id|ad id|ad number|item number|item id|post id|posting ?id|product code|sku|product-id|numero de anuncio|referencia|codigo"
            + @"|codice|riferimento|id annuncio|numer ogloszenia|id ogloszenia|nr oferty|codigo do anuncio|cod|id|nr)$",
        Options,
        1000)]
    private static partial Regex IdLabel();

    [GeneratedRegex(
        @"^(?:anzahl|menge|stuckzahl|verfugbar|aantal|hoeveelheid|quantite|quantity|available|in stock|stock|cantidad|quantita|ilosc|liczba sztuk"
            + @"|quantidade)$",
        Options,
        1000)]
    private static partial Regex QuantityLabel();

    [GeneratedRegex(
        @"^(?:versand aus|versand von|verzonden vanuit|verzending vanuit|verzendt vanuit|expedie? (?:de|depuis)|envoye depuis|ships from|shipped from"
            + @"|dispatched from|shipping from|origin|se envia desde|enviado desde|spedito da|spedizione da|wysylka z|enviado de)$",
        Options,
        1000)]
    private static partial Regex ShipsFromLabel();

    [GeneratedRegex(
        @"^(?:versand nach|versand an|verzending naar|verzendt naar|verzonden naar|livre? (?:a|en|vers)|livraison vers|ships to|shipping to"
            + @"|delivers to|se envia a|envios a|spedisce (?:a|in)|spedizione in|wysylka do|envia para)$",
        Options,
        1000)]
    private static partial Regex ShipsToLabel();

    [GeneratedRegex(
        @"^(?:beschreibung|artikelbeschreibung|produktbeschreibung|omschrijving|beschrijving|productomschrijving|description|item description"
            + @"|product description|about this item|about this product|over dit product|details|descripcion|descrizione|opis|opis produktu"
            + @"|opis przedmiotu|descricao|popis|popis produktu|beskrivning|beskrivelse|om produktet|leiras|termekleiras|descriere|kuvaus|tuotekuvaus"
            + @"|artikelbeschreibung|anzeigentext|objektbeschreibung|informatie|mehr informationen)$",
        Options,
        1000)]
    private static partial Regex DescriptionLabel();
}
