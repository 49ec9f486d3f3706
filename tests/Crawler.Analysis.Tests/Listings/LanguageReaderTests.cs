using Crawler.Analysis.Listings;

namespace Crawler.Analysis.Tests.Listings;

public sealed class LanguageReaderTests
{
    [TestCase("nl", "Te koop: oude stoel in goede staat, op te halen in Gent.")]
    [TestCase("nl", "Mooie antieke kast, wordt niet verzonden maar kan worden opgehaald.")]
    [TestCase("fr", "À vendre : vieille chaise en bon état, à venir chercher à Liège.")]
    [TestCase("fr", "Belle armoire ancienne, pas d'envoi possible mais remise en main propre.")]
    [TestCase("de", "Zu verkaufen: alter Stuhl in gutem Zustand, nur Abholung in Köln.")]
    [TestCase("de", "Schöner antiker Schrank, wird nicht verschickt, kann aber abgeholt werden.")]
    [TestCase("en", "For sale: an old chair in good condition, pick up in Leeds only.")]
    [TestCase("en", "This is a beautiful antique cupboard that I can not ship to you.")]
    [TestCase("es", "Se vende silla antigua en buen estado, para recoger en la ciudad.")]
    [TestCase("es", "Este armario es muy bonito pero no se puede enviar por correo.")]
    [TestCase("it", "Vendo vecchia sedia in buone condizioni, da ritirare nella mia casa.")]
    [TestCase("it", "Questo armadio è molto bello ma non posso spedirlo per posta.")]
    [TestCase("pl", "Sprzedam stare krzesło w dobrym stanie, do odbioru w moim domu.")]
    [TestCase("pl", "Ta szafa jest bardzo ładna, ale nie mogę jej wysłać do was.")]
    [TestCase("pt", "Vendo cadeira antiga em bom estado, para levantar na minha casa.")]
    [TestCase("pt", "Este armário é muito bonito, mas não pode ser enviado pelo correio.")]
    public void Detect_Sentence_NamesItsLanguage(string language, string text) => Assert.That(LanguageReader.Detect(text), Is.EqualTo(language));

    [TestCase("")]
    [TestCase(null)]
    [TestCase("12 x 34 cm")]
    [TestCase("IKEA Billy")]
    [TestCase("продаю старый стул")]
    public void Detect_TooLittle_IsNull(string? text) => Assert.That(LanguageReader.Detect(text), Is.Null);
}
