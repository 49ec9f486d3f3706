using Crawler.Storage.Text;

namespace Crawler.Storage.Tests.Text;

/// <summary>How text is cut into words.</summary>
[TestFixture]
public sealed class TextTokensTests
{
    [TestCase("", "")]
    [TestCase(" .,;-! ", "")]
    [TestCase("Ivory COMB", "ivory comb")]
    [TestCase("Écaille ÀÉÎÕÜ ñ ç ş ğ", "ecaille aeiou n c s g")]
    [TestCase("straße STRASSE Œuvre Æther Øre Łódź Đak þing ħ ŋ", "strasse strasse oeuvre aether ore lodz dak thing h n")]
    [TestCase("İstanbul ısı", "istanbul isi")]
    [TestCase("ΟΔΟΣ οδός", "οδοσ οδοσ")]
    [TestCase("слоновая кость", "слоновая кость")]
    [TestCase("ﬁne ＡＢＣ① №5", "fine abc1 no5")]
    [TestCase("iv\u200Bo\u00ADr\u2060y", "ivory")]
    [TestCase("i v o r y", "i v o r y")]
    [TestCase("1:1 AAA+ 3.350,-", "1 1 aaa 3 350")]
    [TestCase("象牙手镯x", "象 牙 手 镯 x")]
    [TestCase("don't rhino-horn", "don t rhino horn")]
    public void Of_Text_FoldedWords(string text, string words) => Assert.That(string.Join(' ', TextTokens.Of(text)), Is.EqualTo(words));

    [Test]
    public void Of_Emoji_AWordEachWithoutVariantAndSkin() =>
        Assert.That(TextTokens.Of("❄️💎a👍🏽👍"), Is.EqualTo(["\uE000002744", "\uE00001f48e", "a", "\uE00001f44d", "\uE00001f44d"]));

    [Test]
    public void Of_WordOfAThousandLetters_CutButStillOne() =>
        Assert.That(TextTokens.Of(new string('x', 1000)).Single(), Has.Length.EqualTo(TextTokens.MaxLength));

    [Test]
    public void Of_AnythingAtAll_WordsOfLettersAndTheSameAgain([Range(0, 40)] int seed)
    {
        // Half of the characters are plain, half from anywhere, broken surrogate pairs included.
        var random = new Random(seed);
        string text = new([.. Enumerable.Range(0, 500).Select(_ => random.Next(2) == 0 ? (char)random.Next(32, 127) : (char)random.Next(0x10000))]);

        string[] words = [.. TextTokens.Of(text)];

        Assert.That(
            words, Has.None.Matches<string>(w => w!.Length == 0 || w.Any(c => char.IsWhiteSpace(c) || char.IsPunctuation(c) || char.IsAsciiLetterUpper(c))));
        Assert.That(
            TextTokens.Of(string.Join(' ', words.Where(w => w[0] != TextTokens.SymbolMark))), Is.EqualTo(words.Where(w => w[0] != TextTokens.SymbolMark)));
    }
}
