// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0
var v="3.0.0";var m=class extends Error{code;constructor(e,n){super(n),this.name="ReaderError",this.code=e}};function N(o){return Number(o.split(".")[0])}function G(o,e,n){let t=o,r=typeof t?.schema=="string"&&typeof t.schemaVersion=="string";if(!r||t.schema!==e||typeof t.
release!="string"){let s=r?`is ${t.schema}`:"is no document of ratebook";throw new m("foreign-document",`${n} ${s}, and ${e} was expected`)}let i=String(t.schemaVersion);
if(N(i)!==N(v)){let[s,a]=N(i)>N(v)?["newer","update ratebook"]:["older","build the release again, or use an earlier ratebook"],u=`${n} has shapes ${i}, ${s} tha\
n ${v}, which this reader reads: ${a}`;throw new m("other-shapes",u)}return o}var R=class{where;constructor(e){this.where=e}damaged(e){return new m("damaged-doc\
ument",`${this.where} is damaged: ${e}`)}holds(e,n){if(!e)throw this.damaged(n)}list(e,n,t){if(this.holds(Array.isArray(e),`${n} is not a list`),t!==void 0&&e.length!==
t)throw this.damaged(`${n} has ${e.length} entries instead of ${t}`);return e}whole(e,n,t){let r=this.list(e,n,t),i=r.findIndex(s=>!Number.isSafeInteger(s)||s<0);
if(i>=0)throw this.damaged(`${n} has ${r[i]} as entry ${i}`);return r}integers(e,n,{length:t,below:r=2**31}={}){let i=this.list(e,n,t),s=new Int32Array(i.length);
for(let a=0;a<s.length;a+=1){let u=i[a];if(!Number.isInteger(u)||u<0||u>=r)throw this.damaged(`${n} has ${u} as entry ${a}`);s[a]=u}return s}};function We(){let{process:o}=globalThis;return o?.getBuiltinModule?.("node:fs")}function Q(o,e){let n=String(o);return n.endsWith(".json")?n:`${n.replace(/\/+$/,
"")}/${e}.json`}function ee(o,e){return o.replace(/[^/]*$/,`${e}.json`)}function qe(o,e){try{return{json:JSON.parse(o),where:e}}catch(n){let t=`${e} is not JSON\
, or it was cut: ${n.message}`;throw new m("not-json",t)}}async function Ye(o){let e=await fetch(o).catch(n=>{throw new m("not-found",`${o} could not be loaded:\
 ${n.message}`)});if(!e.ok)throw new m("not-found",`${o} could not be loaded: status ${e.status}`);return e.text()}function Ke(o,e){try{return o.readFileSync(e.
startsWith("file:")?new URL(e):e,"utf8")}catch(n){throw new m("not-found",`${e} could not be read: ${n.message}`)}}async function z(o,e){if(typeof o!="string"&&
!(o instanceof URL))return{json:o,where:`the ${e} document`};let n=Q(o,e),t=/^https?:/.test(n)?void 0:We();return qe(t===void 0?await Ye(n):Ke(t,n),n)}function Z(o,e){let n=String(o).padStart(e+1,"0");return e===0?n:`${n.slice(0,-e)}.${n.slice(-e)}`}function ne(o,e,n){let t=Z(o,e),r=t.length-(e-n),i=t.length;for(;i>
r&&t.charCodeAt(i-1)===48;)i-=1;return t.slice(0,t.charCodeAt(i-1)===46?i-1:i)}var P={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};function F(o){return o*10**(P.fine-P.cents)}function te(...o){let e=0;for(let n of o)e+=n;return e}function H(o){return Z(o,P.cents)}function oe(o){return ne(o,P.fine,2)}function A({byModifier:o},e,n){return o.get(n)?.get(e)}function re(o,e,n){let t=r=>BigInt(o[r])*BigInt(e[r]);return(t("work")+t("pe")+t("mp"))*BigInt(n)}var Xe=10925n,se=13,ie=10n**BigInt(se-2);function en(o,e){let n=o.toString().padStart(e+1,"0"),t=n.slice(-e).replace(/0+$/,"");return`${n.slice(0,-e)}.${t.padEnd(
2,"0")}`}function ae(o,e,n){let t=re(o,e,n)*Xe;return{cents:Number((t+ie/2n)/ie),unrounded:en(t,se)}}function ue({national:o},e,n,t){let[r,i]=[o.at(n,t),e?.national.at(n,t)];return r!==void 0&&i!==void 0&&i<r}var ce=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
le=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],de={id:"pfs.na\
tional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the\
 cent once, at the end",cites:ce},fe={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU\
 x MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:ce},it={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imagin\
g; nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded ha\
lf up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...le,{title:"CMS's OPPSCAP files of 2009A, 2\
013A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},pe={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:le},ye={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var me="contractor-priced",T="priced";var nn={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function j(o,e){return nn[o]?.[e]}function he({modifier:o,pctcIndicator:e,state:n},t){return o==="TC"&&t!=="office"?"technical-component-on\
ly":j(e,t)??(n===T?void 0:n)}var ge={id:"site.facility-plus-physician",title:"Total payment in a facility: the facility's payment and the physician's",formula:"facility payment + physician'\
s fee schedule amount at the facility rate",cites:[{title:"42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers"},
{title:"42 CFR 419.2, 416.164: facility payments do not include physicians' services"}]};var tn="no-rate-printed",on="rate-rounds-to-zero";function we(o){return o===tn||o===on}function k(o){return o.startsWith("rated")}var rn="1",sn="6";function an(o,e,n){let{columns:t}=o;return n===void 0?A(o,e,"TC")!==void 0?{office:"no-global-row",facility:"no-professional-row"}:void 0:{office:t.
pctcIndicator.at(n)===sn?n:"no-global-row",facility:n}}function Ce({rvu:o,national:e},n){let[t,r]=["","26"].map(u=>A(o,n,u));if(t===void 0)return an(o,n,r);let i=o.
columns.pctcIndicator.at(t)===rn;if(r===void 0)return{office:t,facility:i?"no-professional-row":t};let s=!e.has(t)&&e.has(r);return{office:s&&o.states[t]!==me?r:
t,facility:i||s?r:t}}var E={office:"nonFacility",hopd:"facility",asc:"facility"},un={modifier:"",na:!1,reason:"source-missing"},cn={modifier:"",na:!1,reason:"not-in-fee-schedule"};function ln({
rvu:o,national:e},n,t){let{columns:r,states:i}=o,s=(t==="office"?r.nonFacilityNa:r.facilityNa).at(n),a=r.modifier.at(n),u=j(r.pctcIndicator.at(n),t);return u!==
void 0?{modifier:a,na:s,reason:u,decidedBy:"pctcIndicator"}:e.has(n)?{modifier:a,na:s,row:n}:{modifier:a,na:s,reason:i[n]??"unknown",decidedBy:"status"}}function V(o,e){
if(o===void 0)return()=>un;let n=Ce(o,e);return n===void 0?()=>cn:t=>{let r=t==="office"?n.office:n.facility;return typeof r!="string"?ln(o,r,t):{modifier:"",na:!1,
reason:r,decidedBy:"pctcIndicator"}}}function Re(o,e){return o.amount===void 0?{reason:`facility-${o.reason}`}:e.amount===void 0?{reason:`physician-${e.reason}`}:{amount:te(o.amount,e.amount)}}function Se(o,e,n){
return{reason:o,decidedBy:we(o)?n:e}}function Pe({opps:o},e){if(o===void 0)return{facility:{reason:"source-missing"},conditional:!1};let n=o.byCode.get(e);if(n===
void 0)return{facility:{reason:"not-in-addendum-b"},conditional:!1};let t=o.states[n]??"unknown",r=o.rates.at(n);return r===null||!k(t)?{facility:Se(t,"statusIn\
dicator","oppsRate"),conditional:!1}:{facility:{amount:r},conditional:t==="rated-unless-packaged"}}function dn({surgical:o,ancillary:e,excluded:n},t){return n.has(
t)?{reason:"excluded-from-asc"}:{reason:o===void 0||e===void 0?"source-missing":"not-on-asc-list"}}function Ae({asc:o},e){if(o===void 0)return{reason:"source-mi\
ssing"};let n=o.byCode.get(e);if(n===void 0)return dn(o,e);let{rate:t,state:r}=n;return t===null||!k(r)?Se(r,"paymentIndicator","ascRate"):{amount:F(t)}}var x={"ambiguous-county":"the county, or another of that name, is in several localities","ambiguous-zip":"CMS's ZIP5 file does not decide between several local\
ities","different-places":"the facility's rate is national, and the physician's fee is of one locality","no-release-on-day":"the release that is in force on the\
 day is not among those that were opened","no-row-with-modifier":"the fee schedule has no row of the code with the modifier","no-such-track":"the release has no\
 amounts of the track","not-in-force":"another release replaces this one on the day, or its amounts do not apply to it","outside-window":"the day is not one of \
the release's days of service","unknown-code":"no file of the release has the code","unknown-county":"no such county is known, or CMS's county file does not hav\
e it","unknown-locality":"the release has no such locality","unknown-zip":"CMS's ZIP5 file does not have the ZIP code"},fn=/^(?:facility|physician)-(?=.)/;function ke(o,e){
let n=o.replace(fn,"");return x[n]??e[n]??n.replaceAll("-"," ")}function $(o){return{cents:o,value:H(o)}}var L=class{release;books;pfs;tracks;reasons;knows;gpcis;constructor(e){this.release=e.release,this.books=e.books,this.
pfs=e.pfs,this.tracks=e.tracks,this.reasons=e.reasons,this.knows=e.knows,this.gpcis=e.gpcis}isKnown(e){return this.knows(e)}none({code:e,setting:n,payee:t,locality:r},i,s){
return{kind:"reason",value:null,reason:i,text:s??ke(i,this.reasons),release:this.release,code:e,setting:n,payee:t,locality:r}}physician(e){let{pfs:n}=this,t=this.
paying(e);if(t.row===void 0||n===void 0)return this.none(e,t.reason??"unknown");let r=e.isQualifying?n.qualifying:n.fees,i=E[e.setting],s=r?.cents(t.row,i,e.place);
if(s===void 0)return this.none(e,"not-in-qpp-file");let a=e.isQualifying?void 0:n.cap.cents(t.row,i,e.place);return a!==void 0?this.capped(e,t,s,a):{kind:"amoun\
t",cents:s,value:H(s),rule:e.place===0?de:fe,track:this.tracks[e.isQualifying?1:0]??null,modifier:t.modifier,na:t.na,by:"fee-schedule",release:this.release,code:e.
code,setting:e.setting,payee:"physician",locality:e.locality}}facility(e){let{code:n,setting:t,payee:r}=e,{facility:i,conditional:s}=t==="hopd"?Pe(this.books,n):
{facility:Ae(this.books,n),conditional:!1},a={...e,locality:"national",place:0};if(r==="facility")return this.facilityAnswer(a,i,s);if(e.place!==0)return this.none(
e,"different-places");let u=this.physician({...e,payee:"physician"}),d=u.kind==="reason"?{reason:u.reason}:{amount:F(u.cents)};return this.facilityAnswer(a,Re(i,
d),s)}limit(e){let n=this.physician(e),{pfs:t}=this,r=this.paying(e);if(n.kind==="reason")return n;if(r.row===void 0||t===void 0)return this.none(e,r.reason??"u\
nknown");let i=e.isQualifying?t.qualifying??t.fees:t.fees,s=n.by==="opps-cap"?t.cap:i,{work:a,pe:u,mp:d}=this.gpcis,[l,c]=[e.place,E[e.setting]],f={work:a[l],pe:u[l],
mp:d[l]},{cents:p,unrounded:y}=ae(s.rvusOf(r.row,c),f,s.factor),{release:O}=this;return{kind:"amount",release:O,code:e.code,...$(p),unrounded:y,rule:ye}}capped(e,n,t,r){
let i=this.pfs,s=E[e.setting],a=ue(i,i.cap,n.row,s);return{kind:"amount",...$(a?r:t),rule:pe,track:this.tracks[0]??null,modifier:n.modifier,na:n.na,by:a?"opps-c\
ap":"fee-schedule",feeSchedule:$(t),oppsCap:$(r),release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}facilityAnswer(e,n,t){
if(n.amount===void 0)return this.none(e,n.reason);let{code:r,setting:i,payee:s,locality:a}=e,u=n.amount;return{kind:"amount",value:oe(n.amount),cents:u%100===0?
u/100:null,tenThousandths:u,rule:s==="total"?ge:null,conditional:t,release:this.release,code:r,setting:i,payee:s,locality:a}}paying({code:e,modifier:n,setting:t}){
let{pfs:r}=this;if(n===void 0||r===void 0)return V(r,e)(t);let{columns:i,states:s}=r.rvu,a=A(r.rvu,e,n);if(a===void 0){let c=V(r,e)(t);return c.reason!=="not-in\
-fee-schedule"?{modifier:n,na:!1,reason:"no-row-with-modifier"}:c}let u=(t==="office"?i.nonFacilityNa:i.facilityNa).at(a),d={modifier:n,pctcIndicator:i.pctcIndicator.
at(a),state:s[a]??"unknown"},l=he(d,t);return l===void 0?{modifier:n,na:u,row:a}:{modifier:n,na:u,reason:l}}};function xe(o){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(o.trim())?.groups?.five}function Ie(o){return new Set(o.map(({locality:n})=>n)).size>1?"several loca\
lities have it":o.some(({plusFour:n})=>n===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function g(o){return o.normalize("NFD").toUpperCase().replace(/\bSAINT\b/g,"ST").replace(/[^A-Z0-9]/g,"")}var Oe=/\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i,
pn=510;function W({name:o,state:e,isCity:n}){return`${o}${n?" City":""}, ${e}`}var B=class{data;states=new Map;known=new Map;constructor(e){this.data=e}stateNamed(e){
if(!this.states.has(e)){let n=g(e),t=this.data.names.states.find(({name:i})=>g(i)===n)?.state??n,r=this.data.states.find(({state:i,name:s})=>i===t||g(s)===n);this.
states.set(e,r)}return this.states.get(e)}countiesOf({state:e,counties:n}){let t=this.known.get(e)??Object.entries(n).map(([r,i])=>({code:r,name:i,state:e,isCity:Number(
r.slice(2))>=pn,letters:g(i)}));return this.known.set(e,t),t}countyOfCode(e){let n=this.data.states.find(({fips:t})=>e.startsWith(t));return n&&this.countiesOf(
n).find(t=>t.code===e)}countiesNamed(e,n){let t=n.trim(),r=this.byBareName(e,t),i=Oe.exec(t);if(r.length>0||i===null)return r;let s=i.groups?.city!==void 0;return this.
byBareName(e,t.slice(0,i.index)).filter(a=>a.isCity===s)}countyOfCms(e,n){let{misprints:t}=this.data.names,r=t.find(u=>u.state===e.state&&u.printed===n);if(r!==
void 0)return this.countiesOf(e).find(({code:u})=>u===r.county);let i=this.countiesNamed(e,n),[s,a]=i.length>1?i.filter(({isCity:u})=>!u):i;return a===void 0?s:
void 0}cityNamed(e,n){let t=[n.trim(),n.trim().replace(Oe,"")].map(g),r=this.data.names.cities.find(i=>i.state===e.state&&t.includes(g(i.name)));return r&&{city:r,
counties:this.countiesOf(e).filter(({code:i})=>r.counties.includes(i))}}byBareName(e,n){let t=g(n),r=this.data.names.names.find(i=>i.state===e.state&&g(i.name)===
t);return this.countiesOf(e).filter(i=>i.letters===t||r?.counties.includes(i.code)===!0)}};function ve(o,{state:e}){return(e??"").split("/").flatMap(n=>o.stateNamed(n)??[])}function yn(o,e){let n=ve(o,e).flatMap(i=>[{state:i,names:e.coverage==="listed"?
e.counties:[],isListed:!0},{state:i,names:e.except??[],isListed:!1}]),t=(e.elsewhere??[]).map(({state:i,counties:s})=>({state:o.stateNamed(i),names:s,isListed:!0})),
r=[...n,...t].flatMap(({names:i,...s})=>i.map(a=>({...s,printed:a})));return r.map((i,s)=>{let a=e.cutShort===!0&&s===r.length-1,u=i.state&&!a?o.countyOfCms(i.state,
i.printed):void 0;return{...i,county:u}})}function mn(o,e,n,t){if(e.coverage==="listed")return[];let r=new Set(n.map(({county:i})=>i?.code));return o.flatMap(({
counties:i})=>Object.keys(i)).filter(i=>!r.has(i)&&(e.coverage==="all"||!t.has(i)))}function Ne(o,e){let n=e.map(d=>({row:d,names:yn(o,d)})),r=n.flatMap(({row:d,
names:l})=>l.filter(({isListed:c})=>c).map(c=>({row:d,...c}))).flatMap(({row:d,county:l})=>l===void 0?[]:[{row:d,code:l.code}]),i=new Set(r.map(({code:d})=>d)),
s=n.flatMap(({row:d,names:l})=>mn(ve(o,d),d,l,i).map(c=>({row:d,code:c}))),a=new Map;for(let{row:d,code:l}of[...r,...s])a.set(l,[...a.get(l)??[],d]);let u=n.flatMap(
({row:d,names:l})=>l.flatMap(({state:c,printed:f,county:p})=>p===void 0?[{state:c,printed:f,row:d}]:[]));return{rows:a,unknown:u}}var h=class extends Error{code;cure;rows;constructor(e,n,t,r=[]){super(n),this.code=e,this.cure=t,this.rows=r}};function q({locality:o,area:e}){return`${o} ${e.
trim()}`}function Y(o){return`${W(o)} (FIPS ${o.code})`}function Fe(o,e,n){let t=`"${o}" could be in ${[...new Set(e.map(q))].join(" or in ")}: ${n}`;return new h(
"county.ambiguous",t,"Name the locality with --locality, or give --zip",e)}function hn({known:o},e){let[,n="",t=""]=/^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(e)??[];if(n===
"")throw new h("county.invalid",`"${e}" has no state`,'Write it as "Marin, CA"');let r=o.stateNamed(t);if(r!==void 0)return{name:n,state:r};let i='Write two let\
ters or the name: "Marin, CA", "Marin, California"';throw new h("county.invalid",`"${t}" is not a state or territory`,i)}function gn({known:o,areas:{rows:e},zipRow:n},t,r){
let i=o.cityNamed(t,r);if(i===void 0)return;let s=i.counties.map(c=>({county:c,row:e.get(c.code)?.[0]})),a=s.map(({county:c,row:f})=>[W(c),...f===void 0?[]:[`(${q(
f)})`]].join(" ")),{zip:u}=i.city,d=u===void 0?void 0:n(u),l=u!==void 0&&d?.row!==void 0&&d.locality===s[0]?.row?.locality;return{message:`it is a city or borou\
gh in ${a.join("; ")}`,cure:`Ask with --county "${i.counties[0]?.name}, ${t.state}" for an address there, or with --zip${l?`: ${u} is in that locality by row ${d.
row} of CMS's ZIP5 file`:" and the ZIP code of the address"}`}}function wn({known:o,areas:e},n,t){let r=a=>` ${a.toUpperCase().replace(/[^A-Z0-9]+/g," ")} `,s=o.
countiesOf(n).flatMap(({code:a})=>e.rows.get(a)??[]).find(({coverage:a,area:u})=>a==="listed"&&r(u).includes(r(t)));if(s!==void 0)return{message:`CMS's locality\
 of that name, ${q(s)}, lists ${s.counties.join(", ")}`,cure:"Name the county, or give --zip"}}function Cn(o,e,n){let t=o.known.countiesOf(e).map(a=>a.name),r=gn(
o,e,n)??wn(o,e,n),i=r===void 0?o.didYouMean(n,t):`: ${r.message}`,s=`"${n}" is not a county of ${e.name}${i}`;return new h("county.unknown",s,r?.cure??"Name the\
 county, or give --zip")}function bn({known:o,areas:e},n,t,r){let i=o.cityNamed(n,t);if(i===void 0||/\s(county|cnty|co\.?)$/i.test(t)||i.counties.some(({code:l})=>r.
some(c=>c.code===l)))return;let s=i.counties.map(l=>`${l.name} County`).join(", "),a=`"${t}, ${n.state}" is a county, and a city in ${s}`,u=`Write --county "${t}\
 County, ${n.state}" or --county "${i.counties[0]?.name}, ${n.state}", or give --zip`,d=[...r,...i.counties].flatMap(({code:l})=>e.rows.get(l)??[]);throw new h(
"county.ambiguous",a,u,d)}function Rn({unknown:o},e,n){if(n.every(({coverage:s})=>s==="listed"))return;let t=o.filter(({state:s})=>s===void 0||s.state===e.state);
if(t.length===0)return;let r=[...t.map(({row:s})=>s),...n],i=t.map(({printed:s})=>`"${s}"`).join(", ");throw Fe(Y(e),r,`CMS's county file prints ${i}, which is \
cut short or is not a county`)}function Sn(o,e){return e.flatMap(n=>{let t=o.rows.get(n.code)??[];return Rn(o,n,t),t.map(r=>({row:r,county:Y(n)}))})}function Te(o,e){
let{name:n,state:t}=hn(o,e),r={...o,areas:Ne(o.known,o.file)},i=o.known.countiesNamed(t,n);if(i.length===0)throw Cn(r,t,n);bn(r,t,n,i);let s=Sn(r.areas,i),[a]=s;
if(a===void 0){let l=`no row of the county file has ${i.map(Y).join(" or ")}`;throw new h("county.no-row",l,"Give --zip, or name the locality with --locality")}
let u=s.map(({row:l})=>l);if(new Set(u.map(({locality:l})=>l)).size>1)throw Fe(e,u,"CMS's county file lists it in each");return a}var D=class{quarter;kinds;kindOf=new Uint16Array(1e5);constructor({quarter:e,runs:n,kinds:t,kindOf:r},i){this.quarter=e,this.kinds=i.list(t,"kinds");let s=i.integers(
r,"kindOf"),a=i.integers(n,"runs"),u=[];for(let c=0;c+1<s.length;c+=2){let[f,p]=[s[c],s[c+1]];i.holds(f<t.length&&u.length+p<=1e5,"kindOf");for(let y=0;y<p;y+=1)
u.push(f+1)}i.holds(a.reduce((c,f)=>c+f,0)===1e5,"runs");let d=0,l=0;a.forEach((c,f)=>{if(f%2===1)for(let p=0;p<c;p+=1)this.kindOf[d+p]=u[l+p]??0;l+=f%2===1?c:0,
d+=c}),i.holds(l===u.length,"kindOf")}rowsOf(e){return this.kinds[(this.kindOf[Number(e)]??0)-1]}};var Pn={"county.ambiguous":"ambiguous-county","county.invalid":"unknown-county","county.unknown":"unknown-county","county.no-row":"unknown-county"},M=class{localities;numbers;parts;has;zips;catalogue;constructor(e,n,t){
this.localities=e,this.numbers=new Map(e.map(({key:r},i)=>[r,i+1])),this.parts=n,this.has=t}ofZip(e){let n=this.withoutPart("zips",this.parts.zips);if(n!==void 0)
return n;let t=xe(e);if(t===void 0)return this.none("unknown-zip",`"${e}" is not a ZIP code; write five digits, or nine`);let r=this.zipRows(t);if(r.length===0)
return this.none("unknown-zip");let i=Ie(r),s=r.map(({locality:u})=>u);if(i===void 0)return this.found(s[0],`ZIP ${t}, by CMS's ZIP5 file of ${this.quarter}`);let a=r.
some(u=>u.plusFour===!0);return{...this.none("ambiguous-zip",`${t}: ${i}`),among:this.named(s),plusFour:a}}ofCounty(e){let{counties:n}=this.parts,t=this.withoutPart(
"counties",n);if(t!==void 0||n===void 0)return t??this.none("source-missing");this.catalogue??=new B(n);let r=n.areas.map(s=>({...s,twoCarriers:!1})),i=s=>this.
parts.zips===void 0?void 0:this.zipRows(s)[0];try{let{row:s,county:a}=Te({known:this.catalogue,file:r,zipRow:i,didYouMean:()=>""},e);return this.found(s.locality,
`${a}, by row ${s.row} of CMS's county file`)}catch(s){if(!(s instanceof h))throw s;let a=this.named(s.rows.map(({locality:u})=>u));return{...this.none(Pn[s.code],
s.message),among:a}}}get quarter(){return this.zips?.quarter??""}zipRows(e){let n=this.parts.zips;return this.zips??=new D(n,new R("reader-zips.json")),this.zips.
rowsOf(e)??[]}named(e){return[...new Set(e)].map(t=>this.localities.find(r=>r.key===t)??{key:t,name:"",state:null})}found(e,n){let t=this.localities.find(r=>r.key===
e);return t===void 0?{...this.none("unknown-locality"),among:this.named([e])}:{kind:"locality",...t,foundBy:n}}none(e,n){let t=e==="source-missing"?"the release\
 was built without CMS's file for it":x[e];return{kind:"reason",reason:e,text:n??t,among:[],plusFour:!1}}withoutPart(e,n){if(n!==void 0)return;if(!this.has(`rea\
der-${e}`))return this.none("source-missing");let t=`reader-${e}.json is not loaded: open the release with { ${e}: true }`;throw new m("part-not-loaded",t)}};var An=[31,28,31,30,31,30,31,31,30,31,30,31];function kn(o,e){let n=o%4===0&&(o%100!==0||o%400===0);return(An[e-1]??0)+(e===2&&n?1:0)}function xn(o){let[,e=0,n=0,
t=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(o)??[]).map(Number);return[e,n,t]}function Ee(o){let[e,n,t]=xn(o);return 1<=t&&t<=kn(e,n)}var $e=["office","hopd","asc"];var Le=/^[0-9A-Z]{5}$/;function w(o){return new m("malformed-question",o)}function K(o){if(!(typeof o=="string"&&Le.test(o)))throw w(`code is ${JSON.stringify(o)}; write five characte\
rs, digits and capitals: "22511"`)}function J(o){if(!(typeof o=="string"&&Ee(o)))throw w(`on is ${JSON.stringify(o)}; write a day as year-month-day: "2026-02-14\
"`)}function S(o){return typeof o=="string"}function In({locality:o,zip:e,county:n}){return S(o)?e===void 0&&n===void 0:o!==void 0?!1:S(e)?n===void 0:e===void 0&&
S(n)}function On({setting:o,payee:e,modifier:n}){return e==="physician"?n===void 0||S(n):o==="office"?e===void 0&&(n===void 0||S(n)):(e==="facility"||e==="total")&&
n===void 0}function vn({setting:o,payee:e,modifier:n}){return o!=="office"&&e===void 0?w(`at ${o} two are paid: write payee "physician", "facility", or "total" \
for both together`):n!==void 0&&(e==="facility"||e==="total")?w(`a facility's rate has no modifier: ask for the physician's with payee "physician"`):n!==void 0&&
!S(n)?w(`modifier is ${JSON.stringify(n)}; write "26"`):w(`payee is ${JSON.stringify(e)}, who is not paid at ${o}`)}function Be(o){let{setting:e,on:n}=o;if(n!==
void 0&&J(n),!$e.includes(e))throw w(`setting is ${JSON.stringify(e)}; write "office", "hopd" or "asc"`);if(!On(o))throw vn(o);if(!In(o))throw w('name one place\
: locality "national" or its key "0111205", or a zip, or a county')}function C(o){let e=0;for(let n of o)n>e&&(e=n);return e}function Nn(o,e,n){let t=BigInt(Math.max(C(o.nonFacilityPe),C(o.facilityPe))),r=BigInt(C(o.work))*BigInt(
C(e.work)),i=BigInt(C(o.mp))*BigInt(C(e.mp));return(r+t*BigInt(C(e.pe))+i)*BigInt(n)+BigInt(5e6)}function De(o,e,n,t,r,i,s){return Math.floor(((o*t+n*i+e*r)*s+5e6)/
1e7)}function Me(o,e,n){let t=e.work.length,r=(s,a,u)=>{let d=BigInt(o.work[s]??0)*BigInt(e.work[a]??0),l=BigInt(u[s]??0)*BigInt(e.pe[a]??0),c=BigInt(o.mp[s]??0)*BigInt(
e.mp[a]??0),f=((d+l+c)*BigInt(n)+BigInt(5e6))/BigInt(1e7);if(f>BigInt(2147483647))throw new RangeError(`an amount of ${f} cents is not possible`);return Number(
f)},i=s=>Int32Array.from({length:o.work.length*t},(a,u)=>r(Math.floor(u/t),u%t,s));return{nonFacility:i(o.nonFacilityPe),facility:i(o.facilityPe)}}function _e(o,e,n){
let t=Nn(o,e,n);return t<=BigInt(Number.MAX_SAFE_INTEGER)&&t/BigInt(1e7)<=BigInt(2147483647)}var no={work:Int32Array.of(1e3),pe:Int32Array.of(1e3),mp:Int32Array.of(1e3)};function _(o,e,n,t){let r=n.integers(o.nonFacilityPe,`${e}.nonFacilityPe`,{length:t}),s=n.list(o.facilityPe,`${e}.facilityPe`,t).map((a,u)=>a??r[u]);return{work:n.
integers(o.work,`${e}.work`,{length:t}),nonFacilityPe:r,facilityPe:n.integers(s,`${e}.facilityPe`),mp:n.integers(o.mp,`${e}.mp`,{length:t})}}var b=class{national;factor;rvus;gpcis;positions;fits;constructor(e,n,t,r){
this.rvus=e,this.positions=n,this.gpcis=t,this.factor=r,this.fits=_e(e,t,r),this.national={has:i=>n[i]>=0,at:(i,s)=>this.cents(i,s,0)}}cents(e,n,t){let r=this.positions[e];
if(r<0)return;if(!this.fits)return this.beyondBound(r,n,t);let{work:i,nonFacilityPe:s,facilityPe:a,mp:u}=this.rvus,{work:d,pe:l,mp:c}=this.gpcis;return De(i[r],
(n==="nonFacility"?s:a)[r],u[r],d[t],l[t],c[t],this.factor)}rvusOf(e,n){let t=this.positions[e],{work:r,nonFacilityPe:i,facilityPe:s,mp:a}=this.rvus,u=n==="nonF\
acility"?i:s;return{work:r[t],pe:u[t],mp:a[t]}}beyondBound(e,n,t){let r=(y,O)=>y.subarray(O,O+1),{work:i,nonFacilityPe:s,facilityPe:a,mp:u}=this.rvus,d={work:r(
i,e),nonFacilityPe:r(s,e),facilityPe:r(a,e),mp:r(u,e)},{work:l,pe:c,mp:f}=this.gpcis,p={work:r(l,t),pe:r(c,t),mp:r(f,t)};return Me(d,p,this.factor)[n][0]}};function Ue(o,e){e.holds(typeof o=="string","codes is not a text");let n="",t=o.split(" ").map(r=>(n=n.slice(0,n.length-r.length)+r,n));return e.holds(t.every((r,i)=>r.
length===5&&(i===0||t[i-1]<r)),"codes"),t}function Ge(o,e){let n=o?.keys.length??0,t=r=>{let i=o===null?[]:e.list(o[r],`localities.${r}`,n);return e.integers([1e3,
...i],`localities.${r}`)};for(let r of["names","states"])o&&e.list(o[r],r,n);return{work:t("work"),pe:t("pe"),mp:t("mp")}}function Fn(o,e,n){n.list(o.kinds,"pfs\
.kinds");let t=n.integers(o.kindOf,"pfs.kindOf",{length:e.length,below:o.kinds.length}),r=[],i=[],s=new Map;for(let a of o.kinds.flat())s.set(a.modifier,new Map);
return e.forEach((a,u)=>{for(let d of o.kinds[t[u]])s.get(d.modifier)?.set(a,r.length),r.push(d),i.push(a)}),{kinds:r,codeOf:i,byModifier:s}}function Qe(o,e){let n=new Int32Array(
e).fill(-1),t=0;for(let r of o)n[r]=t,t+=1;return n}function Tn(o){let e=0;return Array.from(o,n=>(e+=n,e))}function En(o,e){let n=t=>Int32Array.from([...o[t],...e[t]]);
return{work:n("work"),nonFacilityPe:n("nonFacilityPe"),facilityPe:n("facilityPe"),mp:n("mp")}}function $n({missing:o,others:e,factor:n},t,r,i){let s=t.positions.
length,a=t.positions.slice();i.whole([n],"pfs.qualifying.factor");for(let l of i.integers(o,"pfs.qualifying.missing",{below:s}))a[l]=-1;let u=i.integers(e.rows,
"pfs.qualifying.others.rows",{below:s});if(u.length===0)return new b(t.rvus,a,r,n);let d=_(e,"pfs.qualifying.others",i,u.length);return u.forEach((l,c)=>{a[l]=t.
rvus.work.length+c}),new b(En(t.rvus,d),a,r,n)}function Ln(o,e,n,t,r){let i=Tn(r.integers(o.rows,"pfs.oppsCap.rows"));r.holds(i.every(a=>a<e),"pfs.oppsCap.rows");
let s=o;return new b(_(s,"pfs.oppsCap",r,i.length),Qe(i,e),n,t)}function ze(o,e,n,t){if(o===null)return;let{kinds:r,codeOf:i,byModifier:s}=Fn(o,e,t),a=r.map(({state:y})=>y),
u=[...a.keys()].filter(y=>a[y]===T),d=Qe(u,r.length),l=_(o.rvus,"pfs.rvus",t,u.length),[c=0]=t.whole([o.factor],"pfs.factor"),f=new b(l,d,n,c),p=y=>r[y];return{
rvu:{columns:{modifier:{at:y=>p(y).modifier},pctcIndicator:{at:y=>p(y).pctcIndicator},nonFacilityNa:{at:y=>p(y).nonFacilityNa===!0},facilityNa:{at:y=>p(y).facilityNa===
!0}},states:a,byModifier:s},national:f.national,fees:f,qualifying:o.qualifying===null?void 0:$n(o.qualifying,{rvus:l,positions:d},n,t),cap:Ln(o.oppsCap,r.length,
n,c,t),codeOf:i}}function Bn(o,e,n){let t=new Map;return o.forEach((r,i)=>{let s=e[i],a=s===0?void 0:n(s-1);a!==void 0&&t.set(r,a)}),t}function Ze(o,e,n){if(o===
null)return;let{indicators:t,kinds:r}=o,i=n.integers(r.indicator,"opps.kinds.indicator",{below:t.length}),s=n.list(r.rate,"opps.kinds.rate",i.length);n.whole(s.
map(c=>c??0),"opps.kinds.rate");let a=Array.from(i,c=>t[c].state),u=i.length+1,d=n.integers(o.kindOf,"opps.kindOf",{length:e.length,below:u});return{states:a,rates:{
at:c=>{let f=s[c]??null;return f===null?null:f}},byCode:Bn(e,d,c=>c)}}function He(o,e,n){if(o===null)return;let{kinds:t}=o,r=n.list(t,"asc.kinds").length+1,i=n.
integers(o.kindOf,"asc.kindOf",{length:e.length,below:r}),s=n.integers(o.rates,"asc.rates"),a=0,u=new Set,d=new Map;e.forEach((c,f)=>{let p=t[i[f]-1];p!==void 0&&
(p.addendum==="EE"?u.add(c):k(p.state)?(d.set(c,{state:p.state,rate:s[a]}),a+=1):d.set(c,{state:p.state,rate:null}))}),n.holds(a===s.length,`asc.rates has ${s.length}\
 entries instead of ${a}`);let l=c=>o.addenda.includes(c)?o:void 0;return{surgical:l("AA"),ancillary:l("BB"),byCode:d,excluded:u}}function je(o,e){return e.some(({from:n,to:t})=>n<=o&&o<=t)}function Dn({localities:o}){if(o===null)return[];let{keys:e,names:n,states:t}=o;return e.map((r,i)=>({
key:r,name:n[i]??"",state:t[i]??null}))}var X=class{list;known;constructor(e){this.list=e}has(e){return this.known??=new Set(this.list),this.known.has(e)}},I=class{release;title;window;inForce;replacedBy;coverage;caveats;files;codes;tracks;places;answers;pfs;constructor(e,n,t){
this.release=e.release,this.title=e.title,this.window=e.window,this.inForce=e.inForce,this.replacedBy=e.replacedBy,this.coverage=e.coverage,this.caveats=e.caveats,
this.files=e.files;let r=new R(t);this.codes=Ue(e.codes,r);let i=new X(this.codes),s=Ge(e.localities,r),a=ze(e.pfs,this.codes,s,r);this.pfs=a;let[u,d]=[Ze(e.opps,
this.codes,r),He(e.asc,this.codes,r)],l=[e.pfs?.track??null,e.pfs?.qualifying?.track??null];this.tracks=l.filter(c=>c!==null),this.places=new M(Dn(e),n,c=>e.parts.
includes(c)),this.answers=new L({release:e.release,books:{pfs:a,opps:u,asc:d},pfs:a,tracks:l,reasons:e.reasons,knows:c=>i.has(c),gpcis:s})}get localities(){return this.
places.localities}rate(e){let n=this.asked(e);return"kind"in n?n:n.payee==="physician"?this.answers.physician(n):this.answers.facility(n)}siteOfService(e,n){let t={
code:e,locality:"national",track:n},r=this.rate({...t,setting:"office"});if(r.kind==="reason"&&(r.reason==="unknown-code"||r.reason==="no-such-track"))return r;
let i=f=>({rate:this.rate({...t,setting:f,payee:"facility"}),facility:this.rate({...t,setting:f,payee:"physician"}),total:this.rate({...t,setting:f,payee:"total"})}),
[{rate:s,...a},{rate:u,...d}]=[i("hopd"),i("asc")],{release:l}=this,c={office:{nonFacility:r},hopd:{oppsRate:s,...a},asc:{ascRate:u,...d}};return{kind:"sites",release:l,
code:e,...c}}limitingCharge(e){let n=this.asked(e);return"kind"in n?n:this.answers.limit(n)}*all(e){for(let n of this.codes)yield this.rate({...e,code:n})}*rows(e){
let{pfs:n}=this;if(e!==void 0&&K(e),n!==void 0)for(let[t,r]of n.codeOf.entries())e!==void 0&&r!==e||(yield{code:r,modifier:n.rvu.columns.modifier.at(t),state:n.
rvu.states[t]??"unknown"})}placeOfZip(e){return this.places.ofZip(e)}placeOfCounty(e){return this.places.ofCounty(e)}asked(e){Be(e);let{code:n,modifier:t,setting:r,
payee:i="physician",track:s,locality:a}=e,u=s!==void 0&&s!==this.tracks[0],d=this.numberOf(a),l={code:n,modifier:t,setting:r,payee:i,place:d,locality:a??null,isQualifying:u},
c=this.refusal(e,u);return c!==void 0?this.answers.none(l,c):d<0?this.located(e,l):l}numberOf(e){return e==="national"?0:(e===void 0?void 0:this.places.numbers.
get(e))??-1}refusal({code:e,on:n,track:t},r){let i=n===void 0?void 0:this.outside(n);if(i!==void 0)return i;if(r&&t!==this.tracks[1])return"no-such-track";if(!this.
answers.isKnown(e))return K(e),"unknown-code"}outside(e){return je(e,[this.window])?je(e,this.inForce)?void 0:"not-in-force":"outside-window"}located({locality:e,
zip:n,county:t},r){if(e!==void 0){let s=this.localities.length===0?"source-missing":"unknown-locality";return this.answers.none({...r,locality:null},s)}let i=n===
void 0?this.placeOfCounty(t):this.placeOfZip(n);return i.kind==="reason"?this.answers.none(r,i.reason,i.text):{...r,locality:i.key,place:this.places.numbers.get(
i.key)}}};function Mn(o,e){let n=({window:t,release:r})=>`${t.from} ${r}`;return n(o)<n(e)?-1:1}var U=class{releases;constructor(e){this.releases=e.toSorted(Mn)}on(e){return J(
e),this.releases.find(({inForce:n})=>n.some(({from:t,to:r})=>t<=e&&e<=r))}rate(e){return this.on(e.on)?.rate(e)??this.noRelease(e)}history(e){return this.releases.
map(n=>({release:n.release,window:n.window,inForce:n.inForce,answer:n.rate({...e,on:void 0})}))}noRelease({code:e,setting:n,payee:t="physician"}){let r="no-rele\
ase-on-day",i=x[r];return{kind:"reason",value:null,reason:r,text:i,release:null,code:e,setting:n,payee:t,locality:null}}};async function Ve(o,e,n,{release:t,parts:r}){if(e===void 0||e===!1||e===!0&&!r.includes(n))return;let i=typeof o=="string"||o instanceof URL;if(e===!0&&!i){let l=`\
the release was opened from an object, so ${n}.json has no address: give it, or the document`;throw new m("part-not-loaded",l)}let s=e===!0?ee(Q(o,"reader"),n):
e,{json:a,where:u}=await z(s,n),d=G(a,`ratebook/${n}`,u);if(d.release===t)return d;throw new m("other-release",`${u} is of release ${d.release}, and ${t} was op\
ened`)}async function _n(o,e={}){let{json:n,where:t}=await z(o,"reader"),r=G(n,"ratebook/reader",t),i=await Ve(o,e.zips,"reader-zips",r),s=await Ve(o,e.counties,
"reader-counties",r);return new I(r,{zips:i,counties:s},t)}async function ko(o,e={}){let n=t=>t instanceof I?t:_n(t,e);return new U(await Promise.all(o.map(n)))}export{m as ReaderError,_n as openRelease,ko as openReleases};
