// How the HTML report looks: a readable column on a screen, A4 with the margins of an official document on paper.

export const styleSheet = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { max-width: 50rem; margin: 0 auto; padding: 1.5rem; background: #fff; color: #111;
  font: 1.0625rem/1.5 'Times New Roman', Tinos, 'Liberation Serif', serif }
h1 { font-size: 1.5rem; text-align: center; line-height: 1.35 }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #111 }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .5rem }
h4 { font-size: 1rem; margin: 1rem 0 .25rem }
.office, header > .facts { text-align: center }
.office { text-transform: uppercase }
.draft { width: fit-content; margin: 0 auto; padding: 0 .75rem; border: 2px solid #a40000; color: #a40000;
  font-weight: bold; text-transform: uppercase }
.facts, .legend, figcaption { color: #444; font-size: .9375rem }
.legend, .notes { font-style: italic }
.notes h3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
table { width: 100%; margin: 1rem 0 .25rem; border-collapse: collapse }
caption { padding: .25rem 0; text-align: left; font-weight: bold }
th, td { padding: .25rem .5rem; border: 1px solid #777; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { background: #eef2f6 }
tbody th { font-weight: normal }
td.number, td.change, td.day, td.time { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
td abbr { text-decoration: none }
figure { margin: 1rem 0 }
figure svg { display: block; width: 100%; height: auto }
.top cite { font-style: normal; font-weight: bold }
.top p { margin: .25rem 0 }
a { color: #1f4e79; overflow-wrap: anywhere }
.audit { margin-top: 2rem; border-top: 1px solid #777; overflow-wrap: anywhere; font-size: .9375rem }
@media print {
  body { max-width: none; padding: 0; font-size: 13pt }
  h2, h3, h4, caption { break-after: avoid }
  figure, tr, li { break-inside: avoid }
  thead { display: table-header-group }
  .annex { break-before: page }
  .top a::after { content: ' (' attr(href) ')'; font-weight: normal; font-size: 11pt }
}
`
