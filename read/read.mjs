// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0
var E="3.0.0";var y=class extends Error{code;constructor(e,n){super(n),this.name="ReaderError",this.code=e}};function $(o){return Number(o.split(".")[0])}function Y(o,e,n){let t=o,r=typeof t?.schema=="string"&&typeof t.schemaVersion=="string";if(!r||t.schema!==e||typeof t.
release!="string"){let s=r?`is ${t.schema}`:"is no document of ratebook";throw new y("foreign-document",`${n} ${s}, and ${e} was expected`)}let i=String(t.schemaVersion);
if($(i)!==$(E)){let[s,a]=$(i)>$(E)?["newer","update ratebook"]:["older","build the release again, or use an earlier ratebook"],c=`${n} has shapes ${i}, ${s} tha\
n ${E}, which this reader reads: ${a}`;throw new y("other-shapes",c)}return o}var A=class{where;constructor(e){this.where=e}damaged(e){return new y("damaged-doc\
ument",`${this.where} is damaged: ${e}`)}holds(e,n){if(!e)throw this.damaged(n)}list(e,n,t){if(this.holds(Array.isArray(e),`${n} is not a list`),t!==void 0&&e.length!==
t)throw this.damaged(`${n} has ${e.length} entries instead of ${t}`);return e}whole(e,n,t){let r=this.list(e,n,t),i=r.findIndex(s=>!Number.isSafeInteger(s)||s<0);
if(i>=0)throw this.damaged(`${n} has ${r[i]} as entry ${i}`);return r}integers(e,n,{length:t,below:r=2**31}={}){let i=this.list(e,n,t),s=new Int32Array(i.length);
for(let a=0;a<s.length;a+=1){let c=i[a];if(!Number.isInteger(c)||c<0||c>=r)throw this.damaged(`${n} has ${c} as entry ${a}`);s[a]=c}return s}};function an(){let{process:o}=globalThis;return o?.getBuiltinModule?.("node:fs")}var cn=/^([^?#]*)(.*)$/s;function ce(o){let[,e="",n=""]=/^https?:/.test(o)?cn.exec(
o)??[]:["",o];return[e,n]}function K(o,e){let[n,t]=ce(String(o));return(n.endsWith(".json")?n:`${n.replace(/\/+$/,"")}/${e}.json`)+t}function ue(o,e){let[n,t]=ce(
o);return n.replace(/[^/]*$/,`${e}.json`)+t}function un(o,e){try{return{json:JSON.parse(o),where:e}}catch(n){let t=`${e} is not JSON, or it was cut: ${n.message}`;
throw new y("not-json",t)}}async function ln(o){let e=await fetch(o).catch(n=>{throw new y("not-found",`${o} could not be loaded: ${n.message}`)});if(!e.ok)throw new y(
"not-found",`${o} could not be loaded: status ${e.status}`);return e.text()}function dn(o,e){try{return o.readFileSync(e.startsWith("file:")?new URL(e):e,"utf8")}catch(n){
throw new y("not-found",`${e} could not be read: ${n.message}`)}}async function J(o,e){if(typeof o!="string"&&!(o instanceof URL))return{json:o,where:`the ${e} \
document`};let n=K(o,e),t=/^https?:/.test(n)?void 0:an();return un(t===void 0?await ln(n):dn(t,n),n)}function w({byModifier:o},e,n){return o.get(n)?.get(e)}var L={nonFacility:{pe:"nonFacilityPeRvu",total:"nonFacilityTotal",na:"nonFacilityNa"},facility:{pe:"facilityPeRvu",total:"facilityTotal",na:"facilityNa"}};function b(o){
return o==="office"?"nonFacility":"facility"}function le(o){return{nonFacility:o("nonFacility"),facility:o("facility")}}function X(o,e){let n=String(o).padStart(e+1,"0");return e===0?n:`${n.slice(0,-e)}.${n.slice(-e)}`}function de(o,e,n){let t=X(o,e),r=t.length-(e-n),i=t.length;for(;i>
r&&t.charCodeAt(i-1)===48;)i-=1;return t.slice(0,t.charCodeAt(i-1)===46?i-1:i)}var k={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};function D(o){return o*10**(k.fine-k.cents)}function fe(...o){let e=0;for(let n of o)e+=n;return e}var ee=10**k.cents,pn=Array.from({length:ee},(o,e)=>X(e,k.cents).slice(1));function M(o){let e=o%ee;return`${(o-e)/ee}${pn[e]}`}function pe(o){return de(o,k.fine,
2)}function ye(o,e,n){let t=r=>BigInt(o[r])*BigInt(e[r]);return(t("work")+t("pe")+t("mp"))*BigInt(n)}var yn=10925n,he=13,me=10n**BigInt(he-2);function mn(o,e){let n=o.toString().padStart(e+1,"0"),t=n.slice(-e).replace(/0+$/,"");return`${n.slice(0,-e)}.${t.padEnd(
2,"0")}`}function ge(o,e,n){let t=ye(o,e,n)*yn;return{cents:Number((t+me/2n)/me),unrounded:mn(t,he)}}function we({national:o},e,n,t){let[r,i]=[o.at(n,t),e?.national.at(n,t)];return r!==void 0&&i!==void 0&&i<r}var Ce=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
be=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],x={id:"pfs.nat\
ional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the \
cent once, at the end",cites:Ce},I={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x\
 MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:Ce},Re={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imaging;\
 nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded half\
 up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...be,{title:"CMS's OPPSCAP files of 2009A, 201\
3A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},Se={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:be},Pe={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var Ae="Medicare Claims Processing Manual, chapter 12";var Ct={id:"pfs.multiple-procedures",title:"Several procedures of one physician on one day",formula:"ranked by payment amount: 100 percent of the highest, 50 pe\
rcent of each of the next four, others by report; each rounded half up to the cent",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), mu\
ltiple procedure indicators 2 and 3"},{title:`${Ae}, section 40.6: multiple surgeries`}]},bt={id:"pfs.endoscopies",title:"Several endoscopies with the same base\
 procedure",formula:"the highest in full, each other one less the amount of the base procedure; the base procedure itself 0; then the family is ranked as one pr\
ocedure",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), multiple procedure indicator 3"},{title:`${Ae}, section 40.6: endoscopies`}]};var ke="contractor-priced",R="priced";var hn={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function ne(o,e){return hn[o]?.[e]}function xe({modifier:o,pctcIndicator:e,state:n},t){return o==="TC"&&t!=="office"?"technical-component-o\
nly":ne(e,t)??(n===R?void 0:n)}var Ie={id:"site.facility-plus-physician",title:"Total payment in a facility: the facility's payment and the physician's",formula:"facility payment + physician'\
s fee schedule amount at the facility rate",cites:[{title:"42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers"},
{title:"42 CFR 419.2, 416.164: facility payments do not include physicians' services"}]};var gn="no-rate-printed",wn="rate-rounds-to-zero";function Oe(o){return o===gn||o===wn}function O(o){return o.startsWith("rated")}var Cn="1",bn="6";function Rn(o,e,n){let{columns:t}=o;return n===void 0?w(o,e,"TC")!==void 0?{office:"no-global-row",facility:"no-professional-row"}:void 0:{office:t.
pctcIndicator.at(n)===bn?n:"no-global-row",facility:n}}function ve({rvu:o,national:e},n){let[t,r]=["","26"].map(c=>w(o,n,c));if(t===void 0)return Rn(o,n,r);let i=o.
columns.pctcIndicator.at(t)===Cn;if(r===void 0)return{office:t,facility:i?"no-professional-row":t};let s=!e.has(t)&&e.has(r);return{office:s&&o.stateOf(t)!==ke?
r:t,facility:i||s?r:t}}var Sn={modifier:"",na:!1,reason:"source-missing"},Pn={modifier:"",na:!1,reason:"not-in-fee-schedule"};function An({rvu:o,national:e},n,t){let{columns:r}=o,i=r[L[b(
t)].na].at(n),s=r.modifier.at(n),a=ne(r.pctcIndicator.at(n),t);return a!==void 0?{modifier:s,na:i,reason:a,decidedBy:"pctcIndicator"}:e.has(n)?{modifier:s,na:i,
row:n}:{modifier:s,na:i,reason:o.stateOf(n),decidedBy:"status"}}function Fe(o,e){if(o===void 0)return()=>Sn;let n=ve(o,e);return n===void 0?()=>Pn:t=>{let r=t===
"office"?n.office:n.facility;return typeof r!="string"?An(o,r,t):{modifier:"",na:!1,reason:r,decidedBy:"pctcIndicator"}}}function Te(o,e){return o.amount===void 0?{reason:`facility-${o.reason}`}:e.amount===void 0?{reason:`physician-${e.reason}`}:{amount:fe(o.amount,e.amount)}}function Ee(o,e,n){
return{reason:o,decidedBy:Oe(o)?n:e}}function $e({opps:o},e){if(o===void 0)return{facility:{reason:"source-missing"},conditional:!1};let n=o.byCode.get(e);if(n===
void 0)return{facility:{reason:"not-in-addendum-b"},conditional:!1};let t=o.states[n]??"unknown",r=o.rates.at(n);return r===null||!O(t)?{facility:Ee(t,"statusIn\
dicator","oppsRate"),conditional:!1}:{facility:{amount:r},conditional:t==="rated-unless-packaged"}}function kn({surgical:o,ancillary:e,excluded:n},t){return n.has(
t)?{reason:"excluded-from-asc"}:{reason:o===void 0||e===void 0?"source-missing":"not-on-asc-list"}}function Le({asc:o},e){if(o===void 0)return{reason:"source-mi\
ssing"};let n=o.byCode.get(e);if(n===void 0)return kn(o,e);let{rate:t,state:r}=n;return t===null||!O(r)?Ee(r,"paymentIndicator","ascRate"):{amount:D(t)}}function v(o){return{cents:o,value:M(o)}}function De(o,e,n){return le(t=>v(o.cents(e,t,n)))}function xn(o,e){return e?R:o===R?"not-in-qpp-file":o}function Me({code:o,
modifier:e="",locality:n,isQualifying:t,place:r},i,s,{release:a,tracks:c}){let{columns:u}=i.rvu,l=t?i.qualifying:i.fees,d=l?.national.has(s)===!0?De(l,s,r):void 0,
f=!t&&i.cap.national.has(s);return{kind:"row",...d??{nonFacility:null,facility:null},state:xn(i.rvu.stateOf(s),d!==void 0),na:{nonFacility:u.nonFacilityNa.at(s),
facility:u.facilityNa.at(s)},track:c[t?1:0]??null,rule:r===0?x:I,...f&&{oppsCap:{...De(i.cap,s,r),rule:Re}},release:a,code:o,modifier:e,locality:n}}function In(o){let[,e=0,n=0,t=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(o)??[]).map(Number);return[e,n,t]}function Be(o,e,n=1){return Date.UTC(o,e-1,n)/864e5}function _e(o){
let[e,n,t]=In(o);return 1<=n&&n<=12&&1<=t&&t<=Be(e,n+1)-Be(e,n)}var Ue=["office","hopd","asc"];var Ge=/^[0-9A-Z]{5}$/;var Qe=new Set(["code","setting","payee","modifier","track","locality","zip","county","on"]);function h(o){return new y("malformed-question",o)}function B(o){if(!(typeof o==
"string"&&Ge.test(o)))throw h(`code is ${JSON.stringify(o)}; write five characters, digits and capitals: "22511"`)}function te(o){if(!(typeof o=="string"&&_e(o)))
throw h(`on is ${JSON.stringify(o)}; write a day as year-month-day: "2026-02-14"`)}function N(o){return typeof o=="string"}function On({locality:o,zip:e,county:n}){
return N(o)?e===void 0&&n===void 0:o!==void 0?!1:N(e)?n===void 0:e===void 0&&N(n)}function vn({setting:o,payee:e,modifier:n}){return e==="physician"?n===void 0||
N(n):o==="office"?e===void 0&&(n===void 0||N(n)):(e==="facility"||e==="total")&&n===void 0}function Nn({setting:o,payee:e,modifier:n}){return o!=="office"&&e===
void 0?h(`at ${o} two are paid: write payee "physician", "facility", or "total" for both together`):n!==void 0&&(e==="facility"||e==="total")?h(`a facility's ra\
te has no modifier: ask for the physician's with payee "physician"`):n!==void 0&&!N(n)?h(`modifier is ${JSON.stringify(n)}; write "26"`):h(`payee is ${JSON.stringify(
e)}, who is not paid at ${o}`)}function ze(o){let{setting:e,on:n}=o,t=Object.keys(o).find(r=>!Qe.has(r));if(t!==void 0)throw h(`a question has no ${t}; its fiel\
ds are ${[...Qe].join(", ")}`);if(n!==void 0&&te(n),e!=="office"&&!Ue.includes(e))throw h(`setting is ${JSON.stringify(e)}; write "office", "hopd" or "asc"`);if(!vn(
o))throw Nn(o);if(!On(o))throw h('name one place: locality "national" or its key "0111205", or a zip, or a county')}var F={"ambiguous-county":"the county, or another of that name, is in several localities","ambiguous-zip":"CMS's ZIP5 file does not decide between several local\
ities","different-places":"the facility's rate is national, and the physician's fee is of one locality","no-release-on-day":"the release that is in force on the\
 day is not among those that were opened","no-row-with-modifier":"the fee schedule has no row of the code with the modifier","no-such-track":"the release has no\
 amounts of the track","not-in-force":"another release replaces this one on the day, or its amounts do not apply to it","outside-window":"the day is not one of \
the release's days of service","unknown-code":"no file of the release has the code","unknown-county":"no such county is known, or CMS's county file does not hav\
e it","unknown-locality":"the release has no such locality","unknown-zip":"CMS's ZIP5 file does not have the ZIP code"},Fn=/^(?:facility|physician)-(?=.)/;function _(o,e){
let n=o.replace(Fn,"");return F[n]??e[n]??n.replaceAll("-"," ")}var U=class{release;facilities;books;pfs;tracks;reasons;knows;gpcis;decided=new Map;sentences=new Map;constructor(e){this.release=e.release,this.facilities=e.facilities,
this.pfs=e.pfs,this.tracks=e.tracks,this.reasons=e.reasons,this.knows=e.knows,this.gpcis=e.gpcis}answer(e){return e.payee==="physician"?this.physician(e):this.facility(
e)}none({code:e,setting:n,payee:t,locality:r},i,s){return{kind:"reason",value:null,reason:i,text:s??this.sentence(i),release:this.release,code:e,setting:n,payee:t,
locality:r}}physician(e){let n=this.paying(e);return n===void 0?this.unknown(e):n.row===void 0?this.none(e,n.reason):this.fee(e,n)}facility(e){let{code:n,setting:t,
payee:r}=e;if(!this.knows(n))return this.unknown(e);this.books??=this.facilities();let{facility:i,conditional:s}=t==="hopd"?$e(this.books,n):{facility:Le(this.books,
n),conditional:!1},a={...e,locality:"national",place:0};if(r==="facility")return this.facilityAnswer(a,i,s);if(e.place!==0)return this.none(e,"different-places");
let c=this.physician({...e,payee:"physician"}),u=c.kind==="reason"?{reason:c.reason}:{amount:D(c.cents)};return this.facilityAnswer(a,Te(i,u),s)}row(e){let{pfs:n}=this;
if(!this.knows(e.code))return this.unknown(e);if(n===void 0)return this.none(e,"source-missing");let t=w(n.rvu,e.code,e.modifier??"");return t===void 0?this.none(
e,"no-row-with-modifier"):Me(e,n,t,this)}limit(e){let n=this.physician(e);if(n.kind==="reason")return n;let t=this.pfs,r=this.paying(e)?.row,i=e.isQualifying?t.
qualifying??t.fees:t.fees,s=n.by==="opps-cap"?t.cap:i,{work:a,pe:c,mp:u}=this.gpcis,[l,d]=[e.place,b(e.setting)],f={work:a[l],pe:c[l],mp:u[l]},{cents:p,unrounded:g}=ge(
s.rvusOf(r,d),f,s.factor),{release:q}=this;return{kind:"amount",release:q,code:e.code,...v(p),unrounded:g,rule:Pe}}fee(e,n){let t=this.pfs,r=e.isQualifying?t.qualifying:
t.fees,i=b(e.setting),s=r?.cents(n.row,i,e.place);if(s===void 0)return this.none(e,"not-in-qpp-file");let a=e.isQualifying?void 0:t.cap.cents(n.row,i,e.place);return a!==
void 0?this.capped(e,n,s,a):{kind:"amount",cents:s,value:M(s),rule:e.place===0?x:I,track:this.tracks[e.isQualifying?1:0]??null,modifier:n.modifier,na:n.na,by:"f\
ee-schedule",release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}capped(e,n,t,r){let i=this.pfs,s=b(e.setting),a=we(i,i.cap,
n.row,s);return{kind:"amount",...v(a?r:t),rule:Se,track:this.tracks[0]??null,modifier:n.modifier,na:n.na,by:a?"opps-cap":"fee-schedule",feeSchedule:v(t),oppsCap:v(
r),release:this.release,code:e.code,setting:e.setting,payee:"physician",locality:e.locality}}facilityAnswer(e,n,t){if(n.amount===void 0)return this.none(e,n.reason);
let{code:r,setting:i,payee:s,locality:a}=e,c=n.amount;return{kind:"amount",value:pe(n.amount),cents:c%100===0?c/100:null,tenThousandths:c,rule:s==="total"?Ie:null,
conditional:t,release:this.release,code:r,setting:i,payee:s,locality:a}}paying({code:e,modifier:n,setting:t}){let r=(this.decided.get(e)??this.decide(e))?.[t];return r===
void 0||n===void 0?r:this.modified(e,n,t,r)}decide(e){if(!this.knows(e))return;let n=Fe(this.pfs,e),t={office:n("office"),hopd:n("hopd"),asc:n("asc")};return this.
decided.set(e,t),t}modified(e,n,t,r){let{pfs:i}=this;if(i===void 0||r.reason==="not-in-fee-schedule")return r;let s=w(i.rvu,e,n);if(s===void 0)return{modifier:n,
na:!1,reason:"no-row-with-modifier"};let{columns:a}=i.rvu,c=a[L[b(t)].na].at(s),u={modifier:n,pctcIndicator:a.pctcIndicator.at(s),state:i.rvu.stateOf(s)},l=xe(u,
t);return l===void 0?{modifier:n,na:c,row:s}:{modifier:n,na:c,reason:l}}unknown(e){return B(e.code),this.none(e,"unknown-code")}sentence(e){let n=this.sentences.
get(e);if(n!==void 0)return n;let t=_(e,this.reasons);return this.sentences.set(e,t),t}};var G=class{list;constructor(e,n){n.holds(typeof e=="string","codes is not a text");let t=e.split(" "),r="";for(let i=0;i<t.length;i+=1){let s=t[i],a=r.slice(0,
5-s.length)+s;if(a.length!==5||a<=r)throw n.damaged(`codes has ${a} after ${r}`);t[i]=a,r=a}this.list=t}indexOf(e){let n=0,t=this.list.length-1;for(;n<=t;){let r=n+
t>>1,i=this.list[r];if(i===e)return r;i<e?n=r+1:t=r-1}return-1}};function Ze(o,e,n){if(o===null)return;let{indicators:t,kinds:r}=o,i=n.integers(r.indicator,"opps.kinds.indicator",{below:t.length}),s=n.list(r.rate,"opps.kinds.\
rate",i.length);n.whole(s.map(d=>d??0),"opps.kinds.rate");let a=Array.from(i,d=>t[d].state),c=i.length+1,u=n.integers(o.kindOf,"opps.kindOf",{length:e.list.length,
below:c});return{states:a,rates:{at:d=>{let f=s[d]??null;return f===null?null:f}},byCode:{get:d=>He(u,e.indexOf(d))}}}function He(o,e){let n=o[e]??0;return n===
0?void 0:n-1}function je(o,e,n){if(o===null)return;let{kinds:t}=o,r=n.list(t,"asc.kinds").length+1,i=n.integers(o.kindOf,"asc.kindOf",{length:e.list.length,below:r}),
s=n.integers(o.rates,"asc.rates"),a=new Int32Array(e.list.length),c=0;for(let f=0;f<a.length;f+=1){let p=t[i[f]-1];p===void 0||!O(p.state)||(a[f]=s[c]??0,c+=1)}
n.holds(c===s.length,`asc.rates has ${s.length} entries instead of ${c}`);let u=f=>t[He(i,e.indexOf(f))??-1],l=f=>{let p=u(f);if(p===void 0||p.addendum==="EE")return;
let g=O(p.state)?a[e.indexOf(f)]:null;return{state:p.state,rate:g}},d=f=>o.addenda.includes(f)?o:void 0;return{surgical:d("AA"),ancillary:d("BB"),byCode:{get:l},
excluded:{has:f=>u(f)?.addendum==="EE"}}}function Ve(o){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(o.trim())?.groups?.five}function We(o){return new Set(o.map(({locality:n})=>n)).size>1?"several loca\
lities have it":o.some(({plusFour:n})=>n===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function qe(o,{state:e}){return(e??"").split("/").flatMap(n=>o.stateNamed(n)??[])}function Tn(o,e){let n=qe(o,e).flatMap(i=>[{state:i,names:e.coverage==="listed"?
e.counties:[],isListed:!0},{state:i,names:e.except??[],isListed:!1}]),t=(e.elsewhere??[]).map(({state:i,counties:s})=>({state:o.stateNamed(i),names:s,isListed:!0})),
r=[...n,...t].flatMap(({names:i,...s})=>i.map(a=>({...s,printed:a})));return r.map((i,s)=>{let a=e.cutShort===!0&&s===r.length-1,c=i.state&&!a?o.countyOfCms(i.state,
i.printed):void 0;return{...i,county:c}})}function En(o,e,n,t){if(e.coverage==="listed")return[];let r=new Set(n.map(({county:i})=>i?.code));return o.flatMap(({
counties:i})=>Object.keys(i)).filter(i=>!r.has(i)&&(e.coverage==="all"||!t.has(i)))}function Ye(o,e){let n=e.map(u=>({row:u,names:Tn(o,u)})),r=n.flatMap(({row:u,
names:l})=>l.filter(({isListed:d})=>d).map(d=>({row:u,...d}))).flatMap(({row:u,county:l})=>l===void 0?[]:[{row:u,code:l.code}]),i=new Set(r.map(({code:u})=>u)),
s=n.flatMap(({row:u,names:l})=>En(qe(o,u),u,l,i).map(d=>({row:u,code:d}))),a=new Map;for(let{row:u,code:l}of[...r,...s])a.set(l,[...a.get(l)??[],u]);let c=n.flatMap(
({row:u,names:l})=>l.flatMap(({state:d,printed:f,county:p})=>p===void 0?[{state:d,printed:f,row:u}]:[]));return{rows:a,unknown:c}}function C(o){return o.normalize("NFD").toUpperCase().replace(/\bSAINT\b/g,"ST").replace(/[^A-Z0-9]/g,"")}var Ke=/\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i,
$n=510;function oe({name:o,state:e,isCity:n}){return`${o}${n?" City":""}, ${e}`}var Q=class{data;states=new Map;known=new Map;constructor(e){this.data=e}stateNamed(e){
if(!this.states.has(e)){let n=C(e),t=this.data.names.states.find(({name:i})=>C(i)===n)?.state??n,r=this.data.states.find(({state:i,name:s})=>i===t||C(s)===n);this.
states.set(e,r)}return this.states.get(e)}countiesOf({state:e,counties:n}){let t=this.known.get(e)??Object.entries(n).map(([r,i])=>({code:r,name:i,state:e,isCity:Number(
r.slice(2))>=$n,letters:C(i)}));return this.known.set(e,t),t}countyOfCode(e){let n=this.data.states.find(({fips:t})=>e.startsWith(t));return n&&this.countiesOf(
n).find(t=>t.code===e)}countiesNamed(e,n){let t=n.trim(),r=this.byBareName(e,t),i=Ke.exec(t);if(r.length>0||i===null)return r;let s=i.groups?.city!==void 0;return this.
byBareName(e,t.slice(0,i.index)).filter(a=>a.isCity===s)}countyOfCms(e,n){let{misprints:t}=this.data.names,r=t.find(c=>c.state===e.state&&c.printed===n);if(r!==
void 0)return this.countiesOf(e).find(({code:c})=>c===r.county);let i=this.countiesNamed(e,n),[s,a]=i.length>1?i.filter(({isCity:c})=>!c):i;return a===void 0?s:
void 0}cityNamed(e,n){let t=[n.trim(),n.trim().replace(Ke,"")].map(C),r=this.data.names.cities.find(i=>i.state===e.state&&t.includes(C(i.name)));return r&&{city:r,
counties:this.countiesOf(e).filter(({code:i})=>r.counties.includes(i))}}byBareName(e,n){let t=C(n),r=this.data.names.names.find(i=>i.state===e.state&&C(i.name)===
t);return this.countiesOf(e).filter(i=>i.letters===t||r?.counties.includes(i.code)===!0)}};var m=class extends Error{code;cure;rows;constructor(e,n,t,r=[]){super(n),this.code=e,this.cure=t,this.rows=r}};function ie({locality:o,area:e}){return`${o} ${e.
trim()}`}function re(o){return`${oe(o)} (FIPS ${o.code})`}function Je(o,e,n){let t=`"${o}" could be in ${[...new Set(e.map(ie))].join(" or in ")}: ${n}`;return new m(
"county.ambiguous",t,"Name the locality with --locality, or give --zip",e)}function Ln({known:o},e){let[,n="",t=""]=/^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(e)??[];if(n===
"")throw new m("county.invalid",`"${e}" has no state`,'Write it as "Marin, CA"');let r=o.stateNamed(t);if(r!==void 0)return{name:n,state:r};let i='Write two let\
ters or the name: "Marin, CA", "Marin, California"';throw new m("county.invalid",`"${t}" is not a state or territory`,i)}function Dn({known:o,areas:{rows:e},zipRow:n},t,r){
let i=o.cityNamed(t,r);if(i===void 0)return;let s=i.counties.map(d=>({county:d,row:e.get(d.code)?.[0]})),a=s.map(({county:d,row:f})=>[oe(d),...f===void 0?[]:[`(${ie(
f)})`]].join(" ")),{zip:c}=i.city,u=c===void 0?void 0:n(c),l=c!==void 0&&u?.row!==void 0&&u.locality===s[0]?.row?.locality;return{message:`it is a city or borou\
gh in ${a.join("; ")}`,cure:`Ask with --county "${i.counties[0]?.name}, ${t.state}" for an address there, or with --zip${l?`: ${c} is in that locality by row ${u.
row} of CMS's ZIP5 file`:" and the ZIP code of the address"}`}}function Mn({known:o,areas:e},n,t){let r=a=>` ${a.toUpperCase().replace(/[^A-Z0-9]+/g," ")} `,s=o.
countiesOf(n).flatMap(({code:a})=>e.rows.get(a)??[]).find(({coverage:a,area:c})=>a==="listed"&&r(c).includes(r(t)));if(s!==void 0)return{message:`CMS's locality\
 of that name, ${ie(s)}, lists ${s.counties.join(", ")}`,cure:"Name the county, or give --zip"}}function Bn(o,e,n){let t=o.known.countiesOf(e).map(a=>a.name),r=Dn(
o,e,n)??Mn(o,e,n),i=r===void 0?o.didYouMean(n,t):`: ${r.message}`,s=`"${n}" is not a county of ${e.name}${i}`;return new m("county.unknown",s,r?.cure??"Name the\
 county, or give --zip")}function _n({known:o,areas:e},n,t,r){let i=o.cityNamed(n,t);if(i===void 0||/\s(county|cnty|co\.?)$/i.test(t)||i.counties.some(({code:l})=>r.
some(d=>d.code===l)))return;let s=i.counties.map(l=>`${l.name} County`).join(", "),a=`"${t}, ${n.state}" is a county, and a city in ${s}`,c=`Write --county "${t}\
 County, ${n.state}" or --county "${i.counties[0]?.name}, ${n.state}", or give --zip`,u=[...r,...i.counties].flatMap(({code:l})=>e.rows.get(l)??[]);throw new m(
"county.ambiguous",a,c,u)}function Un({unknown:o},e,n){if(n.every(({coverage:s})=>s==="listed"))return;let t=o.filter(({state:s})=>s===void 0||s.state===e.state);
if(t.length===0)return;let r=[...t.map(({row:s})=>s),...n],i=t.map(({printed:s})=>`"${s}"`).join(", ");throw Je(re(e),r,`CMS's county file prints ${i}, which is\
 cut short or is not a county`)}function Gn(o,e){return e.flatMap(n=>{let t=o.rows.get(n.code)??[];return Un(o,n,t),t.map(r=>({row:r,county:re(n)}))})}function Xe(o,e){
let{name:n,state:t}=Ln(o,e),r=o.known.countiesNamed(t,n);if(r.length===0)throw Bn(o,t,n);_n(o,t,n,r);let i=Gn(o.areas,r),[s]=i;if(s===void 0){let u=`no row of t\
he county file has ${r.map(re).join(" or ")}`;throw new m("county.no-row",u,"Give --zip, or name the locality with --locality")}let a=i.map(({row:u})=>u);if(new Set(
a.map(({locality:u})=>u)).size>1)throw Je(e,a,"CMS's county file lists it in each");return s}var z=class{quarter;kinds;kindOf=new Uint16Array(1e5);constructor({quarter:e,runs:n,kinds:t,kindOf:r},i){this.quarter=e,this.kinds=i.list(t,"kinds");let s=i.integers(
r,"kindOf"),a=i.integers(n,"runs"),c=[];for(let d=0;d+1<s.length;d+=2){let[f,p]=[s[d],s[d+1]];i.holds(f<t.length&&c.length+p<=1e5,"kindOf");for(let g=0;g<p;g+=1)
c.push(f+1)}i.holds(a.reduce((d,f)=>d+f,0)===1e5,"runs");let u=0,l=0;a.forEach((d,f)=>{if(f%2===1)for(let p=0;p<d;p+=1)this.kindOf[u+p]=c[l+p]??0;l+=f%2===1?d:0,
u+=d}),i.holds(l===c.length,"kindOf")}rowsOf(e){return this.kinds[(this.kindOf[Number(e)]??0)-1]}};var Qn={"county.ambiguous":"ambiguous-county","county.invalid":"unknown-county","county.unknown":"unknown-county","county.no-row":"unknown-county"};function zn(o){
let e=new Q(o);return{known:e,areas:Ye(e,o.areas.map(n=>({...n,twoCarriers:!1})))}}var Z=class{localities;numbers;parts;has;zips;known;constructor(e,n,t){this.localities=
e,this.numbers=new Map(e.map(({key:r},i)=>[r,i+1])),this.parts=n,this.has=t}ofZip(e){let n=this.withoutPart("zips",this.parts.zips);if(n!==void 0)return n;let t=Ve(
e);if(t===void 0)return this.none("unknown-zip",`"${e}" is not a ZIP code; write five digits, or nine`);let r=this.zipRows(t);if(r.length===0)return this.none("\
unknown-zip");let i=We(r),s=r.map(({locality:c})=>c);if(i===void 0)return this.found(s[0],`ZIP ${t}, by CMS's ZIP5 file of ${this.quarter}`);let a=r.some(c=>c.plusFour===
!0);return{...this.none("ambiguous-zip",`${t}: ${i}`),among:this.named(s),plusFour:a}}ofCounty(e){let{counties:n}=this.parts,t=this.withoutPart("counties",n);if(t!==
void 0||n===void 0)return t??this.none("source-missing");this.known??=zn(n);let r=i=>this.parts.zips===void 0?void 0:this.zipRows(i)[0];try{let{row:i,county:s}=Xe(
{...this.known,zipRow:r,didYouMean:()=>""},e);return this.found(i.locality,`${s}, by row ${i.row} of CMS's county file`)}catch(i){if(!(i instanceof m))throw i;let s=this.
named(i.rows.map(({locality:a})=>a));return{...this.none(Qn[i.code],i.message),among:s}}}get quarter(){return this.zips?.quarter??""}zipRows(e){let n=this.parts.
zips;return this.zips??=new z(n,new A("reader-zips.json")),this.zips.rowsOf(e)??[]}named(e){return[...new Set(e)].map(t=>this.localities.find(r=>r.key===t)??{key:t,
name:"",state:null})}found(e,n){let t=this.localities.find(r=>r.key===e);return t===void 0?{...this.none("unknown-locality"),among:this.named([e])}:{kind:"local\
ity",...t,foundBy:n}}none(e,n){let t=e==="source-missing"?"the release was built without CMS's file for it":F[e];return{kind:"reason",reason:e,text:n??t,among:[],
plusFour:!1}}withoutPart(e,n){if(n!==void 0)return;if(!this.has(`reader-${e}`))return this.none("source-missing");let t=`reader-${e}.json is not loaded: open th\
e release with { ${e}: true }`;throw new y("part-not-loaded",t)}};var H=class{code;modifier;state;source;constructor(e,n){this.code=e.code,this.modifier=e.modifier,this.state=e.state,this.source=n}get rvus(){let{row:e,fees:n}=this.
source;if(!n.national.has(e))return;let{work:t,pe:r,mp:i}=n.rvusOf(e,"nonFacility");return{work:t,nonFacilityPe:r,facilityPe:n.rvusOf(e,"facility").pe,mp:i}}cents(e,n,t){
let{row:r,fees:i,numbers:s}=this.source,a=n==="national"?0:s.get(n);return a===void 0?void 0:i.cents(r,e,a,t)}rule(e){return e==="national"?x:I}inLocalities(e){
let{row:n,fees:t,numbers:r}=this.source;return t.national.has(n)?Int32Array.from({length:r.size},(i,s)=>t.cents(n,e,s+1)):new Int32Array(0)}};function S(o){let e=0;for(let n of o)n>e&&(e=n);return e}function en(o,e,n){let t=BigInt(Math.max(S(o.nonFacilityPe),S(o.facilityPe))),r=BigInt(S(o.work))*BigInt(
S(e.work)),i=BigInt(S(o.mp))*BigInt(S(e.mp));return(r+t*BigInt(S(e.pe))+i)*BigInt(n)+BigInt(5e6)}function nn(o,e,n,t,r,i,s){return Math.floor(((o*t+n*i+e*r)*s+5e6)/
1e7)}function tn(o,e,n){let t=e.work.length,r=(s,a,c)=>{let u=BigInt(o.work[s]??0)*BigInt(e.work[a]??0),l=BigInt(c[s]??0)*BigInt(e.pe[a]??0),d=BigInt(o.mp[s]??0)*BigInt(
e.mp[a]??0),f=((u+l+d)*BigInt(n)+BigInt(5e6))/BigInt(1e7);if(f>BigInt(2147483647))throw new RangeError(`an amount of ${f} cents is not possible`);return Number(
f)},i=s=>Int32Array.from({length:o.work.length*t},(a,c)=>r(Math.floor(c/t),c%t,s));return{nonFacility:i(o.nonFacilityPe),facility:i(o.facilityPe)}}var To={work:Int32Array.of(1e3),pe:Int32Array.of(1e3),mp:Int32Array.of(1e3)};function j(o,e,n,t){let r=n.integers(o.nonFacilityPe,`${e}.nonFacilityPe`,{length:t}),s=n.list(o.facilityPe,`${e}.facilityPe`,t).map((a,c)=>a??r[c]);return{work:n.
integers(o.work,`${e}.work`,{length:t}),nonFacilityPe:r,facilityPe:n.integers(s,`${e}.facilityPe`),mp:n.integers(o.mp,`${e}.mp`,{length:t})}}var P=class{national;factor;rvus;gpcis;positions;largest;constructor(e,n,t,r){
this.rvus=e,this.positions=n,this.gpcis=t,this.factor=r,this.national={has:i=>n[i]>=0,at:(i,s)=>this.cents(i,s,0)}}cents(e,n,t,r=this.factor){let i=this.positions[e];
if(i<0)return;if(!this.fitsAt(r))return this.beyondBound(i,n,t,r);let{work:s,nonFacilityPe:a,facilityPe:c,mp:u}=this.rvus,{work:l,pe:d,mp:f}=this.gpcis;return nn(
s[i],(n==="nonFacility"?a:c)[i],u[i],l[t],d[t],f[t],r)}rvusOf(e,n){let t=this.positions[e],{work:r,nonFacilityPe:i,facilityPe:s,mp:a}=this.rvus,c=n==="nonFacili\
ty"?i:s;return{work:r[t],pe:c[t],mp:a[t]}}fitsAt(e){return this.largest??=Number(en(this.rvus,this.gpcis,1)),this.largest*e<=Number.MAX_SAFE_INTEGER}beyondBound(e,n,t,r){
let i=(q,ae)=>q.subarray(ae,ae+1),{work:s,nonFacilityPe:a,facilityPe:c,mp:u}=this.rvus,l={work:i(s,e),nonFacilityPe:i(a,e),facilityPe:i(c,e),mp:i(u,e)},{work:d,
pe:f,mp:p}=this.gpcis,g={work:i(d,t),pe:i(f,t),mp:i(p,t)};return tn(l,g,r)[n][0]}};function on(o,e){let n=o?.keys.length??0,t=r=>{let i=o===null?[]:e.list(o[r],`localities.${r}`,n);return e.integers([1e3,...i],`localities.${r}`)};for(let r of[
"names","states"])o&&e.list(o[r],r,n);return{work:t("work"),pe:t("pe"),mp:t("mp")}}var se=class{count;positions;priced;codes;kinds;kindOf;first;codeOf;constructor(e,n,t){
let{length:r}=n.list;this.codes=n,this.kinds=t.list(e.kinds,"pfs.kinds"),this.kindOf=t.integers(e.kindOf,"pfs.kindOf",{length:r,below:e.kinds.length}),this.first=
new Int32Array(r);let i=0;for(let s=0;s<r;s+=1)this.first[s]=i,i+=this.kindAt(s).length;this.count=i,this.codeOf=new Int32Array(i),this.positions=new Int32Array(
i),this.priced=this.number()}cell(e){let n=this.codeOf[e];return this.kindAt(n)[e-this.first[n]]}codeAt(e){return this.codes.list[this.codeOf[e]]}rowWith(e,n){let t=this.
codes.indexOf(e);if(t<0)return;let r=this.kindAt(t).findIndex(i=>i.modifier===n);return r<0?void 0:this.first[t]+r}ofCode(e){let n=this.codes.indexOf(e);return n<
0?[]:this.kindAt(n).map((t,r)=>this.first[n]+r)}kindAt(e){return this.kinds[this.kindOf[e]]}number(){let e=this.kinds.map(r=>r.map(({state:i})=>i===R)),[n,t]=[0,
0];for(let r=0;r<this.first.length;r+=1)for(let i of e[this.kindOf[r]])this.codeOf[n]=r,this.positions[n]=i?t:-1,t+=i?1:0,n+=1;return t}};function Zn(o,e){let n=new Int32Array(
e).fill(-1),t=0;for(let r of o)n[r]=t,t+=1;return n}function Hn(o){let e=0;return Array.from(o,n=>(e+=n,e))}function jn(o,e){let n=t=>Int32Array.from([...o[t],...e[t]]);
return{work:n("work"),nonFacilityPe:n("nonFacilityPe"),facilityPe:n("facilityPe"),mp:n("mp")}}function Vn({missing:o,others:e,factor:n},t,r,i){let s=t.positions.
length,a=t.positions.slice();i.whole([n],"pfs.qualifying.factor");for(let l of i.integers(o,"pfs.qualifying.missing",{below:s}))a[l]=-1;let c=i.integers(e.rows,
"pfs.qualifying.others.rows",{below:s});if(c.length===0)return new P(t.rvus,a,r,n);let u=j(e,"pfs.qualifying.others",i,c.length);return c.forEach((l,d)=>{a[l]=t.
rvus.work.length+d}),new P(jn(t.rvus,u),a,r,n)}function Wn(o,e,n,t,r){let i=Hn(r.integers(o.rows,"pfs.oppsCap.rows"));return r.holds(i.every(s=>s<e),"pfs.oppsCa\
p.rows"),new P(j(o,"pfs.oppsCap",r,i.length),Zn(i,e),n,t)}function rn(o,e,n,t){if(o===null)return;let r=new se(o,e,t),{positions:i}=r,s=j(o.rvus,"pfs.rvus",t,r.
priced),[a=0]=t.whole([o.factor],"pfs.factor"),c=new P(s,i,n,a);return{rvu:{columns:{modifier:{at:l=>r.cell(l).modifier},pctcIndicator:{at:l=>r.cell(l).pctcIndicator},
nonFacilityNa:{at:l=>r.cell(l).nonFacilityNa===!0},facilityNa:{at:l=>r.cell(l).facilityNa===!0}},stateOf:l=>r.cell(l).state,byModifier:{get:l=>({get:d=>r.rowWith(
d,l)})}},national:c.national,fees:c,qualifying:o.qualifying===null?void 0:Vn(o.qualifying,{rvus:s,positions:i},n,t),cap:Wn(o.oppsCap,r.count,n,a,t),rows:r}}function V(o,e){return e.some(({from:n,to:t})=>n<=o&&o<=t)}function qn({localities:o}){if(o===null)return[];let{keys:e,names:n,states:t}=o;return e.map((r,i)=>({
key:r,name:n[i]??"",state:t[i]??null}))}function*Yn(o){for(let e=0;e<o;e+=1)yield e}var T=class{release;title;window;inForce;replacedBy;coverage;caveats;files;codes;tracks;factors;reasons;places;answers;pfs;constructor(e,n,t){
this.release=e.release,this.title=e.title,this.window=e.window,this.inForce=e.inForce,this.replacedBy=e.replacedBy,this.coverage=e.coverage,this.caveats=e.caveats,
this.files=e.files;let r=new A(t),i=new G(e.codes,r);this.codes=i.list;let s=on(e.localities,r),a=rn(e.pfs,i,s,r);this.pfs=a;let c=[e.pfs?.track??null,e.pfs?.qualifying?.
track??null];this.tracks=c.filter(u=>u!==null),this.factors=[e.pfs,e.pfs?.qualifying].flatMap(u=>u?[{track:u.track,factor:u.factor}]:[]),this.reasons=e.reasons,
this.places=new Z(qn(e),n,u=>e.parts.includes(u)),this.answers=new U({release:e.release,facilities:()=>({opps:Ze(e.opps,i,r),asc:je(e.asc,i,r)}),pfs:a,tracks:c,
reasons:e.reasons,knows:u=>i.indexOf(u)>=0,gpcis:s})}get localities(){return this.places.localities}rate(e){let n=this.asked(e);return"kind"in n?n:this.answers.
answer(n)}siteOfService(e,n){let t={code:e,locality:"national",track:n},r=this.rate({...t,setting:"office"});if(r.kind==="reason"&&(r.reason==="unknown-code"||r.
reason==="no-such-track"))return r;let i=f=>({rate:this.rate({...t,setting:f,payee:"facility"}),facility:this.rate({...t,setting:f,payee:"physician"}),total:this.
rate({...t,setting:f,payee:"total"})}),[{rate:s,...a},{rate:c,...u}]=[i("hopd"),i("asc")],{release:l}=this,d={office:{nonFacility:r},hopd:{oppsRate:s,...a},asc:{
ascRate:c,...u}};return{kind:"sites",release:l,code:e,...d}}feeSchedule(e){let n=this.asked({...e,setting:"office"}),t="kind"in n?n:this.answers.row(n);if(t.kind===
"row")return t;let{setting:r,payee:i,...s}=t;return s}limitingCharge(e){let n=this.asked(e);return"kind"in n?n:this.answers.limit(n)}*all(e){let n;for(let t of this.
codes)n??=this.asked({...e,code:t}),yield"kind"in n?{...n,code:t}:this.answers.answer({...n,code:t})}*rows(e){let{pfs:n}=this;if(e!==void 0&&B(e),n===void 0)return;
let{rvu:t,rows:r}=n;for(let i of e===void 0?Yn(r.count):r.ofCode(e))yield{code:r.codeAt(i),modifier:t.columns.modifier.at(i),state:t.stateOf(i)}}row(e,n){let t=this.
pfs===void 0?void 0:w(this.pfs.rvu,e,n);if(this.pfs===void 0||t===void 0)return;let{rvu:r,fees:i}=this.pfs,{numbers:s}=this.places;return new H({code:e,modifier:n,
state:r.stateOf(t)},{row:t,fees:i,numbers:s})}sentenceOf(e){return _(e,this.reasons)}placeOfZip(e){return this.places.ofZip(e)}placeOfCounty(e){return this.places.
ofCounty(e)}asked(e){ze(e);let{code:n,modifier:t,setting:r,payee:i="physician",track:s,locality:a}=e,c=s!==void 0&&s!==this.tracks[0],u=this.numberOf(a),l={code:n,
modifier:t,setting:r,payee:i,place:u,locality:a??null,isQualifying:c},d=this.refusal(e,c);return d!==void 0?this.answers.none(l,d):u<0?this.located(e,l):l}numberOf(e){
return e==="national"?0:(e===void 0?void 0:this.places.numbers.get(e))??-1}refusal({on:e,track:n},t){let r=e===void 0?void 0:this.outside(e);return r!==void 0?r:
t&&n!==this.tracks[1]?"no-such-track":void 0}outside(e){return V(e,[this.window])?V(e,this.inForce)?void 0:"not-in-force":"outside-window"}located({locality:e,zip:n,
county:t},r){if(e!==void 0){let s=this.localities.length===0?"source-missing":"unknown-locality";return this.answers.none({...r,locality:null},s)}let i=n===void 0?
this.placeOfCounty(t):this.placeOfZip(n);return i.kind==="reason"?this.answers.none(r,i.reason,i.text):{...r,locality:i.key,place:this.places.numbers.get(i.key)}}};function Kn(o,e){let n=({window:t,release:r})=>`${t.from} ${r}`;return n(o)<n(e)?-1:1}var W=class{releases;constructor(e){this.releases=e.toSorted(Kn)}on(e){return te(
e),this.releases.find(({inForce:n})=>V(e,n))}rate(e){return this.on(e.on)?.rate(e)??this.noRelease(e)}history(e){return this.releases.map(n=>({release:n.release,
window:n.window,inForce:n.inForce,answer:n.rate({...e,on:void 0})}))}noRelease({code:e,setting:n,payee:t="physician"}){let r="no-release-on-day",i=F[r];return{kind:"\
reason",value:null,reason:r,text:i,release:null,code:e,setting:n,payee:t,locality:null}}};async function sn(o,e,n,{release:t,parts:r}){if(e===void 0||e===!1||e===!0&&!r.includes(n))return;let i=typeof o=="string"||o instanceof URL;if(e===!0&&!i){let l=`\
the release was opened from an object, so ${n}.json has no address: give it, or the document`;throw new y("part-not-loaded",l)}let s=e===!0?ue(K(o,"reader"),n):
e,{json:a,where:c}=await J(s,n),u=Y(a,`ratebook/${n}`,c);if(u.release===t)return u;throw new y("other-release",`${c} is of release ${u.release}, and ${t} was op\
ened`)}async function Jn(o,e={}){let{json:n,where:t}=await J(o,"reader"),r=Y(n,"ratebook/reader",t),[i,s]=await Promise.all([sn(o,e.zips,"reader-zips",r),sn(o,e.
counties,"reader-counties",r)]);return new T(r,{zips:i,counties:s},t)}async function ri(o,e={}){let n=t=>t instanceof T?t:Jn(t,e);return new W(await Promise.all(
o.map(n)))}export{y as ReaderError,Jn as openRelease,ri as openReleases};
