namespace Crawler.TrainingGround.Sites.Social;

/// <summary>The network's style sheet.</summary>
internal static class SocialStyles
{
    public const string Css = """
        *{box-sizing:border-box}body{margin:0;background:#eef0f6;font:16px/1.5 system-ui,sans-serif;color:#25273a}a{color:#4b45b5;text-decoration:none}.columns{display:grid;grid-template-columns:220px minmax(0,600px) 220px;gap:24px;justify-content:center;padding:20px}.logo{font-size:28px;font-weight:800;letter-spacing:-1px}.side input{width:100%;padding:9px 12px;border:1px solid #cfd3e2;border-radius:8px;margin:12px 0}
        main{background:#fff;border:1px solid #d9dcea;border-radius:10px}.status,.detailed-status{padding:14px 18px;border-bottom:1px solid #e5e7f1}.acct{color:#7a7f99}.status__time{float:right;color:#7a7f99;font-size:14px}.status__content p{margin:6px 0;overflow-wrap:anywhere}.media,.gallery img{border-radius:8px;max-width:100%;height:auto}.status--promoted{background:#faf8ee}.promo{font-size:12px;color:#8a7420}.column-title{font-size:18px;padding:14px 18px;margin:0;border-bottom:1px solid #e5e7f1}.load-more{display:block;text-align:center;padding:16px}.detailed-status .status__content{font-size:19px}.message,.profile{padding:30px}.meta{color:#7a7f99}
        @media(max-width:900px){.columns{grid-template-columns:minmax(0,1fr);padding:8px}.trends{display:none}}
        """;
}
