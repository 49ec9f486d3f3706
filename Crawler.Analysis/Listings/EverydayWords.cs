using System.Collections.Frozen;
using Crawler.Analysis.Matching;

namespace Crawler.Analysis.Listings;

/// <summary>The most ordinary words of each language, and of adverts in it. Dictionary knowledge.</summary>
internal static class EverydayWords
{
    private static readonly IReadOnlyDictionary<string, string> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nl"] = """
            de het een en van ik te dat die in niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij
            ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u
            want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja eens hier wie werd
            altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets
            uw iemand geweest andere koop gebruikt gebruikte mooi mooie prijs ophalen verzenden goede staat wij wel erg zeer oud oude nieuw nieuwe verkoop
            bieden stuk stuks kleur maat groot klein euro gewicht foto graag eigen alleen nooit enkele groeten bedankt hallo beste afhalen ligt zit wordt
            sinds tussen dagen jaren jaar hoog breed diep lang hoogte breedte lengte vragen
            """,
        ["fr"] = """
            le la les un une des de du et est en que qui dans pour pas sur se au aux avec ce il elle sont plus par je ne vous nous son sa ses mais ou leur
            cette ces mon ma mes votre vos notre nos tout tous toute comme si
            sans fait etre avoir etait ont ai bien tres peu aussi entre deux quelques chez vers sous encore meme depuis jamais vends vente prix etat neuf
            neuve bon bonne ancien ancienne piece envoi livraison
            poids taille couleur grand petit occasion contactez disponible a y rien jamais chaque pendant tres ancien dans d l c qu main propre bonjour merci
            cordialement photos jour jours hauteur largeur longueur environ quelqu interesse pointure
            """,
        ["de"] = """
            der die das und ist in den von zu mit sich des auf fur nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind
            noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr
            durch man sein wurde sei ich wir ihr mein meine kein keine sehr gut gute guter alt alte alter neu neue preis verkaufe versand zustand abholung
            stuck farbe grosse klein gebraucht schone schoner
            nichtraucherhaushalt privatverkauf im ohne unter gegen gewicht dem kann biete euch uns hier bitte jemand interesse packung stück tabletten tagen
            lieferung nie immer noch schon viele grüße hallo anfrage bei fragen gern aus lange haltbar weitere bilder hoch breit tief lang höhe breite länge
            mail
            """,
        ["en"] = """
            the of and to a in is it you that he was for on are with as i his they be at one have this from or had by not but what all were we when your can
            said there use an each which she do how their if will up other about
            out many then them these so some her would make like him into time has look two more see no way could my than been its who now did get come made
            may part very good old new price sale sell selling condition
            shipping used piece please size color small large weight pickup only any our am im over not no without needed need free delivery delivered day
            days anyone interested worn once works working within find found stock set right left both complete still never ever every days week weeks year
            years old under best thanks hello good great works made hand from post posted call questions welcome
            """,
        ["es"] = """
            el la los las un una unos unas de del y en que es por con para no se su sus al lo como mas pero este esta estos estas me mi mis te tu le les muy
            sin sobre tambien hay ya o si porque cuando donde quien todo todos
            toda son fue ser tiene vendo precio estado nuevo nueva usado usada antiguo antigua pieza envio buen bueno buena peso color grande pequeno entre
            desde hasta nos cada otro otra ano anos yo
            """,
        ["it"] = """
            il lo la i gli le un uno una di del della dei delle degli e in che non si per con da dal dalla al alla ai alle sul sulla sono questo questa questi
            queste come piu ma se anche mio mia miei suo sua molto senza o
            ha ho hanno era essere stato tutto tutti nel nella nei ed vendo prezzo stato nuovo nuova usato usata antico antica pezzo spedizione buono buone
            ottime condizioni peso colore grande piccolo ci mi ti vi anni
            """,
        ["pl"] = """
            i w z na do nie sie jest to ze o jak ale za od po co tak czy przez dla oraz ma byc byl byla bylo sa ten ta te tym tej tego jego jej ich nas moj
            moja moje juz tylko bardzo bez pod nad przy ze lub gdy jako tez
            mam sprzedam cena stan nowy nowa uzywany stary stara sztuka wysylka dobry dobra waga kolor duzy maly prosze kontakt kupie moze ktory ktora ktore
            wszystko jestem lat u
            """,
        ["pt"] = """
            o a os as um uma uns umas de do da dos das em no na nos nas que não por para com se mais como mas ao aos foi são ser tem seu sua seus suas ou
            quando muito já está eu também só pelo pela até isso ela entre depois sem mesmo
            ele você meu minha nosso à às esse essa este esta vendo preço estado novo nova usado usada antigo antiga peça envio bom boa peso cor grande
            pequeno entrega todos todas anos cada ainda aqui
            """,
    };

    /// <summary>Folded word to the languages that use it.</summary>
    public static FrozenDictionary<string, string[]> Languages { get; } = ByLanguage
        .SelectMany(l => l.Value.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(FoldedText.Plain)
            .Distinct(StringComparer.Ordinal)
            .Select(word => (Word: word, Language: l.Key)))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Language).ToArray(), StringComparer.Ordinal);
}
