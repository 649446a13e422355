/** The page's whole look: one sheet inside it, named by its hash in the page's own rules, light and dark. */
import { createHash } from "node:crypto";

export const style = `
:root{color-scheme:light dark;--back:#f4f5f7;--card:#fff;--ink:#16191d;--soft:#565d66;--line:#d9dde2;--act:#0a58ca;--on:#fff;--good:#146c43;--bad:#b02a37;--note:#fff4d6;--mark:#c9ced6}
@media (prefers-color-scheme:dark){:root{--back:#111418;--card:#1b1f25;--ink:#eef1f5;--soft:#a9b1bc;--line:#343a43;--act:#6ea8fe;--on:#0b1320;--good:#75d3a2;--bad:#f1919b;--note:#3a3114;--mark:#4a515c}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main,header,footer{max-width:640px;margin:0 auto;padding:0 16px}
header{padding-top:18px}
.top{display:flex;justify-content:space-between;gap:12px;align-items:baseline}
h1{font-size:22px;margin:0}h2{font-size:18px;margin:0 0 2px}h3{font-size:15px;margin:18px 0 6px}
p{margin:6px 0}a{color:var(--act)}.top a{padding:8px 0}
.soft{color:var(--soft);font-size:14px;font-weight:400}.number{font-variant-numeric:tabular-nums;letter-spacing:.02em}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px;margin:14px 0}
.stage{font-size:20px;font-weight:700;margin:10px 0 12px}
.track{display:flex;list-style:none;margin:0 0 12px;padding:0;gap:4px}
.track li{flex:1;border-top:6px solid var(--mark);padding-top:4px;font-size:13px;color:var(--soft);text-align:center}
.track .past{border-color:var(--good)}.track .here{border-color:var(--act);color:var(--ink);font-weight:700}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 14px;margin:6px 0}dt{color:var(--soft)}dd{margin:0}
.good{color:var(--good)}.bad{color:var(--bad)}
.note{background:var(--note);border-radius:10px;padding:10px 12px;margin:12px 0;font-weight:600}
table{width:100%;border-collapse:collapse}td{padding:8px 0;border-bottom:1px solid var(--line);vertical-align:top}
td:last-child{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;padding-left:12px}
td small{display:block;color:var(--soft);font-size:13px}
.total td{border:0;font-weight:700;font-size:18px}
form{margin:14px 0 0}label{display:block;margin:8px 0}
button,select{font:inherit;width:100%;min-height:50px;border-radius:10px;border:1px solid var(--line);background:var(--card);color:var(--ink);padding:10px 14px}
button.yes{background:var(--act);border-color:var(--act);color:var(--on);font-weight:700}
input[type=checkbox]{width:22px;height:22px;vertical-align:-5px;margin:0 8px 0 0;accent-color:var(--act)}
details{margin-top:12px;border-top:1px solid var(--line)}summary{padding:14px 0;cursor:pointer;color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px;margin:0}
.photos a,.photos img{display:block;width:100%}.photos img{aspect-ratio:4/3;object-fit:cover;border-radius:10px;background:var(--line)}
footer{padding-bottom:32px}
`;

const hash = createHash("sha256").update(style).digest("base64");

/** No script, nothing from anywhere else, in nobody's frame, sent nowhere but back here. */
export const headers: Record<string, string> = {
	"content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	"cache-control": "no-store",
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
	"x-robots-tag": "noindex, nofollow, noarchive",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=()",
};
