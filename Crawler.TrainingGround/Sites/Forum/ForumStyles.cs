namespace Crawler.TrainingGround.Sites.Forum;

/// <summary>The forum's style sheet.</summary>
internal static class ForumStyles
{
    public const string Css = """
        *{box-sizing:border-box}body{margin:0;background:#e6ebf0;font:15px/1.5 Verdana,"DejaVu Sans",sans-serif;color:#333}a{color:#1f5e8d;text-decoration:none}#wrap{max-width:1100px;margin:14px auto;background:#fff;border:1px solid #cfd8e0;padding:14px}
        .headerbar{display:flex;gap:20px;align-items:center;background:linear-gradient(#35688f,#24517a);padding:18px;border-radius:6px;flex-wrap:wrap}#logo{color:#fff;font-size:22px;font-weight:700}.searchbox{margin-left:auto;display:flex}.searchbox input{padding:7px;border:0;min-width:220px}
        .navbar{list-style:none;display:flex;gap:20px;background:#f2f5f8;padding:8px 14px;margin:8px 0}.topiclist{border:1px solid #d5dde4}.topic{display:grid;grid-template-columns:1fr 120px 150px 50px 80px;gap:8px;padding:9px 12px;margin:0;border-bottom:1px solid #e3e9ee;align-items:center}.topic:nth-child(even){background:#f6f9fb}.topic dd{margin:0;font-size:13px}.topictitle{font-weight:700}.byline{font-size:12px;color:#77838d}.announce-ad{background:#fff8e2!important}.ad-flag{font-size:11px;border:1px solid #c9a227;padding:0 4px}.replies{text-align:center}
        .post{display:grid;grid-template-columns:170px 1fr;gap:16px;border:1px solid #d9e1e8;border-radius:6px;padding:12px;margin:10px 0}.author{font-size:13px;color:#66727c}.postdate{font-size:12px;color:#77838d;margin:0}.offer{background:#eef5ea;padding:6px 10px;border-radius:4px}.attachment{max-width:320px;height:auto;margin-right:8px;border:1px solid #ccd}.pagination ul{display:inline-flex;list-style:none;gap:6px;padding:0}.pagination a,.pagination span{border:1px solid #c8d3dc;padding:1px 8px}.panel{border:1px solid #d9e1e8;border-radius:6px;padding:12px 16px;margin:10px 0}.copyright{text-align:center;color:#8a959e;font-size:12px;margin:14px}
        @media(max-width:700px){.topic{grid-template-columns:1fr}.post{grid-template-columns:1fr}}
        """;
}
