/** The whole look of the HTML report. No font, picture or script is loaded; light and dark follow the reader. */
export const htmlStyle = `
:root { color-scheme: light dark;
  --ground: #ffffff; --text: #1c1e21; --quiet: #565b62; --line: #d5d8dc; --raised: #f5f6f7;
  --bad: #a61b1b; --warn: #7a4b00; --good: #13653a; --ask: #0b5a8a; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #16181b; --text: #e7e9ec; --quiet: #a6abb3; --line: #3a3f46; --raised: #1f2226;
  --bad: #ff9a92; --warn: #f2c069; --good: #7fd8a4; --ask: #86c8f2; --link: #8fc1ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
main { padding-top: 0; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .35rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.verdict { font-size: 1.1rem; padding: .75rem 1rem; border: 1px solid; border-left-width: .5rem;
  border-radius: .4rem; background: var(--raised); }
.verdict strong { margin-right: .5rem; }
.ready { color: var(--good); } .blocked { color: var(--bad); } .incomplete { color: var(--ask); }
.note { border-left: .25rem solid var(--line); padding-left: .75rem; }
.rule { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1rem; margin: 0 0 1rem; }
.level { font-size: .85rem; border: 1px solid; border-radius: 1rem; padding: 0 .6rem;
  white-space: nowrap; font-weight: normal; }
.reject, .must { color: var(--bad); } .should { color: var(--warn); }
.info, .person { color: var(--ask); }
.findings { list-style: none; margin: .5rem 0 0; padding: 0; }
.findings > li { border-top: 1px solid var(--line); padding: .6rem 0; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem;
  overflow-x: auto; font-size: .85rem; margin: .4rem 0; overflow-wrap: normal; }
code { font-family: ui-monospace, monospace; font-size: .875em; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; min-height: 1.75rem; }
@media print { pre { white-space: pre-wrap; } }
`
