/**
 * The style of every page, for light and dark, print and telephones. Colours of data are told apart by readers of every
 * colour vision: blue and orange after Okabe and Ito, steps of one blue by lightness.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1b1f24; --quiet: #57606a; --line: #d9dce0; --hairline: #eceef0; --shade: #f4f5f3;
  --accent: #0b5cad; --mark: #fff3c4;
  --physician: #0072b2; --facility: #d98200; --center: #00805d; --up: #0072b2; --down: #b34700;
  --step-1: #d6e6f4; --step-2: #a6cbe6; --step-3: #68a9d5; --step-4: #2c7cb8; --step-5: #0b4a86;
  --radius: 6px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e6e8ea; --quiet: #a3abb4; --line: #363c43; --hairline: #252a30; --shade: #1c2025;
    --accent: #7db8ef; --mark: #4a3d10;
    --physician: #56b4e9; --facility: #f0a83c; --center: #3fc79a; --up: #56b4e9; --down: #f08a4b;
    --step-1: #1d3550; --step-2: #24517d; --step-3: #2f75b0; --step-4: #64a8dc; --step-5: #b9dcf6;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1 { font-size: 2.5rem; line-height: 1.1; margin: 0; letter-spacing: -0.02em; font-weight: 650; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 3.25rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-weight: 650; }
h3 { font-size: 1rem; margin: 1.75rem 0 .35rem; font-weight: 650; }
p { margin: .5rem 0; max-width: 44rem; }
a { color: var(--accent); text-underline-offset: .15em; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
ul { padding-left: 1.2rem; max-width: 44rem; }
li { margin: .3rem 0; }
.eyebrow { color: var(--quiet); font-size: .875rem; margin: 0 0 .35rem; }
.lead { color: var(--quiet); margin: .6rem 0 0; }
.copies { color: var(--quiet); font-size: .875rem; margin: .6rem 0 0; }
.copies strong { color: var(--ink); font-weight: 600; }
.copy { display: inline-block; padding: 0 .35em; border: 1px solid var(--quiet); border-radius: 3px; background: var(--mark); color: var(--ink); font-size: .75rem; font-weight: 400; line-height: 1.4; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
nav { margin: 1.5rem 0 0; font-size: .9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; margin: 0; padding: 0; max-width: none; }
nav li { margin: 0; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; z-index: 3; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

.headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; margin: 1.75rem 0 0; padding: 0; background: var(--line); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.headline > div { background: var(--paper); padding: .8rem .9rem .75rem; }
.headline dt { color: var(--quiet); font-size: .8125rem; line-height: 1.3; }
.headline dd { margin: .15rem 0 0; }
.headline dd.value { font-size: 1.25rem; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em; }
.headline .words { display: block; line-height: 1.3; font-size: 1rem; font-weight: 500; letter-spacing: 0; }
.headline dd.note { color: var(--quiet); font-size: .8125rem; line-height: 1.35; }

.scroll { overflow-x: auto; margin: .75rem 0 1.25rem; }
.long { max-height: 34rem; overflow-y: auto; border-bottom: 1px solid var(--line); }
.long thead th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1px var(--line); }
.long td, .long th { padding-right: .9rem; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; min-width: min(100%, 34rem); }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
th, td { padding: .42rem .9rem .42rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--hairline); }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead th.number { white-space: normal; border-bottom: 1px solid var(--line); font-weight: 600; font-size: .8125rem; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 500; }
.number { text-align: right; white-space: nowrap; }
tr.total > * { border-top: 1px solid var(--line); font-weight: 600; }
tr.current > * { background: var(--shade); }
tbody tr:hover > * { background: var(--shade); }
.day { white-space: nowrap; }
.roomy { min-width: 17rem; }
.hash { display: inline-block; min-width: 17rem; font-size: .75rem; color: var(--quiet); overflow-wrap: anywhere; }
.hash.day { min-width: 0; }
.rules dt { font-weight: 600; margin-top: .8rem; }
.rules dd { margin: 0; }
thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
thead button::after { content: "\\2195"; margin-left: .3em; opacity: .45; }
th[aria-sort="ascending"] button::after { content: "\\2191"; opacity: 1; }
th[aria-sort="descending"] button::after { content: "\\2193"; opacity: 1; }
.filter { display: flex; flex-wrap: wrap; gap: .4rem .7rem; align-items: baseline; margin: 1rem 0 0; font-size: .9rem; }
.filter input, .filter select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .25rem .5rem; min-width: 14rem; max-width: 100%; }

.figure { font: inherit; color: inherit; letter-spacing: inherit; background: none; border: 0; padding: 0; margin: 0; cursor: help; text-align: inherit; border-bottom: 1px dotted transparent; }
.headline .figure, p .figure, tbody tr:hover .figure, .figure:hover, .figure:focus-visible { border-bottom-color: var(--quiet); }
#source { position: absolute; z-index: 2; max-width: min(30rem, calc(100vw - 1.5rem)); padding: .6rem .75rem; background: var(--ink); color: var(--paper); border-radius: var(--radius); font-size: .8125rem; line-height: 1.45; white-space: pre-line; box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
#source[hidden] { display: none; }

.chart { margin: 1rem 0 1.5rem; }
figcaption { font-weight: 600; margin: 0 0 .5rem; }
.plot { display: block; height: auto; max-width: 100%; font: 12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow: visible; }
.plot text { white-space: pre; }
.plot [data-source] { cursor: help; }
.narrow { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0 0 .4rem; padding: 0; font-size: .875rem; }
.legend li { margin: 0; }
.swatch.round { border-radius: 50%; } .swatch.diamond { transform: rotate(45deg) scale(.82); }
.swatch { display: inline-block; width: .8em; height: .8em; margin-right: .4em; }
.physician { background: var(--physician); } .facility { background: var(--facility); } .center { background: var(--center); }
.swatch.quiet { background: var(--quiet); }
.up { background: var(--up); } .down { background: var(--down); }
.step-1 { background: var(--step-1); } .step-2 { background: var(--step-2); } .step-3 { background: var(--step-3); } .step-4 { background: var(--step-4); } .step-5 { background: var(--step-5); }
details { margin: .5rem 0; }
td details { margin: 0; }
summary { cursor: pointer; color: var(--accent); font-size: .9rem; width: fit-content; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .8125rem; }

@media (max-width: 46rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 2rem; }
  h2 { margin-top: 2.25rem; }
  .wide { display: none; }
  .narrow { display: block; }
  .headline { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .headline dd.value { font-size: 1.2rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --hairline: #ccc; --shade: #fff; --accent: #000; --physician: #0072b2; --facility: #d98200; --center: #00805d; --up: #0072b2; --down: #b34700; --step-1: #d6e6f4; --step-2: #a6cbe6; --step-3: #68a9d5; --step-4: #2c7cb8; --step-5: #0b4a86; }
  @page { margin: 1.5cm; }
  html { font-size: 70%; }
  body { padding: 0; max-width: none; }
  .headline { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .headline .figure, p .figure { border-bottom-color: transparent; }
  .plot { font-size: 13px; }
  nav, .skip, .filter, #source, summary { display: none; }
  .scroll, .long { overflow: visible; max-height: none; }
  .long thead th { position: static; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, figure svg, .headline { break-inside: avoid; }
  thead { display: table-header-group; }
  thead button::after { content: none; }
  .headline, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { display: block; } .narrow { display: none; }
}
`;
