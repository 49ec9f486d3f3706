namespace Crawler.TrainingGround.Sites.Onion;

/// <summary>The market's style sheet.</summary>
internal static class OnionStyles
{
    public const string Css = """
        body{background:#1c1a22;color:#d8d3e0;font:14px/1.5 "DejaVu Sans Mono",monospace;margin:20px}a{color:#c9a2ff}.page{background:#26232e;border:1px solid #3d384a;max-width:100%}.top{background:#322d3d;font-size:18px}.top form{float:right}.cats{font-size:12px;border-right:1px solid #3d384a}.lst td{border-bottom:1px solid #3d384a;padding:6px}.lst .hd th{text-align:left;color:#8f879c}.pr,.price{color:#9fe0a8;font-weight:700}.it.ad{background:#2f2b24}.pgp{background:#17151c;padding:10px;overflow:auto;font-size:12px}.bot{text-align:center;color:#8f879c;font-size:12px}.err{color:#ff9d9d}.facts,.vendor{border-collapse:collapse}.blk{display:inline-block;width:30%;vertical-align:top;margin:6px;border:1px solid #3d384a;padding:8px}
        """;
}
