export const STYLE = `
:root { --bg:#f6f7f9; --card:#fff; --ink:#16202b; --soft:#5b6876; --line:#dfe4ea; --good:#16805b; --bad:#c2372e;
  --hold:#9a6b00; --good-bg:#e3f4ec; --bad-bg:#fbe7e5; --idle-bg:#eef1f4; --v0:#2f6fde; --v1:#0f9d8a; --v2:#8a5cd6; --v3:#d0782a; --v4:#557; }
@media (prefers-color-scheme: dark) { :root { --bg:#10151b; --card:#19212a; --ink:#e8edf2; --soft:#9aa7b5; --line:#2b3641;
  --good:#4cc79a; --bad:#ff7b70; --hold:#e0b04d; --good-bg:#15342a; --bad-bg:#3b1f1d; --idle-bg:#222c36; --v0:#6d9df0; --v1:#4cc7b5; --v2:#b292ee; --v3:#eba563; --v4:#99a; } }
* { box-sizing:border-box }
body { margin:0; background:var(--bg); color:var(--ink); font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif }
main { max-width:1080px; margin:0 auto; padding:40px 24px 64px }
h1 { font-size:30px; line-height:1.2; margin:0 0 6px; letter-spacing:-.02em }
h2 { font-size:19px; margin:44px 0 14px; letter-spacing:-.01em }
.lead { color:var(--soft); margin:0 0 28px; max-width:70ch }
.tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(170px,1fr)); gap:12px }
.tile, .card { background:var(--card); border:1px solid var(--line); border-radius:12px }
.tile { padding:16px 18px } .tile b { display:block; font-size:26px; letter-spacing:-.02em } .tile span { color:var(--soft); font-size:13px }
.card { padding:18px 20px; margin-bottom:14px }
.head { display:flex; gap:12px; align-items:baseline; flex-wrap:wrap }
.head strong { font-size:16px } .head .v { color:var(--soft) } .head .pill { margin-left:auto }
.pill { font-size:12px; font-weight:600; padding:2px 10px; border-radius:99px; white-space:nowrap }
.good { color:var(--good); background:var(--good-bg) } .bad { color:var(--bad); background:var(--bad-bg) } .idle { color:var(--soft); background:var(--idle-bg) }
.flow { display:grid; grid-template-columns:repeat(3,1fr); gap:26px; margin-top:14px }
.stop { position:relative; border:1px solid var(--line); border-left:4px solid var(--line); border-radius:8px; padding:10px 12px; font-size:13px }
.stop.ok { border-left-color:var(--good) } .stop.no { border-left-color:var(--bad) } .stop.idle { background:none; opacity:.75 }
.stop + .stop::before { content:"\\2192"; position:absolute; left:-21px; top:50%; transform:translateY(-50%); color:var(--soft) }
.stop b { display:block } .stop small { color:var(--soft); display:block }
code { font:12px/1.4 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace }
.why { margin:12px 0 0; padding:10px 12px; background:var(--idle-bg); border-radius:8px; font-size:13px }
table { border-collapse:collapse; width:100%; font-size:13.5px } th { text-align:left; color:var(--soft); font-weight:600 }
th,td { padding:7px 10px; border-bottom:1px solid var(--line); vertical-align:top } tr:last-child td { border-bottom:0 }
td.n,th.n { text-align:right; font-variant-numeric:tabular-nums }
svg { display:block; width:100%; height:auto } svg text { fill:var(--soft); font:11px system-ui,"DejaVu Sans",sans-serif }
.key { display:flex; gap:16px; flex-wrap:wrap; font-size:12.5px; color:var(--soft); margin-top:8px } .key i { display:inline-block; width:10px; height:10px; border-radius:3px; margin-right:6px }
details { margin-bottom:10px } summary { cursor:pointer; font-weight:600 } .scroll { overflow-x:auto }
@media (max-width:640px) { .flow { grid-template-columns:1fr; gap:10px } .stop + .stop::before { display:none } }
`;
