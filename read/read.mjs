// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0
var E="3.0.0";var y=class extends Error{code;constructor(e,t){super(t),this.name="ReaderError",this.code=e}};function L(o){return Number(o.split(".")[0])}function Y(o,e,t){let n=o,r=typeof n?.schema=="string"&&typeof n.schemaVersion=="string";if(!r||n.schema!==e||typeof n.
release!="string"){let s=r?`is ${n.schema}`:"is no document of ratebook";throw new y("foreign-document",`${t} ${s}, and ${e} was expected`)}let i=String(n.schemaVersion);
if(L(i)!==L(E)){let[s,a]=L(i)>L(E)?["newer","update ratebook"]:["older","build the release again, or use an earlier ratebook"],c=`${t} has shapes ${i}, ${s} tha\
n ${E}, which this reader reads: ${a}`;throw new y("other-shapes",c)}return o}var P=class{where;constructor(e){this.where=e}damaged(e){return new y("damaged-doc\
ument",`${this.where} is damaged: ${e}`)}holds(e,t){if(!e)throw this.damaged(t)}list(e,t,n){if(this.holds(Array.isArray(e),`${t} is not a list`),n!==void 0&&e.length!==
n)throw this.damaged(`${t} has ${e.length} entries instead of ${n}`);return e}whole(e,t,n){let r=this.list(e,t,n),i=r.findIndex(s=>!Number.isSafeInteger(s)||s<0);
if(i>=0)throw this.damaged(`${t} has ${r[i]} as entry ${i}`);return r}integers(e,t,{length:n,below:r=2**31}={}){let i=this.list(e,t,n),s=new Int32Array(i.length);
for(let a=0;a<s.length;a+=1){let c=i[a];if(!Number.isInteger(c)||c<0||c>=r)throw this.damaged(`${t} has ${c} as entry ${a}`);s[a]=c}return s}};function ue(){let{process:o}=globalThis;return o?.getBuiltinModule?.("node:fs")}var st=/^([^?#]*)(.*)$/s;function K(o){let[,e="",t=""]=/^https?:/.test(o)?st.exec(
o)??[]:["",o];return[e,t]}function J(o,e){let[t,n]=K(String(o));return(t.endsWith(".json")?t:`${t.replace(/\/+$/,"")}/${e}.json`)+n}function le(o,e){let[t,n]=K(o);return t.replace(/[^/]*$/,
`${e}.json`)+n}function at(o,e){try{return{json:JSON.parse(o),where:e}}catch(t){let n=`${e} is not JSON, or it was cut: ${t.message}`;throw new y("not-json",n)}}
function ct(o){return fetch(o)}async function ut(o){let e=await ct(o).catch(t=>{throw new y("not-found",`${o} could not be loaded: ${t.message}`)});if(!e.ok)throw new y(
"not-found",`${o} could not be loaded: status ${e.status}`);return e.text()}function lt(o,e){try{return new TextDecoder("utf-8",{ignoreBOM:!0}).decode(o.readFileSync(
e.startsWith("file:")?new URL(e):e))}catch(t){throw new y("not-found",`${e} could not be read: ${t.message}`)}}async function X(o,e){if(typeof o!="string"&&!(o instanceof
URL))return{json:o,where:`the ${e} document`};let t=J(o,e),n=/^https?:/.test(t)?void 0:ue();return at(n===void 0?await ut(t):lt(n,t),t)}function w({byModifier:o},e,t){return o.get(t)?.get(e)}var $={nonFacility:{pe:"nonFacilityPeRvu",total:"nonFacilityTotal",na:"nonFacilityNa"},facility:{pe:"facilityPeRvu",total:"facilityTotal",na:"facilityNa"}};function b(o){
return o==="office"?"nonFacility":"facility"}function de(o){return{nonFacility:o("nonFacility"),facility:o("facility")}}function ee(o,e){let t=String(o).padStart(e+1,"0");return e===0?t:`${t.slice(0,-e)}.${t.slice(-e)}`}function fe(o,e,t){let n=ee(o,e),r=n.length-(e-t),i=n.length;
for(;i>r&&n.charCodeAt(i-1)===48;)i-=1;return n.slice(0,n.charCodeAt(i-1)===46?i-1:i)}var k={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};function D(o){return o*10**(k.fine-k.cents)}function pe(...o){let e=0;for(let t of o)e+=t;return e}var te=10**k.cents,ft=Array.from({length:te},(o,e)=>ee(e,k.cents).slice(1));function M(o){let e=o%te;return`${(o-e)/te}${ft[e]}`}function ye(o){return fe(o,k.fine,
2)}function me(o,e,t){let n=r=>BigInt(o[r])*BigInt(e[r]);return(n("work")+n("pe")+n("mp"))*BigInt(t)}var pt=10925n,ge=13,he=10n**BigInt(ge-2);function yt(o,e){let t=o.toString().padStart(e+1,"0"),n=t.slice(-e).replace(/0+$/,"");return`${t.slice(0,-e)}.${n.padEnd(
2,"0")}`}function we(o,e,t){let n=me(o,e,t)*pt;return{cents:Number((n+he/2n)/he),unrounded:yt(n,ge)}}function Ce({national:o},e,t,n){let[r,i]=[o.at(t,n),e?.national.at(t,n)];return r!==void 0&&i!==void 0&&i<r}var be=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
Re=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],x={id:"pfs.nat\
ional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the \
cent once, at the end",cites:be},I={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x\
 MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:be},Se={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imaging;\
 nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded half\
 up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...Re,{title:"CMS's OPPSCAP files of 2009A, 201\
3A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},Ae={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:Re},Pe={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var ke="Medicare Claims Processing Manual, chapter 12";var An={id:"pfs.multiple-procedures",title:"Several procedures of one physician on one day",formula:"ranked by payment amount: 100 percent of the highest, 50 pe\
rcent of each of the next four, others by report; each rounded half up to the cent",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), mu\
ltiple procedure indicators 2 and 3"},{title:`${ke}, section 40.6: multiple surgeries`}]},Pn={id:"pfs.endoscopies",title:"Several endoscopies with the same base\
 procedure",formula:"the highest in full, each other one less the amount of the base procedure; the base procedure itself 0; then the family is ranked as one pr\
ocedure",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), multiple procedure indicator 3"},{title:`${ke}, section 40.6: endoscopies`}]};var xe="contractor-priced",R="priced";var mt={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function ne(o,e){return mt[o]?.[e]}function Ie({modifier:o,pctcIndicator:e,state:t},n){return o==="TC"&&n!=="office"?"technical-component-o\
nly":ne(e,n)??(t===R?void 0:t)}var Oe={id:"site.facility-plus-physician",title:"Total payment in a facility: the facility's payment and the physician's",formula:"facility payment + physician'\
s fee schedule amount at the facility rate",cites:[{title:"42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers"},
{title:"42 CFR 419.2, 416.164: facility payments do not include physicians' services"}]};var ht="no-rate-printed",gt="rate-rounds-to-zero";function ve(o){return o===ht||o===gt}function O(o){return o.startsWith("rated")}var wt="1",Ct="6";function bt(o,e,t){let{columns:n}=o;return t===void 0?w(o,e,"TC")!==void 0?{office:"no-global-row",facility:"no-professional-row"}:void 0:{office:n.
pctcIndicator.at(t)===Ct?t:"no-global-row",facility:t}}function Fe({rvu:o,national:e},t){let[n,r]=["","26"].map(c=>w(o,t,c));if(n===void 0)return bt(o,t,r);let i=o.
columns.pctcIndicator.at(n)===wt;if(r===void 0)return{office:n,facility:i?"no-professional-row":n};let s=!e.has(n)&&e.has(r);return{office:s&&o.stateOf(n)!==xe?
r:n,facility:i||s?r:n}}var Rt={modifier:"",na:!1,reason:"source-missing"},St={modifier:"",na:!1,reason:"not-in-fee-schedule"};function At({rvu:o,national:e},t,n){let{columns:r}=o,i=r[$[b(
n)].na].at(t),s=r.modifier.at(t),a=ne(r.pctcIndicator.at(t),n);return a!==void 0?{modifier:s,na:i,reason:a,decidedBy:"pctcIndicator"}:e.has(t)?{modifier:s,na:i,
row:t}:{modifier:s,na:i,reason:o.stateOf(t),decidedBy:"status"}}function Te(o,e){if(o===void 0)return()=>Rt;let t=Fe(o,e);return t===void 0?()=>St:n=>{let r=n===
"office"?t.office:t.facility;return typeof r!="string"?At(o,r,n):{modifier:"",na:!1,reason:r,decidedBy:"pctcIndicator"}}}function Ee(o,e){return o.amount===void 0?{reason:`facility-${o.reason}`}:e.amount===void 0?{reason:`physician-${e.reason}`}:{amount:pe(o.amount,e.amount)}}function Le(o,e,t){
return{reason:o,decidedBy:ve(o)?t:e}}function $e({opps:o},e){if(o===void 0)return{facility:{reason:"source-missing"},conditional:!1};let t=o.byCode.get(e);if(t===
void 0)return{facility:{reason:"not-in-addendum-b"},conditional:!1};let n=o.states[t]??"unknown",r=o.rates.at(t);return r===null||!O(n)?{facility:Le(n,"statusIn\
dicator","oppsRate"),conditional:!1}:{facility:{amount:r},conditional:n==="rated-unless-packaged"}}function Pt({surgical:o,ancillary:e,excluded:t},n){return t.has(
n)?{reason:"excluded-from-asc"}:{reason:o===void 0||e===void 0?"source-missing":"not-on-asc-list"}}function De({asc:o},e){if(o===void 0)return{reason:"source-mi\
ssing"};let t=o.byCode.get(e);if(t===void 0)return Pt(o,e);let{rate:n,state:r}=t;return n===null||!O(r)?Le(r,"paymentIndicator","ascRate"):{amount:D(n)}}function v(o){return{cents:o,value:M(o)}}function Me(o,e,t){return de(n=>v(o.cents(e,n,t)))}function kt(o,e){return e?R:o===R?"not-in-qpp-file":o}function Be({code:o,
modifier:e="",locality:t,isQualifying:n,place:r},i,s,{release:a,tracks:c}){let{columns:u}=i.rvu,l=n?i.qualifying:i.fees,d=l?.national.has(s)===!0?Me(l,s,r):void 0,
f=!n&&i.cap.national.has(s);return{kind:"row",...d??{nonFacility:null,facility:null},state:kt(i.rvu.stateOf(s),d!==void 0),na:{nonFacility:u.nonFacilityNa.at(s),
facility:u.facilityNa.at(s)},track:c[n?1:0]??null,rule:r===0?x:I,...f&&{oppsCap:{...Me(i.cap,s,r),rule:Se}},release:a,code:o,modifier:e,locality:t}}function xt(o){let[,e=0,t=0,n=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(o)??[]).map(Number);return[e,t,n]}function _e(o,e,t=1){return Date.UTC(o,e-1,t)/864e5}function Ue(o){
let[e,t,n]=xt(o);return 1<=t&&t<=12&&1<=n&&n<=_e(e,t+1)-_e(e,t)}var Ge=["office","hopd","asc"];var Qe=/^[0-9A-Z]{5}$/;var ze=new Set(["code","setting","payee","modifier","track","locality","zip","county","on"]);function h(o){return new y("malformed-question",o)}function B(o){if(!(typeof o==
"string"&&Qe.test(o)))throw h(`code is ${JSON.stringify(o)}; write five characters, digits and capitals: "G0439"`)}function oe(o){if(!(typeof o=="string"&&Ue(o)))
throw h(`on is ${JSON.stringify(o)}; write a day as year-month-day: "2026-02-14"`)}function F(o){return typeof o=="string"}function It({locality:o,zip:e,county:t}){
return F(o)?e===void 0&&t===void 0:o!==void 0?!1:F(e)?t===void 0:e===void 0&&F(t)}function Ot({setting:o,payee:e,modifier:t}){return e==="physician"?t===void 0||
F(t):o==="office"?e===void 0&&(t===void 0||F(t)):(e==="facility"||e==="total")&&t===void 0}function vt({setting:o,payee:e,modifier:t}){return o!=="office"&&e===
void 0?h(`at ${o} two are paid: write payee "physician", "facility", or "total" for both together`):t!==void 0&&(e==="facility"||e==="total")?h(`a facility's ra\
te has no modifier: ask for the physician's with payee "physician"`):t!==void 0&&!F(t)?h(`modifier is ${JSON.stringify(t)}; write "26"`):h(`payee is ${JSON.stringify(
e)}, who is not paid at ${o}`)}function Ze(o){let{setting:e,on:t}=o,n=Object.keys(o).find(r=>!ze.has(r));if(n!==void 0)throw h(`a question has no ${n}; its fiel\
ds are ${[...ze].join(", ")}`);if(t!==void 0&&oe(t),e!=="office"&&!Ge.includes(e))throw h(`setting is ${JSON.stringify(e)}; write "office", "hopd" or "asc"`);if(!Ot(
o))throw vt(o);if(!It(o))throw h('name one place: locality "national" or its key "0111205", or a zip, or a county')}var N={"ambiguous-county":"the county, or another of that name, is in several localities","ambiguous-zip":"CMS's ZIP5 file does not decide between several local\
ities","different-places":"the facility's rate is national, and the physician's fee is of one locality","no-release-on-day":"the release that is in force on the\
 day is not among those that were opened","no-row-with-modifier":"the fee schedule has no row of the code with the modifier","no-such-track":"the release has no\
 amounts of the track","not-in-force":"another release replaces this one on the day, or its amounts do not apply to it","outside-window":"the day is not one of \
the release's days of service","unknown-code":"no file of the release has the code","unknown-county":"no such county is known, or CMS's county file does not hav\
e it","unknown-locality":"the release has no such locality","unknown-zip":"CMS's ZIP5 file does not have the ZIP code"},Ft=/^(?:facility|physician)-(?=.)/;function _(o,e){
let t=o.replace(Ft,"");return N[t]??e[t]??t.replaceAll("-"," ")}var U=class{release;facilities;books;pfs;tracks;reasons;knows;gpcis;decided=new Map;sentences=new Map;constructor(e){this.release=e.release,this.facilities=e.facilities,
this.pfs=e.pfs,this.tracks=e.tracks,this.reasons=e.reasons,this.knows=e.knows,this.gpcis=e.gpcis}answer(e){return e.payee==="physician"?this.physician(e):this.facility(
e)}none({code:e,setting:t,payee:n,locality:r},i,s){return{kind:"reason",value:null,reason:i,text:s??this.sentence(i),release:this.release,code:e,setting:t,payee:n,
locality:r}}physician(e){let t=this.paying(e);return t===void 0?this.unknown(e):t.row===void 0?this.none(e,t.reason):this.fee(e,t)}facility(e){let{code:t,setting:n,
payee:r}=e;if(!this.knows(t))return this.unknown(e);this.books??=this.facilities();let{facility:i,conditional:s}=n==="hopd"?$e(this.books,t):{facility:De(this.books,
t),conditional:!1},a={...e,locality:"national",place:0};if(r==="facility")return this.facilityAnswer(a,i,s);if(e.place!==0)return this.none(e,"different-places");
let c=this.physician({...e,payee:"physician"}),u=c.kind==="reason"?{reason:c.reason}:{amount:D(c.cents)};return this.facilityAnswer(a,Ee(i,u),s)}row(e){let{pfs:t}=this;
if(!this.knows(e.code))return this.unknown(e);if(t===void 0)return this.none(e,"source-missing");let n=w(t.rvu,e.code,e.modifier??"");return n===void 0?this.none(
e,"no-row-with-modifier"):Be(e,t,n,this)}limit(e){let t=this.physician(e);if(t.kind==="reason")return t;let n=this.pfs,r=this.paying(e)?.row,i=e.isQualifying?n.
qualifying??n.fees:n.fees,s=t.by==="opps-cap"?n.cap:i,{work:a,pe:c,mp:u}=this.gpcis,[l,d]=[e.place,b(e.setting)],f={work:a[l],pe:c[l],mp:u[l]},{cents:p,unrounded:g}=we(
s.rvusOf(r,d),f,s.factor),{release:q}=this;return{kind:"amount",release:q,code:e.code,...v(p),unrounded:g,rule:Pe}}fee(e,t){let n=this.pfs,r=e.isQualifying?n.qualifying:
n.fees,i=b(e.setting),s=r?.cents(t.row,i,e.place);if(s===void 0)return this.none(e,"not-in-qpp-file");let a=e.isQualifying?void 0:n.cap.cents(t.row,i,e.place);return a!==
void 0?this.capped(e,t,s,a):{kind:"amount",cents:s,value:M(s),rule:e.place===0?x:I,track:this.tracks[e.isQualifying?1:0]??null,modifier:t.modifier,na:t.na,by:"f\
ee-schedule",release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}capped(e,t,n,r){let i=this.pfs,s=b(e.setting),a=Ce(i,i.cap,
t.row,s);return{kind:"amount",...v(a?r:n),rule:Ae,track:this.tracks[0]??null,modifier:t.modifier,na:t.na,by:a?"opps-cap":"fee-schedule",feeSchedule:v(n),oppsCap:v(
r),release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}facilityAnswer(e,t,n){if(t.amount===void 0)return this.none(e,t.reason);
let{code:r,setting:i,payee:s,locality:a}=e,c=t.amount;return{kind:"amount",value:ye(t.amount),cents:c%100===0?c/100:null,tenThousandths:c,rule:s==="total"?Oe:null,
conditional:n,release:this.release,code:r,setting:i,payee:s,locality:a}}paying({code:e,modifier:t,setting:n}){let r=(this.decided.get(e)??this.decide(e))?.[n];return r===
void 0||t===void 0?r:this.modified(e,t,n,r)}decide(e){if(!this.knows(e))return;let t=Te(this.pfs,e),n={office:t("office"),hopd:t("hopd"),asc:t("asc")};return this.
decided.set(e,n),n}modified(e,t,n,r){let{pfs:i}=this;if(i===void 0||r.reason==="not-in-fee-schedule")return r;let s=w(i.rvu,e,t);if(s===void 0)return{modifier:t,
na:!1,reason:"no-row-with-modifier"};let{columns:a}=i.rvu,c=a[$[b(n)].na].at(s),u={modifier:t,pctcIndicator:a.pctcIndicator.at(s),state:i.rvu.stateOf(s)},l=Ie(u,
n);return l===void 0?{modifier:t,na:c,row:s}:{modifier:t,na:c,reason:l}}unknown(e){return B(e.code),this.none(e,"unknown-code")}sentence(e){let t=this.sentences.
get(e);if(t!==void 0)return t;let n=_(e,this.reasons);return this.sentences.set(e,n),n}};function He(o,e,t){if(o===null)return;let{indicators:n,kinds:r}=o,i=t.integers(r.indicator,"opps.kinds.indicator",{below:n.length}),s=t.list(r.rate,"opps.kinds.\
rate",i.length);t.whole(s.map(d=>d??0),"opps.kinds.rate");let a=Array.from(i,d=>n[d].state),c=i.length+1,u=t.integers(o.kindOf,"opps.kindOf",{length:e.list.length,
below:c});return{states:a,rates:{at:d=>{let f=s[d]??null;return f===null?null:f}},byCode:{get:d=>Ve(u,e.indexOf(d))}}}function Ve(o,e){let t=o[e]??0;return t===
0?void 0:t-1}function We(o,e,t){if(o===null)return;let{kinds:n}=o,r=t.list(n,"asc.kinds").length+1,i=t.integers(o.kindOf,"asc.kindOf",{length:e.list.length,below:r}),
s=t.integers(o.rates,"asc.rates"),a=new Int32Array(e.list.length),c=0;for(let f=0;f<a.length;f+=1){let p=n[i[f]-1];p===void 0||!O(p.state)||(a[f]=s[c]??0,c+=1)}
t.holds(c===s.length,`asc.rates has ${s.length} entries instead of ${c}`);let u=f=>n[Ve(i,e.indexOf(f))??-1],l=f=>{let p=u(f);if(p===void 0||p.addendum==="EE")return;
let g=O(p.state)?a[e.indexOf(f)]:null;return{state:p.state,rate:g}},d=f=>o.addenda.includes(f)?o:void 0;return{surgical:d("AA"),ancillary:d("BB"),byCode:{get:l},
excluded:{has:f=>u(f)?.addendum==="EE"}}}function je(o){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(o.trim())?.groups?.five}function qe(o){return new Set(o.map(({locality:t})=>t)).size>1?"several loca\
lities have it":o.some(({plusFour:t})=>t===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function Ye(o,{state:e}){return(e??"").split("/").flatMap(t=>o.stateNamed(t)??[])}function Nt(o,e){let t=Ye(o,e).flatMap(i=>[{state:i,names:e.coverage==="listed"?
e.counties:[],isListed:!0},{state:i,names:e.except??[],isListed:!1}]),n=(e.elsewhere??[]).map(({state:i,counties:s})=>({state:o.stateNamed(i),names:s,isListed:!0})),
r=[...t,...n].flatMap(({names:i,...s})=>i.map(a=>({...s,printed:a})));return r.map((i,s)=>{let a=e.cutShort===!0&&s===r.length-1,c=i.state&&!a?o.countyOfCms(i.state,
i.printed):void 0;return{...i,county:c}})}function Tt(o,e,t,n){if(e.coverage==="listed")return[];let r=new Set(t.map(({county:i})=>i?.code));return o.flatMap(({
counties:i})=>Object.keys(i)).filter(i=>!r.has(i)&&(e.coverage==="all"||!n.has(i)))}function Ke(o,e){let t=e.map(u=>({row:u,names:Nt(o,u)})),r=t.flatMap(({row:u,
names:l})=>l.filter(({isListed:d})=>d).map(d=>({row:u,...d}))).flatMap(({row:u,county:l})=>l===void 0?[]:[{row:u,code:l.code}]),i=new Set(r.map(({code:u})=>u)),
s=t.flatMap(({row:u,names:l})=>Tt(Ye(o,u),u,l,i).map(d=>({row:u,code:d}))),a=new Map;for(let{row:u,code:l}of[...r,...s])a.set(l,[...a.get(l)??[],u]);let c=t.flatMap(
({row:u,names:l})=>l.flatMap(({state:d,printed:f,county:p})=>p===void 0?[{state:d,printed:f,row:u}]:[]));return{rows:a,unknown:c}}function C(o){return o.normalize("NFD").toUpperCase().replace(/\bSAINT\b/g,"ST").replace(/[^A-Z0-9]/g,"")}var Je=/\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i,
Et=510;function ie({name:o,state:e,isCity:t}){return`${o}${t?" City":""}, ${e}`}var G=class{data;states=new Map;known=new Map;constructor(e){this.data=e}stateNamed(e){
if(!this.states.has(e)){let t=C(e),n=this.data.names.states.find(({name:i})=>C(i)===t)?.state??t,r=this.data.states.find(({state:i,name:s})=>i===n||C(s)===t);this.
states.set(e,r)}return this.states.get(e)}countiesOf({state:e,counties:t}){let n=this.known.get(e)??Object.entries(t).map(([r,i])=>({code:r,name:i,state:e,isCity:Number(
r.slice(2))>=Et,letters:C(i)}));return this.known.set(e,n),n}countyOfCode(e){let t=this.data.states.find(({fips:n})=>e.startsWith(n));return t&&this.countiesOf(
t).find(n=>n.code===e)}countiesNamed(e,t){let n=t.trim(),r=this.byBareName(e,n),i=Je.exec(n);if(r.length>0||i===null)return r;let s=i.groups?.city!==void 0;return this.
byBareName(e,n.slice(0,i.index)).filter(a=>a.isCity===s)}countyOfCms(e,t){let{misprints:n}=this.data.names,r=n.find(c=>c.state===e.state&&c.printed===t);if(r!==
void 0)return this.countiesOf(e).find(({code:c})=>c===r.county);let i=this.countiesNamed(e,t),[s,a]=i.length>1?i.filter(({isCity:c})=>!c):i;return a===void 0?s:
void 0}cityNamed(e,t){let n=[t.trim(),t.trim().replace(Je,"")].map(C),r=this.data.names.cities.find(i=>i.state===e.state&&n.includes(C(i.name)));return r&&{city:r,
counties:this.countiesOf(e).filter(({code:i})=>r.counties.includes(i))}}byBareName(e,t){let n=C(t),r=this.data.names.names.find(i=>i.state===e.state&&C(i.name)===
n);return this.countiesOf(e).filter(i=>i.letters===n||r?.counties.includes(i.code)===!0)}};var m=class extends Error{code;cure;rows;constructor(e,t,n,r=[]){super(t),this.code=e,this.cure=n,this.rows=r}};function re({locality:o,area:e}){return`${o} ${e.
trim()}`}function se(o){return`${ie(o)} (FIPS ${o.code})`}function Xe(o,e,t){let n=`"${o}" could be in ${[...new Set(e.map(re))].join(" or in ")}: ${t}`;return new m(
"county.ambiguous",n,"Name the locality with --locality, or give --zip",e)}function Lt({known:o},e){let[,t="",n=""]=/^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(e)??[];if(t===
"")throw new m("county.invalid",`"${e}" has no state`,'Write it as "Marin, CA"');let r=o.stateNamed(n);if(r!==void 0)return{name:t,state:r};let i='Write two let\
ters or the name: "Marin, CA", "Marin, California"';throw new m("county.invalid",`"${n}" is not a state or territory`,i)}function $t({known:o,areas:{rows:e},zipRow:t},n,r){
let i=o.cityNamed(n,r);if(i===void 0)return;let s=i.counties.map(d=>({county:d,row:e.get(d.code)?.[0]})),a=s.map(({county:d,row:f})=>[ie(d),...f===void 0?[]:[`(${re(
f)})`]].join(" ")),{zip:c}=i.city,u=c===void 0?void 0:t(c),l=c!==void 0&&u?.row!==void 0&&u.locality===s[0]?.row?.locality;return{message:`it is a city or borou\
gh in ${a.join("; ")}`,cure:`Ask with --county "${i.counties[0]?.name}, ${n.state}" for an address there, or with --zip${l?`: ${c} is in that locality by row ${u.
row} of CMS's ZIP5 file`:" and the ZIP code of the address"}`}}function Dt({known:o,areas:e},t,n){let r=a=>` ${a.toUpperCase().replace(/[^A-Z0-9]+/g," ")} `,s=o.
countiesOf(t).flatMap(({code:a})=>e.rows.get(a)??[]).find(({coverage:a,area:c})=>a==="listed"&&r(c).includes(r(n)));if(s!==void 0)return{message:`CMS's locality\
 of that name, ${re(s)}, lists ${s.counties.join(", ")}`,cure:"Name the county, or give --zip"}}function Mt(o,e,t){let n=o.known.countiesOf(e).map(a=>a.name),r=$t(
o,e,t)??Dt(o,e,t),i=r===void 0?o.didYouMean(t,n):`: ${r.message}`,s=`"${t}" is not a county of ${e.name}${i}`;return new m("county.unknown",s,r?.cure??"Name the\
 county, or give --zip")}function Bt({known:o,areas:e},t,n,r){let i=o.cityNamed(t,n);if(i===void 0||/\s(county|cnty|co\.?)$/i.test(n)||i.counties.some(({code:l})=>r.
some(d=>d.code===l)))return;let s=i.counties.map(l=>`${l.name} County`).join(", "),a=`"${n}, ${t.state}" is a county, and a city in ${s}`,c=`Write --county "${n}\
 County, ${t.state}" or --county "${i.counties[0]?.name}, ${t.state}", or give --zip`,u=[...r,...i.counties].flatMap(({code:l})=>e.rows.get(l)??[]);throw new m(
"county.ambiguous",a,c,u)}function _t({unknown:o},e,t){if(t.every(({coverage:s})=>s==="listed"))return;let n=o.filter(({state:s})=>s===void 0||s.state===e.state);
if(n.length===0)return;let r=[...n.map(({row:s})=>s),...t],i=n.map(({printed:s})=>`"${s}"`).join(", ");throw Xe(se(e),r,`CMS's county file prints ${i}, which is\
 cut short or is not a county`)}function Ut(o,e){return e.flatMap(t=>{let n=o.rows.get(t.code)??[];return _t(o,t,n),n.map(r=>({row:r,county:se(t)}))})}function et(o,e){
let{name:t,state:n}=Lt(o,e),r=o.known.countiesNamed(n,t);if(r.length===0)throw Mt(o,n,t);Bt(o,n,t,r);let i=Ut(o.areas,r),[s]=i;if(s===void 0){let u=`no row of t\
he county file has ${r.map(se).join(" or ")}`;throw new m("county.no-row",u,"Give --zip, or name the locality with --locality")}let a=i.map(({row:u})=>u);if(new Set(
a.map(({locality:u})=>u)).size>1)throw Xe(e,a,"CMS's county file lists it in each");return s}var Q=class{quarter;kinds;kindOf=new Uint16Array(1e5);constructor({quarter:e,runs:t,kinds:n,kindOf:r},i){this.quarter=e,this.kinds=i.list(n,"kinds");let s=i.integers(
r,"kindOf"),a=i.integers(t,"runs"),c=[];for(let d=0;d+1<s.length;d+=2){let[f,p]=[s[d],s[d+1]];i.holds(f<n.length&&c.length+p<=1e5,"kindOf");for(let g=0;g<p;g+=1)
c.push(f+1)}i.holds(a.reduce((d,f)=>d+f,0)===1e5,"runs");let u=0,l=0;a.forEach((d,f)=>{if(f%2===1)for(let p=0;p<d;p+=1)this.kindOf[u+p]=c[l+p]??0;l+=f%2===1?d:0,
u+=d}),i.holds(l===c.length,"kindOf")}rowsOf(e){return this.kinds[(this.kindOf[Number(e)]??0)-1]}};var Gt={"county.ambiguous":"ambiguous-county","county.invalid":"unknown-county","county.unknown":"unknown-county","county.no-row":"unknown-county"};function Qt(o){
let e=new G(o);return{known:e,areas:Ke(e,o.areas.map(t=>({...t,twoCarriers:!1})))}}var z=class{localities;numbers;parts;has;zips;known;constructor(e,t,n){this.localities=
e,this.numbers=new Map(e.map(({key:r},i)=>[r,i+1])),this.parts=t,this.has=n}ofZip(e){let t=this.withoutPart("zips",this.parts.zips);if(t!==void 0)return t;let n=je(
e);if(n===void 0)return this.none("unknown-zip",`"${e}" is not a ZIP code; write five digits, or nine`);let r=this.zipRows(n);if(r.length===0)return this.none("\
unknown-zip");let i=qe(r),s=r.map(({locality:c})=>c);if(i===void 0)return this.found(s[0],`ZIP ${n}, by CMS's ZIP5 file of ${this.quarter}`);let a=r.some(c=>c.plusFour===
!0);return{...this.none("ambiguous-zip",`${n}: ${i}`),among:this.named(s),plusFour:a}}ofCounty(e){let{counties:t}=this.parts,n=this.withoutPart("counties",t);if(n!==
void 0||t===void 0)return n??this.none("source-missing");this.known??=Qt(t);let r=i=>this.parts.zips===void 0?void 0:this.zipRows(i)[0];try{let{row:i,county:s}=et(
{...this.known,zipRow:r,didYouMean:()=>""},e);return this.found(i.locality,`${s}, by row ${i.row} of CMS's county file`)}catch(i){if(!(i instanceof m))throw i;let s=this.
named(i.rows.map(({locality:a})=>a));return{...this.none(Gt[i.code],i.message),among:s}}}get quarter(){return this.zips?.quarter??""}zipRows(e){let t=this.parts.
zips;return this.zips??=new Q(t,new P("reader-zips.json")),this.zips.rowsOf(e)??[]}named(e){return[...new Set(e)].map(n=>this.localities.find(r=>r.key===n)??{key:n,
name:"",state:null})}found(e,t){let n=this.localities.find(r=>r.key===e);return n===void 0?{...this.none("unknown-locality"),among:this.named([e])}:{kind:"local\
ity",...n,foundBy:t}}none(e,t){let n=e==="source-missing"?"the release was built without CMS's file for it":N[e];return{kind:"reason",reason:e,text:t??n,among:[],
plusFour:!1}}withoutPart(e,t){if(t!==void 0)return;if(!this.has(`reader-${e}`))return this.none("source-missing");let n=`reader-${e}.json is not loaded: open th\
e release with { ${e}: true }`;throw new y("part-not-loaded",n)}};var Z=class{code;modifier;state;source;constructor(e,t){this.code=e.code,this.modifier=e.modifier,this.state=e.state,this.source=t}get rvus(){let{row:e,fees:t}=this.
source;if(!t.national.has(e))return;let{work:n,pe:r,mp:i}=t.rvusOf(e,"nonFacility");return{work:n,nonFacilityPe:r,facilityPe:t.rvusOf(e,"facility").pe,mp:i}}cents(e,t,n){
let{row:r,fees:i,numbers:s}=this.source,a=t==="national"?0:s.get(t);return a===void 0?void 0:i.cents(r,e,a,n)}rule(e){return e==="national"?x:I}inLocalities(e){
let{row:t,fees:n,numbers:r}=this.source;return n.national.has(t)?Int32Array.from({length:r.size},(i,s)=>n.cents(t,e,s+1)):new Int32Array(0)}};var H=class{list;constructor(e,t){t.holds(typeof e=="string","codes is not a text");let n=e.split(" "),r="";for(let i=0;i<n.length;i+=1){let s=n[i],a=r.slice(0,
5-s.length)+s;if(a.length!==5||a<=r)throw t.damaged(`codes has ${a} after ${r}`);n[i]=a,r=a}this.list=n}indexOf(e){let t=0,n=this.list.length-1;for(;t<=n;){let r=t+
n>>1,i=this.list[r];if(i===e)return r;i<e?t=r+1:n=r-1}return-1}};function S(o){let e=0;for(let t of o)t>e&&(e=t);return e}function tt(o,e,t){let n=BigInt(Math.max(S(o.nonFacilityPe),S(o.facilityPe))),r=BigInt(S(o.work))*BigInt(
S(e.work)),i=BigInt(S(o.mp))*BigInt(S(e.mp));return(r+n*BigInt(S(e.pe))+i)*BigInt(t)+BigInt(5e6)}function nt(o,e,t,n,r,i,s){return Math.floor(((o*n+t*i+e*r)*s+5e6)/
1e7)}function ot(o,e,t){let n=e.work.length,r=(s,a,c)=>{let u=BigInt(o.work[s]??0)*BigInt(e.work[a]??0),l=BigInt(c[s]??0)*BigInt(e.pe[a]??0),d=BigInt(o.mp[s]??0)*BigInt(
e.mp[a]??0),f=((u+l+d)*BigInt(t)+BigInt(5e6))/BigInt(1e7);if(f>BigInt(2147483647))throw new RangeError(`an amount of ${f} cents is not possible`);return Number(
f)},i=s=>Int32Array.from({length:o.work.length*n},(a,c)=>r(Math.floor(c/n),c%n,s));return{nonFacility:i(o.nonFacilityPe),facility:i(o.facilityPe)}}var Do={work:Int32Array.of(1e3),pe:Int32Array.of(1e3),mp:Int32Array.of(1e3)};function V(o,e,t,n){let r=t.integers(o.nonFacilityPe,`${e}.nonFacilityPe`,{length:n}),s=t.list(o.facilityPe,`${e}.facilityPe`,n).map((a,c)=>a??r[c]);return{work:t.
integers(o.work,`${e}.work`,{length:n}),nonFacilityPe:r,facilityPe:t.integers(s,`${e}.facilityPe`),mp:t.integers(o.mp,`${e}.mp`,{length:n})}}var A=class{national;factor;rvus;gpcis;positions;largest;constructor(e,t,n,r){
this.rvus=e,this.positions=t,this.gpcis=n,this.factor=r,this.national={has:i=>t[i]>=0,at:(i,s)=>this.cents(i,s,0)}}cents(e,t,n,r=this.factor){let i=this.positions[e];
if(i<0)return;if(!this.fitsAt(r))return this.beyondBound(i,t,n,r);let{work:s,nonFacilityPe:a,facilityPe:c,mp:u}=this.rvus,{work:l,pe:d,mp:f}=this.gpcis;return nt(
s[i],(t==="nonFacility"?a:c)[i],u[i],l[n],d[n],f[n],r)}rvusOf(e,t){let n=this.positions[e],{work:r,nonFacilityPe:i,facilityPe:s,mp:a}=this.rvus,c=t==="nonFacili\
ty"?i:s;return{work:r[n],pe:c[n],mp:a[n]}}fitsAt(e){return this.largest??=Number(tt(this.rvus,this.gpcis,1)),this.largest*e<=Number.MAX_SAFE_INTEGER}beyondBound(e,t,n,r){
let i=(q,ce)=>q.subarray(ce,ce+1),{work:s,nonFacilityPe:a,facilityPe:c,mp:u}=this.rvus,l={work:i(s,e),nonFacilityPe:i(a,e),facilityPe:i(c,e),mp:i(u,e)},{work:d,
pe:f,mp:p}=this.gpcis,g={work:i(d,n),pe:i(f,n),mp:i(p,n)};return ot(l,g,r)[t][0]}};function zt(o,e){let t=o?.keys.length??0,n=r=>{let i=o===null?[]:e.list(o[r],`localities.${r}`,t);return e.integers([1e3,...i],`localities.${r}`)};for(let r of[
"names","states"])o&&e.list(o[r],r,t);return{work:n("work"),pe:n("pe"),mp:n("mp")}}var ae=class{count;positions;priced;codes;kinds;kindOf;first;codeOf;constructor(e,t,n){
let{length:r}=t.list;this.codes=t,this.kinds=n.list(e.kinds,"pfs.kinds"),this.kindOf=n.integers(e.kindOf,"pfs.kindOf",{length:r,below:e.kinds.length}),this.first=
new Int32Array(r);let i=0;for(let s=0;s<r;s+=1)this.first[s]=i,i+=this.kindAt(s).length;this.count=i,this.codeOf=new Int32Array(i),this.positions=new Int32Array(
i),this.priced=this.number()}cell(e){let t=this.codeOf[e];return this.kindAt(t)[e-this.first[t]]}codeAt(e){return this.codes.list[this.codeOf[e]]}rowWith(e,t){let n=this.
codes.indexOf(e);if(n<0)return;let r=this.kindAt(n).findIndex(i=>i.modifier===t);return r<0?void 0:this.first[n]+r}ofCode(e){let t=this.codes.indexOf(e);return t<
0?[]:this.kindAt(t).map((n,r)=>this.first[t]+r)}kindAt(e){return this.kinds[this.kindOf[e]]}number(){let e=this.kinds.map(r=>r.map(({state:i})=>i===R)),[t,n]=[0,
0];for(let r=0;r<this.first.length;r+=1)for(let i of e[this.kindOf[r]])this.codeOf[t]=r,this.positions[t]=i?n:-1,n+=i?1:0,t+=1;return n}};function Zt(o,e){let t=new Int32Array(
e).fill(-1),n=0;for(let r of o)t[r]=n,n+=1;return t}function Ht(o){let e=0;return Array.from(o,t=>(e+=t,e))}function Vt(o,e){let t=n=>Int32Array.from([...o[n],...e[n]]);
return{work:t("work"),nonFacilityPe:t("nonFacilityPe"),facilityPe:t("facilityPe"),mp:t("mp")}}function Wt({missing:o,others:e,factor:t},n,r,i){let s=n.positions.
length,a=n.positions.slice();i.whole([t],"pfs.qualifying.factor");for(let l of i.integers(o,"pfs.qualifying.missing",{below:s}))a[l]=-1;let c=i.integers(e.rows,
"pfs.qualifying.others.rows",{below:s});if(c.length===0)return new A(n.rvus,a,r,t);let u=V(e,"pfs.qualifying.others",i,c.length);return c.forEach((l,d)=>{a[l]=n.
rvus.work.length+d}),new A(Vt(n.rvus,u),a,r,t)}function jt(o,e,t,n,r){let i=Ht(r.integers(o.rows,"pfs.oppsCap.rows"));return r.holds(i.every(s=>s<e),"pfs.oppsCa\
p.rows"),new A(V(o,"pfs.oppsCap",r,i.length),Zt(i,e),t,n)}function qt(o,e,t,n){if(o===null)return;let r=new ae(o,e,n),{positions:i}=r,s=V(o.rvus,"pfs.rvus",n,r.
priced),[a=0]=n.whole([o.factor],"pfs.factor"),c=new A(s,i,t,a);return{rvu:{columns:{modifier:{at:l=>r.cell(l).modifier},pctcIndicator:{at:l=>r.cell(l).pctcIndicator},
nonFacilityNa:{at:l=>r.cell(l).nonFacilityNa===!0},facilityNa:{at:l=>r.cell(l).facilityNa===!0}},stateOf:l=>r.cell(l).state,byModifier:{get:l=>({get:d=>r.rowWith(
d,l)})}},national:c.national,fees:c,qualifying:o.qualifying===null?void 0:Wt(o.qualifying,{rvus:s,positions:i},t,n),cap:jt(o.oppsCap,r.count,t,a,n),rows:r}}function it({
codes:o,localities:e,pfs:t},n){let r=new H(o,n),i=zt(e,n);return{codes:r,gpcis:i,pfs:qt(t,r,i,n)}}function W(o,e){return e.some(({from:t,to:n})=>t<=o&&o<=n)}function Yt({localities:o}){if(o===null)return[];let{keys:e,names:t,states:n}=o;return e.map((r,i)=>({
key:r,name:t[i]??"",state:n[i]??null}))}function*Kt(o){for(let e=0;e<o;e+=1)yield e}var T=class{release;title;window;inForce;replacedBy;coverage;caveats;files;codes;tracks;factors;reasons;places;answers;pfs;constructor(e,t,n){
this.release=e.release,this.title=e.title,this.window=e.window,this.inForce=e.inForce,this.replacedBy=e.replacedBy,this.coverage=e.coverage,this.caveats=e.caveats,
this.files=e.files;let r=new P(n),{codes:i,gpcis:s,pfs:a}=it(e,r);this.codes=i.list,this.pfs=a;let c=[e.pfs?.track??null,e.pfs?.qualifying?.track??null];this.tracks=
c.filter(u=>u!==null),this.factors=[e.pfs,e.pfs?.qualifying].flatMap(u=>u?[{track:u.track,factor:u.factor}]:[]),this.reasons=e.reasons,this.places=new z(Yt(e),t,
u=>e.parts.includes(u)),this.answers=new U({release:e.release,facilities:()=>({opps:He(e.opps,i,r),asc:We(e.asc,i,r)}),pfs:a,tracks:c,reasons:e.reasons,knows:u=>i.
indexOf(u)>=0,gpcis:s})}get localities(){return this.places.localities}rate(e){let t=this.asked(e);return"kind"in t?t:this.answers.answer(t)}siteOfService(e,t){
let n={code:e,locality:"national",track:t},r=this.rate({...n,setting:"office"});if(r.kind==="reason"&&(r.reason==="unknown-code"||r.reason==="no-such-track"))return r;
let i=f=>({rate:this.rate({...n,setting:f,payee:"facility"}),facility:this.rate({...n,setting:f,payee:"physician"}),total:this.rate({...n,setting:f,payee:"total"})}),
[{rate:s,...a},{rate:c,...u}]=[i("hopd"),i("asc")],{release:l}=this,d={office:{nonFacility:r},hopd:{oppsRate:s,...a},asc:{ascRate:c,...u}};return{kind:"sites",release:l,
code:e,...d}}feeSchedule(e){let t=this.asked({...e,setting:"office"}),n="kind"in t?t:this.answers.row(t);if(n.kind==="row")return n;let{setting:r,payee:i,...s}=n;
return s}limitingCharge(e){let t=this.asked(e);return"kind"in t?t:this.answers.limit(t)}*all(e){let t;for(let n of this.codes)t??=this.asked({...e,code:n}),yield"\
kind"in t?{...t,code:n}:this.answers.answer({...t,code:n})}*rows(e){let{pfs:t}=this;if(e!==void 0&&B(e),t===void 0)return;let{rvu:n,rows:r}=t;for(let i of e===void 0?
Kt(r.count):r.ofCode(e))yield{code:r.codeAt(i),modifier:n.columns.modifier.at(i),state:n.stateOf(i)}}row(e,t){let n=this.pfs===void 0?void 0:w(this.pfs.rvu,e,t);
if(this.pfs===void 0||n===void 0)return;let{rvu:r,fees:i}=this.pfs,{numbers:s}=this.places;return new Z({code:e,modifier:t,state:r.stateOf(n)},{row:n,fees:i,numbers:s})}sentenceOf(e){
return _(e,this.reasons)}placeOfZip(e){return this.places.ofZip(e)}placeOfCounty(e){return this.places.ofCounty(e)}asked(e){Ze(e);let{code:t,modifier:n,setting:r,
payee:i="physician",track:s,locality:a}=e,c=s!==void 0&&s!==this.tracks[0],u=this.numberOf(a),l={code:t,modifier:n,setting:r,payee:i,place:u,locality:a??null,isQualifying:c},
d=this.refusal(e,c);return d!==void 0?this.answers.none(l,d):u<0?this.located(e,l):l}numberOf(e){return e==="national"?0:(e===void 0?void 0:this.places.numbers.
get(e))??-1}refusal({on:e,track:t},n){let r=e===void 0?void 0:this.outside(e);return r!==void 0?r:n&&t!==this.tracks[1]?"no-such-track":void 0}outside(e){return W(
e,[this.window])?W(e,this.inForce)?void 0:"not-in-force":"outside-window"}located({locality:e,zip:t,county:n},r){if(e!==void 0){let s=this.localities.length===0?
"source-missing":"unknown-locality";return this.answers.none({...r,locality:null},s)}let i=t===void 0?this.placeOfCounty(n):this.placeOfZip(t);return i.kind==="\
reason"?this.answers.none(r,i.reason,i.text):{...r,locality:i.key,place:this.places.numbers.get(i.key)}}};function Jt(o,e){let t=({window:n,release:r})=>`${n.from} ${r}`;return t(o)<t(e)?-1:1}var j=class{releases;constructor(e){this.releases=e.toSorted(Jt)}on(e){return oe(
e),this.releases.find(({inForce:t})=>W(e,t))}rate(e){return this.on(e.on)?.rate(e)??this.noRelease(e)}history(e){return this.releases.map(t=>({release:t.release,
window:t.window,inForce:t.inForce,answer:t.rate({...e,on:void 0})}))}noRelease({code:e,setting:t,payee:n="physician"}){let r="no-release-on-day",i=N[r];return{kind:"\
reason",value:null,reason:r,text:i,release:null,code:e,setting:t,payee:n,locality:null}}};async function rt(o,e,t,{release:n,parts:r}){if(e===void 0||e===!1||e===!0&&!r.includes(t))return;let i=typeof o=="string"||o instanceof URL;if(e===!0&&!i){let l=`\
the release was opened from an object, so ${t}.json has no address: give it, or the document`;throw new y("part-not-loaded",l)}let s=e===!0?le(J(o,"reader"),t):
e,{json:a,where:c}=await X(s,t),u=Y(a,`ratebook/${t}`,c);if(u.release===n)return u;throw new y("other-release",`${c} is of release ${u.release}, and ${n} was op\
ened`)}async function Xt(o,e={}){let{json:t,where:n}=await X(o,"reader"),r=Y(t,"ratebook/reader",n),[i,s]=await Promise.all([rt(o,e.zips,"reader-zips",r),rt(o,e.
counties,"reader-counties",r)]);return new T(r,{zips:i,counties:s},n)}async function ui(o,e={}){let t=n=>n instanceof T?n:Xt(n,e);return new j(await Promise.all(
o.map(t)))}export{y as ReaderError,Xt as openRelease,ui as openReleases};
