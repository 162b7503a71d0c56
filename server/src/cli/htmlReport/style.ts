/** The page's one style sheet: light and dark, wide and narrow, screen and paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fbfaf7; --card: #fff; --text: #1d2422; --soft: #56605d; --line: #dcdcd3; --track: #ecebe4;
  --accent: #14625b; --accent-soft: #d5e9e5; --mark: #ffe9a8; --new: #d9f2dc;
  --error: #b3261e; --warning: #9a4f00; --info: #2563b8; --hint: #5d6964;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141918; --card: #1c2321; --text: #e7ebe9; --soft: #a5b0ac; --line: #333d3a; --track: #29322f;
    --accent: #7fd1c5; --accent-soft: #1f403c; --mark: #5c4a12; --new: #1d4426;
    --error: #ff8b80; --warning: #f3b05e; --info: #86b6f7; --hint: #97a39e;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 64rem; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, blockquote { margin: 0; }
h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
h2 { font-size: 1.4rem; letter-spacing: -.01em; margin-bottom: .5rem; }
h3, h4 { font-size: 1rem; font-weight: 600; line-height: 1.35; }
h4 { font-weight: 500; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
[tabindex="-1"]:focus-visible { outline: none; }
section { margin-top: 3rem; }
section > p { max-width: 44rem; margin-bottom: 1rem; color: var(--soft); }
code { font: .92em ui-monospace, "SF Mono", Consolas, monospace; }
.meta, .path, .more { color: var(--soft); font-size: .88rem; }
.path { display: block; font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; list-style: none; padding: .8rem 0; margin-top: 1.2rem; border-block: 1px solid var(--line); }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }

.tiles, .plain { list-style: none; padding: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .8rem; }
.tiles a { display: block; height: 100%; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; text-decoration: none; }
.tiles a:hover { border-color: var(--accent); }
.tiles strong { display: block; font-size: 2rem; font-weight: 650; line-height: 1.15; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--soft); font-size: .92rem; }
.tiles + p { margin-top: 1rem; }
.severities { margin-top: 1.2rem; }
.severities h3 { display: flex; gap: .7rem; align-items: baseline; }
.severities .badge { flex: none; }
.meaning { font-weight: 400; color: var(--soft); }
.badge { display: inline-block; min-width: 5.2rem; padding: .05rem .5rem; border: 1px solid currentColor; border-radius: 99px; font-size: .8rem; font-weight: 600; text-align: center; }
.badge.error { color: var(--error); } .badge.warning { color: var(--warning); } .badge.info { color: var(--info); } .badge.hint { color: var(--hint); }

.chart { display: grid; grid-template: minmax(0, 1fr) / auto 1fr; gap: .6rem; height: 15rem; padding: 1rem 1rem .6rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.chart svg { width: 100%; height: 100%; overflow: visible; }
.chart path { vector-effect: non-scaling-stroke; fill: none; }
.ticks { display: flex; flex-direction: column; justify-content: space-between; margin-block: -.6rem; text-align: right; color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .area { fill: var(--accent-soft); opacity: .6; }
.chart .line { stroke: var(--accent); stroke-width: 2.5; }
.chart .dot { stroke: var(--accent); stroke-width: 9; stroke-linecap: round; }
.chart a:hover .dot, .chart a:focus-visible .dot { stroke: var(--text); stroke-width: 14; }
.chart a:focus-visible { outline: none; }
.ends { display: flex; justify-content: space-between; margin: .4rem 0 .8rem; max-width: none; font-size: .88rem; }

.rows { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: clip; }
.row + .row { border-top: 1px solid var(--line); }
summary { cursor: pointer; }
.row > summary { display: grid; grid-template-columns: 1rem minmax(12rem, 2fr) 3fr 3.6rem; gap: .8rem; align-items: center; padding: .6rem 1rem; }
.row > summary, .text > summary { list-style: none; }
.row > summary::-webkit-details-marker, .text > summary::-webkit-details-marker { display: none; }
.row > summary::before, .text > summary::before { content: ""; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.row[open] > summary::before, .text[open] > summary::before { transform: rotate(45deg) translate(-2px, -1px); }
summary:hover { background: color-mix(in srgb, var(--accent-soft) 40%, transparent); }
summary:focus-visible { outline-offset: -3px; }
.count { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: .7rem; background: var(--track); border-radius: 3px; fill: var(--accent); }
.bar .error { fill: var(--error); } .bar .warning { fill: var(--warning); } .bar .info { fill: var(--info); } .bar .hint { fill: var(--hint); }
.inside { padding: .2rem 1rem 1rem 2.8rem; scroll-margin-top: 5rem; }
.inside > p { max-width: 44rem; margin-bottom: .6rem; }
.plain { columns: 20rem 2; column-gap: 2.5rem; }
.plain li { break-inside: avoid; padding: .12rem 0; }
#fine .row { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
#fine .row > summary { grid-template-columns: 1rem 1fr; }
#fine ul.plain { padding-left: 2.8rem; }

.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .55rem .9rem; text-align: left; vertical-align: middle; }
th.number, td.number { text-align: right; }
thead th { font-size: .88rem; font-weight: 600; color: var(--soft); white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
tbody th { font-weight: 500; min-width: 11rem; }
.wide { width: 32%; }
.numbers summary { padding: .3rem 0; color: var(--accent); }
tr:target { background: var(--accent-soft); }

.filter { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; margin-bottom: .9rem; }
.filter[hidden] { display: none; }
.filter input { flex: 1 1 12rem; max-width: 24rem; padding: .45rem .7rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 8px; }
.folders > .row > .inside { padding: 0; border-top: 1px solid var(--line); background: color-mix(in srgb, var(--page) 60%, var(--card)); }
.text + .text { border-top: 1px solid var(--line); }
.text > summary { display: grid; grid-template-columns: 1rem 1fr 3.6rem; gap: .8rem; align-items: center; padding: .55rem 1rem .55rem 2.8rem; }
.text > div { padding: 0 1rem 1.2rem 4.6rem; scroll-margin-top: 5rem; }
.findings { list-style: none; padding: 0; display: grid; gap: 1.3rem; margin-top: .8rem; }
.findings li { scroll-margin-top: 2rem; max-width: 46rem; }
.findings li:target { outline: 2px solid var(--accent); outline-offset: .5rem; border-radius: 4px; }
blockquote { margin: .35rem 0; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--hint); font-size: 1.05rem; }
blockquote.error { border-color: var(--error); } blockquote.warning { border-color: var(--warning); } blockquote.info { border-color: var(--info); }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: .05em .1em; }
ins { background: var(--new); text-decoration: none; border-radius: 3px; padding: .05em .1em; }
.try { margin-top: .25rem; padding-left: .95rem; }
.try > span { font-weight: 600; }
.findings + .more { margin-top: 1.1rem; }

@media (max-width: 40rem) {
  body { padding-top: 1.5rem; }
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles li:first-child { grid-column: 1 / -1; }
  .tiles a { padding: .8rem .9rem; } .tiles strong { font-size: 1.6rem; }
  .row > summary { grid-template-columns: 1rem 1fr auto; }
  .row > summary .bar { grid-column: 2 / -1; grid-row: 2; }
  .inside { padding-left: 1.2rem; }
  .text > summary { padding-left: 1.4rem; }
  .text > div { padding-left: 1.4rem; }
  .wide, .extra { display: none; }
  th, td { padding: .5rem .7rem; }
  tbody th { min-width: 0; }
  .chart { height: 11rem; padding: 1rem .6rem .5rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --track: #eee; --accent: #14625b; --accent-soft: #d5e9e5; --mark: #ffe9a8; --new: #d9f2dc; --error: #b3261e; --warning: #9a4f00; --info: #2563b8; --hint: #5d6964; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  * { print-color-adjust: exact; }
  nav, .skip, .filter, .numbers > summary { display: none; }
  section { margin-top: 1.6rem; }
  .tiles { grid-template-columns: repeat(5, 1fr); }
  h2, summary { break-after: avoid; }
  .tiles a, .row > summary, .findings li, tr { break-inside: avoid; }
  /* On paper nothing opens: the articles that need it most are printed with their sentences, the others as a list. */
  .folders > .row::details-content, .text.printed::details-content { content-visibility: visible; block-size: auto; }
}
`;
