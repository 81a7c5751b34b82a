/** How an exported page looks: it carries this with it. */
export const PAGE_STYLE = `
:root{--bg:#fff;--ink:#0f1419;--faint:#536471;--line:#d5dde2;--tint:#eef4f9;--link:#0a66a8;--bar:#3b82b8;--mark:#c8102e;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--bg:#101418;--ink:#e7e9ea;--faint:#9aa5ae;--line:#2f3942;--tint:#17212b;--link:#6cb8f3;--bar:#5b9fd0;--mark:#ff7a8c}}
*{box-sizing:border-box}
body{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem;color:var(--ink);background:var(--bg);font:1rem/1.5 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{margin:0 0 .5rem;font-size:1.9rem;line-height:1.2}
h2{margin:2.5rem 0 .5rem;font-size:1.25rem;line-height:1.3}
.chat{margin:0;color:var(--faint);font-weight:700}
.faint{color:var(--faint)}
.label{padding:0 .35em;color:var(--link);background:var(--tint);border-radius:.3em;font-weight:700}
.gaps{padding:.6rem .8rem;border-left:4px solid var(--mark);background:var(--tint)}
nav ol{padding-left:0;list-style:none}
nav li{margin:.25rem 0}
figure{margin:1.5rem 0}
svg{display:block;width:100%;height:auto;max-height:12rem}
svg rect{fill:var(--bar)}
svg .room{fill:transparent}
svg a:hover rect:not(.room),svg a:focus rect:not(.room){fill:var(--mark)}
svg .mark{stroke:var(--mark);stroke-dasharray:2 3}
svg text{fill:var(--faint);font-size:10px;text-anchor:middle}
svg .first{text-anchor:start}
svg .q{fill:var(--mark);font-weight:700;font-size:11px}
article{padding:.55rem 0;border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 5rem}
article:target{background:var(--tint)}
article p,.asked{margin:0}
.head,.asked{font-size:.9rem}
.absent{color:var(--faint);font-style:italic}
.d1,.d2,.d3,.d4{padding-left:.9rem;border-left:3px solid var(--line)}
.d1{margin-left:1rem}.d2{margin-left:2rem}.d3{margin-left:3rem}.d4{margin-left:4rem}
summary{padding:.4rem 0;color:var(--link);cursor:pointer}
.people{padding-left:0;list-style:none;columns:16rem}
.reflection{min-height:8rem;padding:.8rem;border:1px solid var(--line)}
footer{margin-top:3rem;color:var(--faint);font-size:.85rem}
@media (max-width:30rem){.d1{margin-left:.4rem}.d2{margin-left:.8rem}.d3{margin-left:1.2rem}.d4{margin-left:1.6rem}}
@media print{:root{--bg:#fff;--ink:#000;--faint:#444;--line:#bbb;--tint:#f2f2f2;--link:#000;color-scheme:light}body{max-width:none;padding:0;font-size:10pt}article{break-inside:avoid;content-visibility:visible}h2{break-after:avoid}a{text-decoration:none}details::details-content{content-visibility:visible;block-size:auto}}
`.replaceAll('\n', '');
