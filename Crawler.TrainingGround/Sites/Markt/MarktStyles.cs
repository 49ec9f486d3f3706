namespace Crawler.TrainingGround.Sites.Markt;

/// <summary>The marketplace's style sheet.</summary>
internal static class MarktStyles
{
    public const string Css = """
        *{box-sizing:border-box}body{margin:0;font:16px/1.5 "Segoe UI",system-ui,sans-serif;color:#23303b;background:#f4f6f8}a{color:#0b5a8a;text-decoration:none}a:hover{text-decoration:underline}
        .kop{display:flex;gap:20px;align-items:center;background:#0b4f7a;padding:12px 24px;flex-wrap:wrap}.logo{color:#fff;font-size:24px}.logo b{color:#ffc64a}.hoofdmenu a{color:#dcebf5;margin-left:14px}
        .zoekvak{flex:1;display:flex;min-width:240px}.zoekvak input{flex:1;padding:9px 12px;border:0;border-radius:6px 0 0 6px;font:inherit}.zoekvak button{border:0;background:#ffc64a;padding:0 18px;border-radius:0 6px 6px 0;font:inherit;font-weight:600}
        .rubrieken{background:#fff;border-bottom:1px solid #d9e0e6;padding:8px 24px}.rubrieken a{margin-right:20px;font-size:14px}
        main{max-width:1120px;margin:20px auto;padding:0 20px}.kolommen{display:grid;grid-template-columns:190px 1fr;gap:24px}.filters{background:#fff;border:1px solid #dde4ea;border-radius:8px;padding:12px 16px;height:max-content}.filters ul{list-style:none;padding:0}
        h1{font-size:22px}.lijst{list-style:none;padding:0;margin:0}.zoekertje{display:flex;gap:16px;background:#fff;border:1px solid #dde4ea;border-radius:8px;padding:12px;margin-bottom:10px}.topzoekertje{background:#fff9e8;border-color:#f0d38a}.zoekertje img{border-radius:6px;display:block}
        .inhoud{flex:1;min-width:0}.titel{margin:0;font-size:17px}.uittreksel{margin:4px 0;color:#51606c;font-size:14px}.waar{margin:0;color:#71808c;font-size:13px}.etiket{background:#f0b429;border-radius:4px;font-size:12px;padding:1px 6px}.rechts{text-align:right;display:flex;flex-direction:column;justify-content:space-between;min-width:120px}.prijs{font-weight:700;font-size:17px;color:#0b4f7a}.wie{font-size:13px}
        .paginas{display:flex;gap:8px;justify-content:center;margin:20px}.paginas a,.paginas .hier{padding:6px 12px;border:1px solid #cbd5dd;border-radius:6px;background:#fff}.paginas .hier{background:#0b4f7a;color:#fff}
        .advertentie{background:#fff;border:1px solid #dde4ea;border-radius:8px;padding:20px}.galerij{display:flex;gap:10px;overflow:auto}.galerij img{border-radius:8px;max-width:100%;height:auto}.ad-prijs{font-size:24px;font-weight:700;color:#0b4f7a}.kenmerken{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}.kenmerken dd{margin:0}
        .verkoper{border-top:1px solid #e3e9ee;margin-top:16px}.knop{background:#0b4f7a;color:#fff;padding:8px 16px;border-radius:6px;display:inline-block}.vergelijkbaar ul{display:flex;gap:12px;list-style:none;padding:0;overflow:auto}.vergelijkbaar a{display:block;width:130px;font-size:13px}.kruimels,.voet{font-size:13px;color:#71808c}.voet{text-align:center;padding:24px}
        .mozaiek{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:14px}.tegel span{display:block;font-size:14px}.melding,.geen{background:#fff;border:1px solid #dde4ea;border-radius:8px;padding:32px;text-align:center}.raster{display:grid;grid-template-columns:repeat(3,1fr);gap:14px}.kaart{background:#fff;padding:10px;border-radius:8px}.kaart img{max-width:100%}
        @media(max-width:640px){.kolommen{grid-template-columns:1fr}.zoekertje{flex-wrap:wrap}.rechts{text-align:left}}
        """;
}
