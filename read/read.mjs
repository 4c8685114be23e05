// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0
var v="3.0.0";var m=class extends Error{code;constructor(e,n){super(n),this.name="ReaderError",this.code=e}};function O(o){return Number(o.split(".")[0])}function H(o,e,n){let t=o,r=typeof t?.schema=="string"&&typeof t.schemaVersion=="string";if(!r||t.schema!==e||typeof t.
release!="string"){let s=r?`is ${t.schema}`:"is no document of ratebook";throw new m("foreign-document",`${n} ${s}, and ${e} was expected`)}let i=String(t.schemaVersion);
if(O(i)!==O(v)){let[s,a]=O(i)>O(v)?["newer","update ratebook"]:["older","build the release again, or use an earlier ratebook"],u=`${n} has shapes ${i}, ${s} tha\
n ${v}, which this reader reads: ${a}`;throw new m("other-shapes",u)}return o}var S=class{where;constructor(e){this.where=e}damaged(e){return new m("damaged-doc\
ument",`${this.where} is damaged: ${e}`)}holds(e,n){if(!e)throw this.damaged(n)}list(e,n,t){if(this.holds(Array.isArray(e),`${n} is not a list`),t!==void 0&&e.length!==
t)throw this.damaged(`${n} has ${e.length} entries instead of ${t}`);return e}whole(e,n,t){let r=this.list(e,n,t),i=r.findIndex(s=>!Number.isSafeInteger(s)||s<0);
if(i>=0)throw this.damaged(`${n} has ${r[i]} as entry ${i}`);return r}integers(e,n,{length:t,below:r=2**31}={}){let i=this.list(e,n,t),s=new Int32Array(i.length);
for(let a=0;a<s.length;a+=1){let u=i[a];if(!Number.isInteger(u)||u<0||u>=r)throw this.damaged(`${n} has ${u} as entry ${a}`);s[a]=u}return s}};function Ye(){let{process:o}=globalThis;return o?.getBuiltinModule?.("node:fs")}function j(o,e){let n=String(o);return n.endsWith(".json")?n:`${n.replace(/\/+$/,
"")}/${e}.json`}function ie(o,e){return o.replace(/[^/]*$/,`${e}.json`)}function Ke(o,e){try{return{json:JSON.parse(o),where:e}}catch(n){let t=`${e} is not JSON\
, or it was cut: ${n.message}`;throw new m("not-json",t)}}async function Je(o){let e=await fetch(o).catch(n=>{throw new m("not-found",`${o} could not be loaded:\
 ${n.message}`)});if(!e.ok)throw new m("not-found",`${o} could not be loaded: status ${e.status}`);return e.text()}function Xe(o,e){try{return o.readFileSync(e.
startsWith("file:")?new URL(e):e,"utf8")}catch(n){throw new m("not-found",`${e} could not be read: ${n.message}`)}}async function W(o,e){if(typeof o!="string"&&
!(o instanceof URL))return{json:o,where:`the ${e} document`};let n=j(o,e),t=/^https?:/.test(n)?void 0:Ye();return Ke(t===void 0?await Je(n):Xe(t,n),n)}function C({byModifier:o},e,n){return o.get(n)?.get(e)}function V(o,e){let n=String(o).padStart(e+1,"0");return e===0?n:`${n.slice(0,-e)}.${n.slice(-e)}`}function se(o,e,n){let t=V(o,e),r=t.length-(e-n),i=t.length;for(;i>
r&&t.charCodeAt(i-1)===48;)i-=1;return t.slice(0,t.charCodeAt(i-1)===46?i-1:i)}var A={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};function N(o){return o*10**(A.fine-A.cents)}function ae(...o){let e=0;for(let n of o)e+=n;return e}function q(o){return V(o,A.cents)}function ue(o){return se(o,A.fine,2)}function ce(o,e,n){let t=r=>BigInt(o[r])*BigInt(e[r]);return(t("work")+t("pe")+t("mp"))*BigInt(n)}var nn=10925n,de=13,le=10n**BigInt(de-2);function tn(o,e){let n=o.toString().padStart(e+1,"0"),t=n.slice(-e).replace(/0+$/,"");return`${n.slice(0,-e)}.${t.padEnd(
2,"0")}`}function fe(o,e,n){let t=ce(o,e,n)*nn;return{cents:Number((t+le/2n)/le),unrounded:tn(t,de)}}function pe({national:o},e,n,t){let[r,i]=[o.at(n,t),e?.national.at(n,t)];return r!==void 0&&i!==void 0&&i<r}var ye=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
me=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],F={id:"pfs.nat\
ional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the \
cent once, at the end",cites:ye},T={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x\
 MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:ye},st={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imaging;\
 nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded half\
 up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...me,{title:"CMS's OPPSCAP files of 2009A, 201\
3A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},he={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:me},ge={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var we="contractor-priced",E="priced";var on={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function Y(o,e){return on[o]?.[e]}function Ce({modifier:o,pctcIndicator:e,state:n},t){return o==="TC"&&t!=="office"?"technical-component-on\
ly":Y(e,t)??(n===E?void 0:n)}var be={id:"site.facility-plus-physician",title:"Total payment in a facility: the facility's payment and the physician's",formula:"facility payment + physician'\
s fee schedule amount at the facility rate",cites:[{title:"42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers"},
{title:"42 CFR 419.2, 416.164: facility payments do not include physicians' services"}]};var rn="no-rate-printed",sn="rate-rounds-to-zero";function Re(o){return o===rn||o===sn}function k(o){return o.startsWith("rated")}var an="1",un="6";function cn(o,e,n){let{columns:t}=o;return n===void 0?C(o,e,"TC")!==void 0?{office:"no-global-row",facility:"no-professional-row"}:void 0:{office:t.
pctcIndicator.at(n)===un?n:"no-global-row",facility:n}}function Se({rvu:o,national:e},n){let[t,r]=["","26"].map(u=>C(o,n,u));if(t===void 0)return cn(o,n,r);let i=o.
columns.pctcIndicator.at(t)===an;if(r===void 0)return{office:t,facility:i?"no-professional-row":t};let s=!e.has(t)&&e.has(r);return{office:s&&o.states[t]!==we?r:
t,facility:i||s?r:t}}var $={office:"nonFacility",hopd:"facility",asc:"facility"},ln={modifier:"",na:!1,reason:"source-missing"},dn={modifier:"",na:!1,reason:"not-in-fee-schedule"};function fn({
rvu:o,national:e},n,t){let{columns:r,states:i}=o,s=(t==="office"?r.nonFacilityNa:r.facilityNa).at(n),a=r.modifier.at(n),u=Y(r.pctcIndicator.at(n),t);return u!==
void 0?{modifier:a,na:s,reason:u,decidedBy:"pctcIndicator"}:e.has(n)?{modifier:a,na:s,row:n}:{modifier:a,na:s,reason:i[n]??"unknown",decidedBy:"status"}}function K(o,e){
if(o===void 0)return()=>ln;let n=Se(o,e);return n===void 0?()=>dn:t=>{let r=t==="office"?n.office:n.facility;return typeof r!="string"?fn(o,r,t):{modifier:"",na:!1,
reason:r,decidedBy:"pctcIndicator"}}}function Ae(o,e){return o.amount===void 0?{reason:`facility-${o.reason}`}:e.amount===void 0?{reason:`physician-${e.reason}`}:{amount:ae(o.amount,e.amount)}}function ke(o,e,n){
return{reason:o,decidedBy:Re(o)?n:e}}function xe({opps:o},e){if(o===void 0)return{facility:{reason:"source-missing"},conditional:!1};let n=o.byCode.get(e);if(n===
void 0)return{facility:{reason:"not-in-addendum-b"},conditional:!1};let t=o.states[n]??"unknown",r=o.rates.at(n);return r===null||!k(t)?{facility:ke(t,"statusIn\
dicator","oppsRate"),conditional:!1}:{facility:{amount:r},conditional:t==="rated-unless-packaged"}}function pn({surgical:o,ancillary:e,excluded:n},t){return n.has(
t)?{reason:"excluded-from-asc"}:{reason:o===void 0||e===void 0?"source-missing":"not-on-asc-list"}}function Ie({asc:o},e){if(o===void 0)return{reason:"source-mi\
ssing"};let n=o.byCode.get(e);if(n===void 0)return pn(o,e);let{rate:t,state:r}=n;return t===null||!k(r)?ke(r,"paymentIndicator","ascRate"):{amount:N(t)}}var x={"ambiguous-county":"the county, or another of that name, is in several localities","ambiguous-zip":"CMS's ZIP5 file does not decide between several local\
ities","different-places":"the facility's rate is national, and the physician's fee is of one locality","no-release-on-day":"the release that is in force on the\
 day is not among those that were opened","no-row-with-modifier":"the fee schedule has no row of the code with the modifier","no-such-track":"the release has no\
 amounts of the track","not-in-force":"another release replaces this one on the day, or its amounts do not apply to it","outside-window":"the day is not one of \
the release's days of service","unknown-code":"no file of the release has the code","unknown-county":"no such county is known, or CMS's county file does not hav\
e it","unknown-locality":"the release has no such locality","unknown-zip":"CMS's ZIP5 file does not have the ZIP code"},yn=/^(?:facility|physician)-(?=.)/;function L(o,e){
let n=o.replace(yn,"");return x[n]??e[n]??n.replaceAll("-"," ")}function B(o){return{cents:o,value:q(o)}}var D=class{release;books;pfs;tracks;reasons;knows;gpcis;constructor(e){this.release=e.release,this.books=e.books,this.
pfs=e.pfs,this.tracks=e.tracks,this.reasons=e.reasons,this.knows=e.knows,this.gpcis=e.gpcis}isKnown(e){return this.knows(e)}none({code:e,setting:n,payee:t,locality:r},i,s){
return{kind:"reason",value:null,reason:i,text:s??L(i,this.reasons),release:this.release,code:e,setting:n,payee:t,locality:r}}physician(e){let{pfs:n}=this,t=this.
paying(e);if(t.row===void 0||n===void 0)return this.none(e,t.reason??"unknown");let r=e.isQualifying?n.qualifying:n.fees,i=$[e.setting],s=r?.cents(t.row,i,e.place);
if(s===void 0)return this.none(e,"not-in-qpp-file");let a=e.isQualifying?void 0:n.cap.cents(t.row,i,e.place);return a!==void 0?this.capped(e,t,s,a):{kind:"amoun\
t",cents:s,value:q(s),rule:e.place===0?F:T,track:this.tracks[e.isQualifying?1:0]??null,modifier:t.modifier,na:t.na,by:"fee-schedule",release:this.release,code:e.
code,setting:e.setting,payee:"physician",locality:e.locality}}facility(e){let{code:n,setting:t,payee:r}=e,{facility:i,conditional:s}=t==="hopd"?xe(this.books,n):
{facility:Ie(this.books,n),conditional:!1},a={...e,locality:"national",place:0};if(r==="facility")return this.facilityAnswer(a,i,s);if(e.place!==0)return this.none(
e,"different-places");let u=this.physician({...e,payee:"physician"}),d=u.kind==="reason"?{reason:u.reason}:{amount:N(u.cents)};return this.facilityAnswer(a,Ae(i,
d),s)}limit(e){let n=this.physician(e),{pfs:t}=this,r=this.paying(e);if(n.kind==="reason")return n;if(r.row===void 0||t===void 0)return this.none(e,r.reason??"u\
nknown");let i=e.isQualifying?t.qualifying??t.fees:t.fees,s=n.by==="opps-cap"?t.cap:i,{work:a,pe:u,mp:d}=this.gpcis,[l,c]=[e.place,$[e.setting]],f={work:a[l],pe:u[l],
mp:d[l]},{cents:p,unrounded:y}=fe(s.rvusOf(r.row,c),f,s.factor),{release:Z}=this;return{kind:"amount",release:Z,code:e.code,...B(p),unrounded:y,rule:ge}}capped(e,n,t,r){
let i=this.pfs,s=$[e.setting],a=pe(i,i.cap,n.row,s);return{kind:"amount",...B(a?r:t),rule:he,track:this.tracks[0]??null,modifier:n.modifier,na:n.na,by:a?"opps-c\
ap":"fee-schedule",feeSchedule:B(t),oppsCap:B(r),release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}facilityAnswer(e,n,t){
if(n.amount===void 0)return this.none(e,n.reason);let{code:r,setting:i,payee:s,locality:a}=e,u=n.amount;return{kind:"amount",value:ue(n.amount),cents:u%100===0?
u/100:null,tenThousandths:u,rule:s==="total"?be:null,conditional:t,release:this.release,code:r,setting:i,payee:s,locality:a}}paying({code:e,modifier:n,setting:t}){
let{pfs:r}=this;if(n===void 0||r===void 0)return K(r,e)(t);let{columns:i,states:s}=r.rvu,a=C(r.rvu,e,n);if(a===void 0){let c=K(r,e)(t);return c.reason!=="not-in\
-fee-schedule"?{modifier:n,na:!1,reason:"no-row-with-modifier"}:c}let u=(t==="office"?i.nonFacilityNa:i.facilityNa).at(a),d={modifier:n,pctcIndicator:i.pctcIndicator.
at(a),state:s[a]??"unknown"},l=Ce(d,t);return l===void 0?{modifier:n,na:u,row:a}:{modifier:n,na:u,reason:l}}};function ve(o){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(o.trim())?.groups?.five}function Oe(o){return new Set(o.map(({locality:n})=>n)).size>1?"several loca\
lities have it":o.some(({plusFour:n})=>n===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function g(o){return o.normalize("NFD").toUpperCase().replace(/\bSAINT\b/g,"ST").replace(/[^A-Z0-9]/g,"")}var Ne=/\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i,
mn=510;function J({name:o,state:e,isCity:n}){return`${o}${n?" City":""}, ${e}`}var M=class{data;states=new Map;known=new Map;constructor(e){this.data=e}stateNamed(e){
if(!this.states.has(e)){let n=g(e),t=this.data.names.states.find(({name:i})=>g(i)===n)?.state??n,r=this.data.states.find(({state:i,name:s})=>i===t||g(s)===n);this.
states.set(e,r)}return this.states.get(e)}countiesOf({state:e,counties:n}){let t=this.known.get(e)??Object.entries(n).map(([r,i])=>({code:r,name:i,state:e,isCity:Number(
r.slice(2))>=mn,letters:g(i)}));return this.known.set(e,t),t}countyOfCode(e){let n=this.data.states.find(({fips:t})=>e.startsWith(t));return n&&this.countiesOf(
n).find(t=>t.code===e)}countiesNamed(e,n){let t=n.trim(),r=this.byBareName(e,t),i=Ne.exec(t);if(r.length>0||i===null)return r;let s=i.groups?.city!==void 0;return this.
byBareName(e,t.slice(0,i.index)).filter(a=>a.isCity===s)}countyOfCms(e,n){let{misprints:t}=this.data.names,r=t.find(u=>u.state===e.state&&u.printed===n);if(r!==
void 0)return this.countiesOf(e).find(({code:u})=>u===r.county);let i=this.countiesNamed(e,n),[s,a]=i.length>1?i.filter(({isCity:u})=>!u):i;return a===void 0?s:
void 0}cityNamed(e,n){let t=[n.trim(),n.trim().replace(Ne,"")].map(g),r=this.data.names.cities.find(i=>i.state===e.state&&t.includes(g(i.name)));return r&&{city:r,
counties:this.countiesOf(e).filter(({code:i})=>r.counties.includes(i))}}byBareName(e,n){let t=g(n),r=this.data.names.names.find(i=>i.state===e.state&&g(i.name)===
t);return this.countiesOf(e).filter(i=>i.letters===t||r?.counties.includes(i.code)===!0)}};function Fe(o,{state:e}){return(e??"").split("/").flatMap(n=>o.stateNamed(n)??[])}function hn(o,e){let n=Fe(o,e).flatMap(i=>[{state:i,names:e.coverage==="listed"?
e.counties:[],isListed:!0},{state:i,names:e.except??[],isListed:!1}]),t=(e.elsewhere??[]).map(({state:i,counties:s})=>({state:o.stateNamed(i),names:s,isListed:!0})),
r=[...n,...t].flatMap(({names:i,...s})=>i.map(a=>({...s,printed:a})));return r.map((i,s)=>{let a=e.cutShort===!0&&s===r.length-1,u=i.state&&!a?o.countyOfCms(i.state,
i.printed):void 0;return{...i,county:u}})}function gn(o,e,n,t){if(e.coverage==="listed")return[];let r=new Set(n.map(({county:i})=>i?.code));return o.flatMap(({
counties:i})=>Object.keys(i)).filter(i=>!r.has(i)&&(e.coverage==="all"||!t.has(i)))}function Te(o,e){let n=e.map(d=>({row:d,names:hn(o,d)})),r=n.flatMap(({row:d,
names:l})=>l.filter(({isListed:c})=>c).map(c=>({row:d,...c}))).flatMap(({row:d,county:l})=>l===void 0?[]:[{row:d,code:l.code}]),i=new Set(r.map(({code:d})=>d)),
s=n.flatMap(({row:d,names:l})=>gn(Fe(o,d),d,l,i).map(c=>({row:d,code:c}))),a=new Map;for(let{row:d,code:l}of[...r,...s])a.set(l,[...a.get(l)??[],d]);let u=n.flatMap(
({row:d,names:l})=>l.flatMap(({state:c,printed:f,county:p})=>p===void 0?[{state:c,printed:f,row:d}]:[]));return{rows:a,unknown:u}}var h=class extends Error{code;cure;rows;constructor(e,n,t,r=[]){super(n),this.code=e,this.cure=t,this.rows=r}};function X({locality:o,area:e}){return`${o} ${e.
trim()}`}function ee(o){return`${J(o)} (FIPS ${o.code})`}function Ee(o,e,n){let t=`"${o}" could be in ${[...new Set(e.map(X))].join(" or in ")}: ${n}`;return new h(
"county.ambiguous",t,"Name the locality with --locality, or give --zip",e)}function wn({known:o},e){let[,n="",t=""]=/^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(e)??[];if(n===
"")throw new h("county.invalid",`"${e}" has no state`,'Write it as "Marin, CA"');let r=o.stateNamed(t);if(r!==void 0)return{name:n,state:r};let i='Write two let\
ters or the name: "Marin, CA", "Marin, California"';throw new h("county.invalid",`"${t}" is not a state or territory`,i)}function Cn({known:o,areas:{rows:e},zipRow:n},t,r){
let i=o.cityNamed(t,r);if(i===void 0)return;let s=i.counties.map(c=>({county:c,row:e.get(c.code)?.[0]})),a=s.map(({county:c,row:f})=>[J(c),...f===void 0?[]:[`(${X(
f)})`]].join(" ")),{zip:u}=i.city,d=u===void 0?void 0:n(u),l=u!==void 0&&d?.row!==void 0&&d.locality===s[0]?.row?.locality;return{message:`it is a city or borou\
gh in ${a.join("; ")}`,cure:`Ask with --county "${i.counties[0]?.name}, ${t.state}" for an address there, or with --zip${l?`: ${u} is in that locality by row ${d.
row} of CMS's ZIP5 file`:" and the ZIP code of the address"}`}}function bn({known:o,areas:e},n,t){let r=a=>` ${a.toUpperCase().replace(/[^A-Z0-9]+/g," ")} `,s=o.
countiesOf(n).flatMap(({code:a})=>e.rows.get(a)??[]).find(({coverage:a,area:u})=>a==="listed"&&r(u).includes(r(t)));if(s!==void 0)return{message:`CMS's locality\
 of that name, ${X(s)}, lists ${s.counties.join(", ")}`,cure:"Name the county, or give --zip"}}function Rn(o,e,n){let t=o.known.countiesOf(e).map(a=>a.name),r=Cn(
o,e,n)??bn(o,e,n),i=r===void 0?o.didYouMean(n,t):`: ${r.message}`,s=`"${n}" is not a county of ${e.name}${i}`;return new h("county.unknown",s,r?.cure??"Name the\
 county, or give --zip")}function Sn({known:o,areas:e},n,t,r){let i=o.cityNamed(n,t);if(i===void 0||/\s(county|cnty|co\.?)$/i.test(t)||i.counties.some(({code:l})=>r.
some(c=>c.code===l)))return;let s=i.counties.map(l=>`${l.name} County`).join(", "),a=`"${t}, ${n.state}" is a county, and a city in ${s}`,u=`Write --county "${t}\
 County, ${n.state}" or --county "${i.counties[0]?.name}, ${n.state}", or give --zip`,d=[...r,...i.counties].flatMap(({code:l})=>e.rows.get(l)??[]);throw new h(
"county.ambiguous",a,u,d)}function Pn({unknown:o},e,n){if(n.every(({coverage:s})=>s==="listed"))return;let t=o.filter(({state:s})=>s===void 0||s.state===e.state);
if(t.length===0)return;let r=[...t.map(({row:s})=>s),...n],i=t.map(({printed:s})=>`"${s}"`).join(", ");throw Ee(ee(e),r,`CMS's county file prints ${i}, which is\
 cut short or is not a county`)}function An(o,e){return e.flatMap(n=>{let t=o.rows.get(n.code)??[];return Pn(o,n,t),t.map(r=>({row:r,county:ee(n)}))})}function $e(o,e){
let{name:n,state:t}=wn(o,e),r={...o,areas:Te(o.known,o.file)},i=o.known.countiesNamed(t,n);if(i.length===0)throw Rn(r,t,n);Sn(r,t,n,i);let s=An(r.areas,i),[a]=s;
if(a===void 0){let l=`no row of the county file has ${i.map(ee).join(" or ")}`;throw new h("county.no-row",l,"Give --zip, or name the locality with --locality")}
let u=s.map(({row:l})=>l);if(new Set(u.map(({locality:l})=>l)).size>1)throw Ee(e,u,"CMS's county file lists it in each");return a}var _=class{quarter;kinds;kindOf=new Uint16Array(1e5);constructor({quarter:e,runs:n,kinds:t,kindOf:r},i){this.quarter=e,this.kinds=i.list(t,"kinds");let s=i.integers(
r,"kindOf"),a=i.integers(n,"runs"),u=[];for(let c=0;c+1<s.length;c+=2){let[f,p]=[s[c],s[c+1]];i.holds(f<t.length&&u.length+p<=1e5,"kindOf");for(let y=0;y<p;y+=1)
u.push(f+1)}i.holds(a.reduce((c,f)=>c+f,0)===1e5,"runs");let d=0,l=0;a.forEach((c,f)=>{if(f%2===1)for(let p=0;p<c;p+=1)this.kindOf[d+p]=u[l+p]??0;l+=f%2===1?c:0,
d+=c}),i.holds(l===u.length,"kindOf")}rowsOf(e){return this.kinds[(this.kindOf[Number(e)]??0)-1]}};var kn={"county.ambiguous":"ambiguous-county","county.invalid":"unknown-county","county.unknown":"unknown-county","county.no-row":"unknown-county"},U=class{localities;numbers;parts;has;zips;catalogue;constructor(e,n,t){
this.localities=e,this.numbers=new Map(e.map(({key:r},i)=>[r,i+1])),this.parts=n,this.has=t}ofZip(e){let n=this.withoutPart("zips",this.parts.zips);if(n!==void 0)
return n;let t=ve(e);if(t===void 0)return this.none("unknown-zip",`"${e}" is not a ZIP code; write five digits, or nine`);let r=this.zipRows(t);if(r.length===0)
return this.none("unknown-zip");let i=Oe(r),s=r.map(({locality:u})=>u);if(i===void 0)return this.found(s[0],`ZIP ${t}, by CMS's ZIP5 file of ${this.quarter}`);let a=r.
some(u=>u.plusFour===!0);return{...this.none("ambiguous-zip",`${t}: ${i}`),among:this.named(s),plusFour:a}}ofCounty(e){let{counties:n}=this.parts,t=this.withoutPart(
"counties",n);if(t!==void 0||n===void 0)return t??this.none("source-missing");this.catalogue??=new M(n);let r=n.areas.map(s=>({...s,twoCarriers:!1})),i=s=>this.
parts.zips===void 0?void 0:this.zipRows(s)[0];try{let{row:s,county:a}=$e({known:this.catalogue,file:r,zipRow:i,didYouMean:()=>""},e);return this.found(s.locality,
`${a}, by row ${s.row} of CMS's county file`)}catch(s){if(!(s instanceof h))throw s;let a=this.named(s.rows.map(({locality:u})=>u));return{...this.none(kn[s.code],
s.message),among:a}}}get quarter(){return this.zips?.quarter??""}zipRows(e){let n=this.parts.zips;return this.zips??=new _(n,new S("reader-zips.json")),this.zips.
rowsOf(e)??[]}named(e){return[...new Set(e)].map(t=>this.localities.find(r=>r.key===t)??{key:t,name:"",state:null})}found(e,n){let t=this.localities.find(r=>r.key===
e);return t===void 0?{...this.none("unknown-locality"),among:this.named([e])}:{kind:"locality",...t,foundBy:n}}none(e,n){let t=e==="source-missing"?"the release\
 was built without CMS's file for it":x[e];return{kind:"reason",reason:e,text:n??t,among:[],plusFour:!1}}withoutPart(e,n){if(n!==void 0)return;if(!this.has(`rea\
der-${e}`))return this.none("source-missing");let t=`reader-${e}.json is not loaded: open the release with { ${e}: true }`;throw new m("part-not-loaded",t)}};var xn=[31,28,31,30,31,30,31,31,30,31,30,31];function In(o,e){let n=o%4===0&&(o%100!==0||o%400===0);return(xn[e-1]??0)+(e===2&&n?1:0)}function vn(o){let[,e=0,n=0,
t=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(o)??[]).map(Number);return[e,n,t]}function Le(o){let[e,n,t]=vn(o);return 1<=t&&t<=In(e,n)}var Be=["office","hopd","asc"];var De=/^[0-9A-Z]{5}$/;function w(o){return new m("malformed-question",o)}function ne(o){if(!(typeof o=="string"&&De.test(o)))throw w(`code is ${JSON.stringify(o)}; write five charact\
ers, digits and capitals: "22511"`)}function te(o){if(!(typeof o=="string"&&Le(o)))throw w(`on is ${JSON.stringify(o)}; write a day as year-month-day: "2026-02-\
14"`)}function P(o){return typeof o=="string"}function On({locality:o,zip:e,county:n}){return P(o)?e===void 0&&n===void 0:o!==void 0?!1:P(e)?n===void 0:e===void 0&&
P(n)}function Nn({setting:o,payee:e,modifier:n}){return e==="physician"?n===void 0||P(n):o==="office"?e===void 0&&(n===void 0||P(n)):(e==="facility"||e==="total")&&
n===void 0}function Fn({setting:o,payee:e,modifier:n}){return o!=="office"&&e===void 0?w(`at ${o} two are paid: write payee "physician", "facility", or "total" \
for both together`):n!==void 0&&(e==="facility"||e==="total")?w(`a facility's rate has no modifier: ask for the physician's with payee "physician"`):n!==void 0&&
!P(n)?w(`modifier is ${JSON.stringify(n)}; write "26"`):w(`payee is ${JSON.stringify(e)}, who is not paid at ${o}`)}function Me(o){let{setting:e,on:n}=o;if(n!==
void 0&&te(n),!Be.includes(e))throw w(`setting is ${JSON.stringify(e)}; write "office", "hopd" or "asc"`);if(!Nn(o))throw Fn(o);if(!On(o))throw w('name one plac\
e: locality "national" or its key "0111205", or a zip, or a county')}var G=class{code;modifier;state;source;constructor(e,n){this.code=e.code,this.modifier=e.modifier,this.state=e.state,this.source=n}get rvus(){let{row:e,fees:n}=this.
source;if(!n.has(e))return;let{work:t,pe:r,mp:i}=n.rvusOf(e,"nonFacility");return{work:t,nonFacilityPe:r,facilityPe:n.rvusOf(e,"facility").pe,mp:i}}cents(e,n,t){
let{row:r,fees:i,numbers:s}=this.source,a=n==="national"?0:s.get(n);return a===void 0?void 0:i.cents(r,e,a,t)}rule(e){return e==="national"?F:T}inLocalities(e){
let{row:n,fees:t,numbers:r}=this.source;return t.has(n)?Int32Array.from({length:r.size},(i,s)=>t.cents(n,e,s+1)):new Int32Array(0)}};function b(o){let e=0;for(let n of o)n>e&&(e=n);return e}function _e(o,e,n){let t=BigInt(Math.max(b(o.nonFacilityPe),b(o.facilityPe))),r=BigInt(b(o.work))*BigInt(
b(e.work)),i=BigInt(b(o.mp))*BigInt(b(e.mp));return(r+t*BigInt(b(e.pe))+i)*BigInt(n)+BigInt(5e6)}function Ue(o,e,n,t,r,i,s){return Math.floor(((o*t+n*i+e*r)*s+5e6)/
1e7)}function Ge(o,e,n){let t=e.work.length,r=(s,a,u)=>{let d=BigInt(o.work[s]??0)*BigInt(e.work[a]??0),l=BigInt(u[s]??0)*BigInt(e.pe[a]??0),c=BigInt(o.mp[s]??0)*BigInt(
e.mp[a]??0),f=((d+l+c)*BigInt(n)+BigInt(5e6))/BigInt(1e7);if(f>BigInt(2147483647))throw new RangeError(`an amount of ${f} cents is not possible`);return Number(
f)},i=s=>Int32Array.from({length:o.work.length*t},(a,u)=>r(Math.floor(u/t),u%t,s));return{nonFacility:i(o.nonFacilityPe),facility:i(o.facilityPe)}}var ro={work:Int32Array.of(1e3),pe:Int32Array.of(1e3),mp:Int32Array.of(1e3)};function Q(o,e,n,t){let r=n.integers(o.nonFacilityPe,`${e}.nonFacilityPe`,{length:t}),s=n.list(o.facilityPe,`${e}.facilityPe`,t).map((a,u)=>a??r[u]);return{work:n.
integers(o.work,`${e}.work`,{length:t}),nonFacilityPe:r,facilityPe:n.integers(s,`${e}.facilityPe`),mp:n.integers(o.mp,`${e}.mp`,{length:t})}}var R=class{national;factor;rvus;gpcis;positions;largest;constructor(e,n,t,r){
this.rvus=e,this.positions=n,this.gpcis=t,this.factor=r,this.national={has:i=>n[i]>=0,at:(i,s)=>this.cents(i,s,0)}}cents(e,n,t,r=this.factor){let i=this.positions[e];
if(i<0)return;if(!this.fitsAt(r))return this.beyondBound(i,n,t,r);let{work:s,nonFacilityPe:a,facilityPe:u,mp:d}=this.rvus,{work:l,pe:c,mp:f}=this.gpcis;return Ue(
s[i],(n==="nonFacility"?a:u)[i],d[i],l[t],c[t],f[t],r)}has(e){return this.positions[e]>=0}rvusOf(e,n){let t=this.positions[e],{work:r,nonFacilityPe:i,facilityPe:s,
mp:a}=this.rvus,u=n==="nonFacility"?i:s;return{work:r[t],pe:u[t],mp:a[t]}}fitsAt(e){return this.largest??=Number(_e(this.rvus,this.gpcis,1)),this.largest*e<=Number.
MAX_SAFE_INTEGER}beyondBound(e,n,t,r){let i=(Z,re)=>Z.subarray(re,re+1),{work:s,nonFacilityPe:a,facilityPe:u,mp:d}=this.rvus,l={work:i(s,e),nonFacilityPe:i(a,e),
facilityPe:i(u,e),mp:i(d,e)},{work:c,pe:f,mp:p}=this.gpcis,y={work:i(c,t),pe:i(f,t),mp:i(p,t)};return Ge(l,y,r)[n][0]}};function Qe(o,e){e.holds(typeof o=="string","codes is not a text");let n="",t=o.split(" ").map(r=>(n=n.slice(0,n.length-r.length)+r,n));return e.holds(t.every((r,i)=>r.
length===5&&(i===0||t[i-1]<r)),"codes"),t}function ze(o,e){let n=o?.keys.length??0,t=r=>{let i=o===null?[]:e.list(o[r],`localities.${r}`,n);return e.integers([1e3,
...i],`localities.${r}`)};for(let r of["names","states"])o&&e.list(o[r],r,n);return{work:t("work"),pe:t("pe"),mp:t("mp")}}function Tn(o,e,n){n.list(o.kinds,"pfs\
.kinds");let t=n.integers(o.kindOf,"pfs.kindOf",{length:e.length,below:o.kinds.length}),r=[],i=[],s=new Map;for(let a of o.kinds.flat())s.set(a.modifier,new Map);
return e.forEach((a,u)=>{for(let d of o.kinds[t[u]])s.get(d.modifier)?.set(a,r.length),r.push(d),i.push(a)}),{kinds:r,codeOf:i,byModifier:s}}function Ze(o,e){let n=new Int32Array(
e).fill(-1),t=0;for(let r of o)n[r]=t,t+=1;return n}function En(o){let e=0;return Array.from(o,n=>(e+=n,e))}function $n(o,e){let n=t=>Int32Array.from([...o[t],...e[t]]);
return{work:n("work"),nonFacilityPe:n("nonFacilityPe"),facilityPe:n("facilityPe"),mp:n("mp")}}function Ln({missing:o,others:e,factor:n},t,r,i){let s=t.positions.
length,a=t.positions.slice();i.whole([n],"pfs.qualifying.factor");for(let l of i.integers(o,"pfs.qualifying.missing",{below:s}))a[l]=-1;let u=i.integers(e.rows,
"pfs.qualifying.others.rows",{below:s});if(u.length===0)return new R(t.rvus,a,r,n);let d=Q(e,"pfs.qualifying.others",i,u.length);return u.forEach((l,c)=>{a[l]=t.
rvus.work.length+c}),new R($n(t.rvus,d),a,r,n)}function Bn(o,e,n,t,r){let i=En(r.integers(o.rows,"pfs.oppsCap.rows"));r.holds(i.every(a=>a<e),"pfs.oppsCap.rows");
let s=o;return new R(Q(s,"pfs.oppsCap",r,i.length),Ze(i,e),n,t)}function He(o,e,n,t){if(o===null)return;let{kinds:r,codeOf:i,byModifier:s}=Tn(o,e,t),a=r.map(({state:y})=>y),
u=[...a.keys()].filter(y=>a[y]===E),d=Ze(u,r.length),l=Q(o.rvus,"pfs.rvus",t,u.length),[c=0]=t.whole([o.factor],"pfs.factor"),f=new R(l,d,n,c),p=y=>r[y];return{
rvu:{columns:{modifier:{at:y=>p(y).modifier},pctcIndicator:{at:y=>p(y).pctcIndicator},nonFacilityNa:{at:y=>p(y).nonFacilityNa===!0},facilityNa:{at:y=>p(y).facilityNa===
!0}},states:a,byModifier:s},national:f.national,fees:f,qualifying:o.qualifying===null?void 0:Ln(o.qualifying,{rvus:l,positions:d},n,t),cap:Bn(o.oppsCap,r.length,
n,c,t),codeOf:i}}function Dn(o,e,n){let t=new Map;return o.forEach((r,i)=>{let s=e[i],a=s===0?void 0:n(s-1);a!==void 0&&t.set(r,a)}),t}function je(o,e,n){if(o===
null)return;let{indicators:t,kinds:r}=o,i=n.integers(r.indicator,"opps.kinds.indicator",{below:t.length}),s=n.list(r.rate,"opps.kinds.rate",i.length);n.whole(s.
map(c=>c??0),"opps.kinds.rate");let a=Array.from(i,c=>t[c].state),u=i.length+1,d=n.integers(o.kindOf,"opps.kindOf",{length:e.length,below:u});return{states:a,rates:{
at:c=>{let f=s[c]??null;return f===null?null:f}},byCode:Dn(e,d,c=>c)}}function We(o,e,n){if(o===null)return;let{kinds:t}=o,r=n.list(t,"asc.kinds").length+1,i=n.
integers(o.kindOf,"asc.kindOf",{length:e.length,below:r}),s=n.integers(o.rates,"asc.rates"),a=0,u=new Set,d=new Map;e.forEach((c,f)=>{let p=t[i[f]-1];p!==void 0&&
(p.addendum==="EE"?u.add(c):k(p.state)?(d.set(c,{state:p.state,rate:s[a]}),a+=1):d.set(c,{state:p.state,rate:null}))}),n.holds(a===s.length,`asc.rates has ${s.length}\
 entries instead of ${a}`);let l=c=>o.addenda.includes(c)?o:void 0;return{surgical:l("AA"),ancillary:l("BB"),byCode:d,excluded:u}}function Ve(o,e){return e.some(({from:n,to:t})=>n<=o&&o<=t)}function Mn({localities:o}){if(o===null)return[];let{keys:e,names:n,states:t}=o;return e.map((r,i)=>({
key:r,name:n[i]??"",state:t[i]??null}))}var oe=class{list;known;constructor(e){this.list=e}has(e){return this.known??=new Set(this.list),this.known.has(e)}},I=class{release;title;window;inForce;replacedBy;coverage;caveats;files;codes;tracks;factors;reasons;places;answers;pfs;constructor(e,n,t){
this.release=e.release,this.title=e.title,this.window=e.window,this.inForce=e.inForce,this.replacedBy=e.replacedBy,this.coverage=e.coverage,this.caveats=e.caveats,
this.files=e.files;let r=new S(t);this.codes=Qe(e.codes,r);let i=new oe(this.codes),s=ze(e.localities,r),a=He(e.pfs,this.codes,s,r);this.pfs=a;let[u,d]=[je(e.opps,
this.codes,r),We(e.asc,this.codes,r)],l=[e.pfs?.track??null,e.pfs?.qualifying?.track??null];this.tracks=l.filter(c=>c!==null),this.factors=[e.pfs,e.pfs?.qualifying].
flatMap(c=>c?[{track:c.track,factor:c.factor}]:[]),this.reasons=e.reasons,this.places=new U(Mn(e),n,c=>e.parts.includes(c)),this.answers=new D({release:e.release,
books:{pfs:a,opps:u,asc:d},pfs:a,tracks:l,reasons:e.reasons,knows:c=>i.has(c),gpcis:s})}get localities(){return this.places.localities}rate(e){let n=this.asked(
e);return"kind"in n?n:n.payee==="physician"?this.answers.physician(n):this.answers.facility(n)}siteOfService(e,n){let t={code:e,locality:"national",track:n},r=this.
rate({...t,setting:"office"});if(r.kind==="reason"&&(r.reason==="unknown-code"||r.reason==="no-such-track"))return r;let i=f=>({rate:this.rate({...t,setting:f,payee:"\
facility"}),facility:this.rate({...t,setting:f,payee:"physician"}),total:this.rate({...t,setting:f,payee:"total"})}),[{rate:s,...a},{rate:u,...d}]=[i("hopd"),i(
"asc")],{release:l}=this,c={office:{nonFacility:r},hopd:{oppsRate:s,...a},asc:{ascRate:u,...d}};return{kind:"sites",release:l,code:e,...c}}limitingCharge(e){let n=this.
asked(e);return"kind"in n?n:this.answers.limit(n)}*all(e){for(let n of this.codes)yield this.rate({...e,code:n})}*rows(e){let{pfs:n}=this;if(e!==void 0&&ne(e),n!==
void 0)for(let[t,r]of n.codeOf.entries())e!==void 0&&r!==e||(yield{code:r,modifier:n.rvu.columns.modifier.at(t),state:n.rvu.states[t]??"unknown"})}row(e,n){let t=this.
pfs===void 0?void 0:C(this.pfs.rvu,e,n);if(this.pfs===void 0||t===void 0)return;let{rvu:r,fees:i}=this.pfs,{numbers:s}=this.places;return new G({code:e,modifier:n,
state:r.states[t]??"unknown"},{row:t,fees:i,numbers:s})}sentenceOf(e){return L(e,this.reasons)}placeOfZip(e){return this.places.ofZip(e)}placeOfCounty(e){return this.
places.ofCounty(e)}asked(e){Me(e);let{code:n,modifier:t,setting:r,payee:i="physician",track:s,locality:a}=e,u=s!==void 0&&s!==this.tracks[0],d=this.numberOf(a),
l={code:n,modifier:t,setting:r,payee:i,place:d,locality:a??null,isQualifying:u},c=this.refusal(e,u);return c!==void 0?this.answers.none(l,c):d<0?this.located(e,
l):l}numberOf(e){return e==="national"?0:(e===void 0?void 0:this.places.numbers.get(e))??-1}refusal({code:e,on:n,track:t},r){let i=n===void 0?void 0:this.outside(
n);if(i!==void 0)return i;if(r&&t!==this.tracks[1])return"no-such-track";if(!this.answers.isKnown(e))return ne(e),"unknown-code"}outside(e){return Ve(e,[this.window])?
Ve(e,this.inForce)?void 0:"not-in-force":"outside-window"}located({locality:e,zip:n,county:t},r){if(e!==void 0){let s=this.localities.length===0?"source-missing":
"unknown-locality";return this.answers.none({...r,locality:null},s)}let i=n===void 0?this.placeOfCounty(t):this.placeOfZip(n);return i.kind==="reason"?this.answers.
none(r,i.reason,i.text):{...r,locality:i.key,place:this.places.numbers.get(i.key)}}};function _n(o,e){let n=({window:t,release:r})=>`${t.from} ${r}`;return n(o)<n(e)?-1:1}var z=class{releases;constructor(e){this.releases=e.toSorted(_n)}on(e){return te(
e),this.releases.find(({inForce:n})=>n.some(({from:t,to:r})=>t<=e&&e<=r))}rate(e){return this.on(e.on)?.rate(e)??this.noRelease(e)}history(e){return this.releases.
map(n=>({release:n.release,window:n.window,inForce:n.inForce,answer:n.rate({...e,on:void 0})}))}noRelease({code:e,setting:n,payee:t="physician"}){let r="no-rele\
ase-on-day",i=x[r];return{kind:"reason",value:null,reason:r,text:i,release:null,code:e,setting:n,payee:t,locality:null}}};async function qe(o,e,n,{release:t,parts:r}){if(e===void 0||e===!1||e===!0&&!r.includes(n))return;let i=typeof o=="string"||o instanceof URL;if(e===!0&&!i){let l=`\
the release was opened from an object, so ${n}.json has no address: give it, or the document`;throw new m("part-not-loaded",l)}let s=e===!0?ie(j(o,"reader"),n):
e,{json:a,where:u}=await W(s,n),d=H(a,`ratebook/${n}`,u);if(d.release===t)return d;throw new m("other-release",`${u} is of release ${d.release}, and ${t} was op\
ened`)}async function Un(o,e={}){let{json:n,where:t}=await W(o,"reader"),r=H(n,"ratebook/reader",t),i=await qe(o,e.zips,"reader-zips",r),s=await qe(o,e.counties,
"reader-counties",r);return new I(r,{zips:i,counties:s},t)}async function Fo(o,e={}){let n=t=>t instanceof I?t:Un(t,e);return new z(await Promise.all(o.map(n)))}export{m as ReaderError,Un as openRelease,Fo as openReleases};
