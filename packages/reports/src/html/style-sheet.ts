// How the report looks: calm, one accent, system fonts; light and dark as the reader has it, and on paper.
import { darkTheme, lightTheme, themeRules } from "./palette.ts";

export const styleSheet = `
:root{color-scheme:light dark;${themeRules(lightTheme)}}
@media (prefers-color-scheme:dark){:root{${themeRules(darkTheme)}}}
*,*::before,*::after{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--page);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0}
h1,h2,h3,h4{line-height:1.25;font-weight:650;text-wrap:balance;margin:0}
h1{font-size:2.1rem;letter-spacing:-.015em}
h2{font-size:1.45rem;letter-spacing:-.01em;margin-bottom:1rem}
h3{font-size:1.1rem;margin:2rem 0 .75rem}
h4{font-size:1rem;margin:0}
p,ul,ol,dl{margin:0 0 .75rem}
p,li,dd{max-width:76ch;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 35%,transparent)}
a:hover{text-decoration-color:currentColor}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw;top:0;background:var(--card);padding:.75rem 1rem;z-index:2}
.skip:focus{left:0}
.top{padding:2.5rem 2rem 1.75rem;border-bottom:1px solid var(--line);background:var(--card)}
.top>*{max-width:88rem;margin-inline:auto}
.eyebrow{color:var(--soft);margin-bottom:.35rem}
.lead{font-size:1.1rem;margin:.6rem auto 0}
.lead p{margin:0}
.meta{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;margin-top:1rem;margin-bottom:0;color:var(--soft);font-size:.925rem}
.meta div{display:flex;gap:.4rem}
.meta dd{margin:0;color:var(--text)}
.page{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem;max-width:92rem;margin-inline:auto;padding:0 2rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.75rem 0;font-size:.925rem}
nav ol{list-style:none;padding:0;margin:0}
nav li{max-width:none}
nav li a{display:flex;justify-content:space-between;gap:.5rem;padding:.22rem .5rem;margin-left:-.5rem;border-radius:6px;color:inherit;text-decoration:none}
nav li a:hover{background:var(--accent-soft);color:var(--accent)}
nav .amount{color:var(--soft);white-space:nowrap}
main{padding:2rem 0 4rem}
main>section{padding-bottom:1.5rem;margin-bottom:2rem}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.875rem;padding:1.5rem 2rem 3rem}
footer p{max-width:88rem;margin-inline:auto}
.note,.soft{color:var(--soft)}
.note{font-size:.925rem}
.unsure{color:var(--medium)}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;margin-bottom:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.75rem;list-style:none;padding:0;margin-bottom:1rem}
.tiles li{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:.9rem 1rem;display:flex;flex-direction:column}
.tiles strong{font-size:1.9rem;line-height:1.1;font-weight:650;font-variant-numeric:tabular-nums}
.tiles span{font-size:.925rem;color:var(--soft)}
.tiles .sev-critical{background:var(--critical-soft);border-color:transparent}.tiles .sev-critical *{color:var(--critical)}
.tiles .sev-high{background:var(--high-soft);border-color:transparent}.tiles .sev-high *{color:var(--high)}
.tiles .sev-medium{background:var(--medium-soft);border-color:transparent}.tiles .sev-medium *{color:var(--medium)}
.tiles .sev-low{background:var(--low-soft);border-color:transparent}.tiles .sev-low *{color:var(--low)}
.tiles .none{background:var(--card);border-color:var(--line)}.tiles .none *{color:var(--soft)}
.badge{display:inline-flex;align-items:center;gap:.3em;padding:.08rem .55rem;border-radius:99px;font-size:.84rem;font-weight:600;white-space:nowrap;background:var(--info-soft);color:var(--info)}
.badge.sev-critical{background:var(--critical-soft);color:var(--critical)}
.badge.sev-high{background:var(--high-soft);color:var(--high)}
.badge.sev-medium{background:var(--medium-soft);color:var(--medium)}
.badge.sev-low{background:var(--low-soft);color:var(--low)}
.badge.status-planned{background:var(--accent-soft);color:var(--accent)}
.badge.status-accepted,.badge.person{background:var(--person-soft);color:var(--person)}
.badge.status-open{background:none;box-shadow:inset 0 0 0 1px var(--line);color:var(--soft)}
.badge.better{background:var(--good-soft);color:var(--good)}
.badge.look{background:var(--medium-soft);color:var(--medium)}
.letter{display:inline-block;min-width:1.45em;text-align:center;font-weight:650;text-decoration:none;border:1px solid var(--line);border-radius:4px;margin-right:.2rem;font-size:.85rem;line-height:1.35}
.card>h3{margin:0 0 .6rem}
.card>:last-child{margin-bottom:0}
.group{margin-bottom:2.5rem}
.group>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.35rem .5rem;margin-bottom:.4rem}
.group>.note,.group>.fold{margin-bottom:.5rem}
.group h3,.group h4{margin:0}
.threat>summary{position:relative;padding-left:1.4rem;display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:baseline;cursor:pointer}
.threat>summary::before{position:absolute;left:0}
.threat>summary .where{font-weight:600}
.threat>summary::before,.boundary>summary::before{content:"▸";color:var(--soft)}
.threat[open]>summary::before,.boundary[open]>summary::before{content:"▾"}
.threat[open]>summary{margin-bottom:.75rem}
.threat .statement{font-size:1.03rem}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3rem 1.25rem;margin:.75rem 0 0;font-size:.95rem}
.facts>div{display:contents}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.facts ul,.facts ol{margin:0;padding-left:1.15rem}
.card.critical{border-left:4px solid var(--critical)}.card.high{border-left:4px solid var(--high)}.card.medium{border-left:4px solid var(--medium)}.card.low{border-left:4px solid var(--low)}.card.info{border-left:4px solid var(--info)}.card.good{border-left:4px solid var(--good)}
.scroll{overflow:auto;max-width:100%;margin-bottom:1rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.91rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid var(--line);overflow-wrap:normal}
tbody tr:last-child>*{border-bottom:0}
thead th{color:var(--soft);font-weight:600;font-size:.84rem;background:var(--sunken);white-space:nowrap}
tbody th{font-weight:600}
td .note,th .note{display:block;font-weight:400}
td .line{white-space:nowrap}
td code,th code{overflow-wrap:break-word}
td details.fold{margin:0}td details.fold>summary{padding:0}
tbody th{min-width:9rem}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.stride{table-layout:fixed;min-width:54rem}
.stride th:first-child{position:sticky;left:0;background:var(--card);width:13rem;box-shadow:1px 0 var(--line)}
.stride thead th{padding:.45rem .6rem;font-size:.8rem}.stride .letter{margin-right:0}
.stride thead th:first-child{background:var(--sunken)}
.stride td{font-size:.86rem;padding:.4rem .6rem}
.stride td .techniques{display:block;font-size:.94em;color:var(--soft)}
.state{white-space:nowrap;font-weight:600}
.state .amount{font-weight:400;color:inherit}
.c-threat{background:var(--high-soft)}.c-threat .state{color:var(--high)}
.c-unknown{background:var(--medium-soft)}.c-unknown .state{color:var(--medium)}
.c-planned{background:var(--accent-soft)}.c-planned .state{color:var(--accent)}
.c-accepted{background:var(--person-soft)}.c-accepted .state{color:var(--person)}
.c-mitigated .state,.c-checked .state{color:var(--good);font-weight:400}
.c-not-applicable .state,.c-not-examined .state{color:var(--soft);font-weight:400}
details.fold{margin-bottom:1rem}
details.fold>summary{cursor:pointer;color:var(--accent);padding:.3rem 0}
details.boundary>summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:baseline;margin-bottom:.75rem}
details.boundary{border-top:1px solid var(--line);padding-top:.9rem;margin-bottom:1.25rem}
summary::marker,summary::-webkit-details-marker{color:var(--soft)}
.details-list{list-style:none;padding:0;font-size:.93rem}
.details-list>li{margin-bottom:.8rem;max-width:none}
.details-list ul{list-style:none;padding:.15rem 0 0 1rem;margin:0;border-left:2px solid var(--line)}
.details-list ul li{padding:.12rem 0}
.diagram{overflow:auto;max-height:85vh;background:#fff;border:1px solid var(--line);border-radius:10px;padding:.5rem}
.diagram svg{display:block;width:100%;height:auto;min-width:48rem;margin-inline:auto}
.zoom{position:absolute;opacity:0}
.zoom:checked~.diagram svg{width:auto;min-width:0;max-width:none}
.zoom+label{display:inline-block;margin-bottom:.6rem;padding:.2rem .75rem;border:1px solid var(--line);border-radius:99px;font-size:.9rem;cursor:pointer;background:var(--card)}
.zoom:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
.zoom:checked+label{background:var(--accent-soft);color:var(--accent)}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;list-style:none;padding:0;font-size:.9rem}
.next li{margin-bottom:.3rem}
form.filter{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;background:var(--page);padding:.75rem 0;border-bottom:1px solid var(--line);margin-bottom:1.25rem}
form.filter fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.25rem .75rem}
form.filter legend{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
input[type=search],select,button{font:inherit;font-size:.925rem;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.25rem .5rem;max-width:100%}
input[type=checkbox]{accent-color:var(--accent)}
label{font-size:.925rem}
.find{margin-bottom:1.25rem}
.find input{width:100%}
.find button{width:100%;text-align:left;border:0;background:none;padding:.2rem .4rem;cursor:pointer}
.find button:hover{background:var(--accent-soft)}
.find ul{list-style:none;padding:0;margin:.4rem 0 0;max-height:45vh;overflow:auto}
[hidden]{display:none!important}
:target{background:var(--mark)}
section:target,main:target{background:none}
.stale td{font-variant-numeric:tabular-nums}
@media screen and (max-width:60rem){.page{grid-template-columns:minmax(0,1fr);gap:0;padding:0 1rem}nav{position:static;max-height:none;padding-bottom:0}nav ol{columns:2}.top{padding:1.5rem 1rem}form.filter{position:static}.facts{grid-template-columns:1fr}.facts dt{margin-top:.4rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
:root{${themeRules({ ...lightTheme, page: "#ffffff", sunken: "#f6f6f6" })}}
html{font-size:9.5pt}
nav,.skip,form,.find,.zoom,.zoom+label{display:none!important}
.page{display:block;padding:0;max-width:none}
.top{padding:0 0 1rem}
main{padding-top:1rem}
tr,li,.facts dd{break-inside:avoid}
.card{break-inside:auto;padding:.7rem .9rem}
h2,h3,h4,summary,.group>header{break-after:avoid}
main>section{margin-bottom:.5rem}
.group{margin-bottom:1.25rem}
.scroll,.diagram{overflow:visible;max-height:none}
.diagram{border:0;padding:0}.diagram svg{min-width:0;width:auto;max-width:100%;max-height:23cm}
.stride{min-width:0}.stride th:first-child{width:9rem;position:static}.stride td,.stride th{padding:.25rem .35rem;font-size:.8rem}
details:not(.screen)::details-content{content-visibility:visible;block-size:auto;opacity:1}
details.screen{display:none}
a{color:inherit;text-decoration:none}
}
`;
