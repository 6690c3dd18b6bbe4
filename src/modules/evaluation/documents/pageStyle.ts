/** How the page looks: calm, for screen and paper. Colours are tokens of the design system. */
export const pageStyle = `body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: var(--text-md) / var(--leading) var(--font);
}
main { max-width: var(--page); margin: 0 auto; padding: var(--s-6) var(--gutter); }
h1 { font-size: var(--text-3xl); line-height: var(--leading-tight); margin: 0 0 var(--s-2); }
h2 { font-size: var(--text-2xl); line-height: var(--leading-tight); margin: var(--s-7) 0 var(--s-4); }
.lead, figcaption, footer { color: var(--ink-soft); }
aside {
  margin-top: var(--s-5);
  padding: var(--s-4) var(--s-5);
  border-left: 6px solid var(--warning);
  border-radius: var(--r-md);
  background: var(--warning-tint);
  color: var(--ink);
}
aside h2 { font-size: var(--text-lg); margin: 0 0 var(--s-2); }
aside ul { margin: 0; padding-left: 1.2em; max-width: var(--measure); }
aside li { margin: var(--s-1) 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; margin: var(--s-4) 0 var(--s-2); position: relative; }
.wide:focus-visible, summary:focus-visible { outline: var(--focus-width) solid var(--focus); outline-offset: var(--focus-gap); }
table { border-collapse: collapse; border-block: 2px solid var(--ink); font-size: var(--text-sm); line-height: var(--leading-snug); }
caption { text-align: left; font-weight: var(--weight-bold); padding-bottom: var(--s-2); }
th, td { padding: var(--s-1) var(--s-3); text-align: left; vertical-align: baseline; white-space: nowrap; }
thead th { border-bottom: 1px solid var(--ink); white-space: normal; min-width: 2.6em; vertical-align: bottom; }
tbody th { font-weight: var(--weight-medium); }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.note { color: var(--ink-soft); font-size: var(--text-sm); margin: 0 0 var(--s-5); max-width: var(--measure); }
figure { margin: var(--s-5) 0; }
figure svg { display: block; font-family: var(--font); }
figcaption { font-size: var(--text-sm); max-width: var(--measure); }
details { margin: var(--s-4) 0; }
summary { cursor: pointer; color: var(--brand-ink); font-weight: var(--weight-medium); min-height: var(--target); line-height: var(--target); }
footer { margin-top: var(--s-7); border-top: var(--border); font-size: var(--text-sm); }
code { font-size: 0.95em; }
@media print {
  body { background: none; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  section { break-inside: auto; }
  figure, tr { break-inside: avoid; }
  .wide { overflow: visible; }
}`;
