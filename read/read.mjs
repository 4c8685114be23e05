// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0
var T="3.0.0";var y=class extends Error{code;constructor(e,n){super(n),this.name="ReaderError",this.code=e}};function E(o){return Number(o.split(".")[0])}function W(o,e,n){let t=o,i=typeof t?.schema=="string"&&typeof t.schemaVersion=="string";if(!i||t.schema!==e||typeof t.
release!="string"){let s=i?`is ${t.schema}`:"is no document of ratebook";throw new y("foreign-document",`${n} ${s}, and ${e} was expected`)}let r=String(t.schemaVersion);
if(E(r)!==E(T)){let[s,a]=E(r)>E(T)?["newer","update ratebook"]:["older","build the release again, or use an earlier ratebook"],c=`${n} has shapes ${r}, ${s} tha\
n ${T}, which this reader reads: ${a}`;throw new y("other-shapes",c)}return o}var P=class{where;constructor(e){this.where=e}damaged(e){return new y("damaged-doc\
ument",`${this.where} is damaged: ${e}`)}holds(e,n){if(!e)throw this.damaged(n)}list(e,n,t){if(this.holds(Array.isArray(e),`${n} is not a list`),t!==void 0&&e.length!==
t)throw this.damaged(`${n} has ${e.length} entries instead of ${t}`);return e}whole(e,n,t){let i=this.list(e,n,t),r=i.findIndex(s=>!Number.isSafeInteger(s)||s<0);
if(r>=0)throw this.damaged(`${n} has ${i[r]} as entry ${r}`);return i}integers(e,n,{length:t,below:i=2**31}={}){let r=this.list(e,n,t),s=new Int32Array(r.length);
for(let a=0;a<s.length;a+=1){let c=r[a];if(!Number.isInteger(c)||c<0||c>=i)throw this.damaged(`${n} has ${c} as entry ${a}`);s[a]=c}return s}};function on(){let{process:o}=globalThis;return o?.getBuiltinModule?.("node:fs")}var rn=/^([^?#]*)(.*)$/s;function se(o){let[,e="",n=""]=/^https?:/.test(o)?rn.exec(
o)??[]:["",o];return[e,n]}function V(o,e){let[n,t]=se(String(o));return(n.endsWith(".json")?n:`${n.replace(/\/+$/,"")}/${e}.json`)+t}function ae(o,e){let[n,t]=se(
o);return n.replace(/[^/]*$/,`${e}.json`)+t}function sn(o,e){try{return{json:JSON.parse(o),where:e}}catch(n){let t=`${e} is not JSON, or it was cut: ${n.message}`;
throw new y("not-json",t)}}async function an(o){let e=await fetch(o).catch(n=>{throw new y("not-found",`${o} could not be loaded: ${n.message}`)});if(!e.ok)throw new y(
"not-found",`${o} could not be loaded: status ${e.status}`);return e.text()}function cn(o,e){try{return o.readFileSync(e.startsWith("file:")?new URL(e):e,"utf8")}catch(n){
throw new y("not-found",`${e} could not be read: ${n.message}`)}}async function Y(o,e){if(typeof o!="string"&&!(o instanceof URL))return{json:o,where:`the ${e} \
document`};let n=V(o,e),t=/^https?:/.test(n)?void 0:on();return sn(t===void 0?await an(n):cn(t,n),n)}function w({byModifier:o},e,n){return o.get(n)?.get(e)}function K(o,e){let n=String(o).padStart(e+1,"0");return e===0?n:`${n.slice(0,-e)}.${n.slice(-e)}`}function ce(o,e,n){let t=K(o,e),i=t.length-(e-n),r=t.length;for(;r>
i&&t.charCodeAt(r-1)===48;)r-=1;return t.slice(0,t.charCodeAt(r-1)===46?r-1:r)}var A={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};function $(o){return o*10**(A.fine-A.cents)}function ue(...o){let e=0;for(let n of o)e+=n;return e}var J=10**A.cents,ln=Array.from({length:J},(o,e)=>K(e,A.cents).slice(1));function L(o){let e=o%J;return`${(o-e)/J}${ln[e]}`}function le(o){return ce(o,A.fine,2)}function de(o,e,n){let t=i=>BigInt(o[i])*BigInt(e[i]);return(t("work")+t("pe")+t("mp"))*BigInt(n)}var dn=10925n,pe=13,fe=10n**BigInt(pe-2);function fn(o,e){let n=o.toString().padStart(e+1,"0"),t=n.slice(-e).replace(/0+$/,"");return`${n.slice(0,-e)}.${t.padEnd(
2,"0")}`}function ye(o,e,n){let t=de(o,e,n)*dn;return{cents:Number((t+fe/2n)/fe),unrounded:fn(t,pe)}}function me({national:o},e,n,t){let[i,r]=[o.at(n,t),e?.national.at(n,t)];return i!==void 0&&r!==void 0&&r<i}var he=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
ge=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],k={id:"pfs.nat\
ional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the \
cent once, at the end",cites:he},x={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x\
 MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:he},we={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imaging;\
 nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded half\
 up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...ge,{title:"CMS's OPPSCAP files of 2009A, 201\
3A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},Ce={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:ge},be={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var Re="contractor-priced",b="priced";var pn={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function X(o,e){return pn[o]?.[e]}function Se({modifier:o,pctcIndicator:e,state:n},t){return o==="TC"&&t!=="office"?"technical-component-on\
ly":X(e,t)??(n===b?void 0:n)}var Pe={id:"site.facility-plus-physician",title:"Total payment in a facility: the facility's payment and the physician's",formula:"facility payment + physician'\
s fee schedule amount at the facility rate",cites:[{title:"42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers"},
{title:"42 CFR 419.2, 416.164: facility payments do not include physicians' services"}]};var yn="no-rate-printed",mn="rate-rounds-to-zero";function Ae(o){return o===yn||o===mn}function O(o){return o.startsWith("rated")}var hn="1",gn="6";function wn(o,e,n){let{columns:t}=o;return n===void 0?w(o,e,"TC")!==void 0?{office:"no-global-row",facility:"no-professional-row"}:void 0:{office:t.
pctcIndicator.at(n)===gn?n:"no-global-row",facility:n}}function ke({rvu:o,national:e},n){let[t,i]=["","26"].map(c=>w(o,n,c));if(t===void 0)return wn(o,n,i);let r=o.
columns.pctcIndicator.at(t)===hn;if(i===void 0)return{office:t,facility:r?"no-professional-row":t};let s=!e.has(t)&&e.has(i);return{office:s&&o.stateOf(t)!==Re?
i:t,facility:r||s?i:t}}var D={office:"nonFacility",hopd:"facility",asc:"facility"},Cn={modifier:"",na:!1,reason:"source-missing"},bn={modifier:"",na:!1,reason:"not-in-fee-schedule"};function Rn({
rvu:o,national:e},n,t){let{columns:i}=o,r=(t==="office"?i.nonFacilityNa:i.facilityNa).at(n),s=i.modifier.at(n),a=X(i.pctcIndicator.at(n),t);return a!==void 0?{modifier:s,
na:r,reason:a,decidedBy:"pctcIndicator"}:e.has(n)?{modifier:s,na:r,row:n}:{modifier:s,na:r,reason:o.stateOf(n),decidedBy:"status"}}function Oe(o,e){if(o===void 0)
return()=>Cn;let n=ke(o,e);return n===void 0?()=>bn:t=>{let i=t==="office"?n.office:n.facility;return typeof i!="string"?Rn(o,i,t):{modifier:"",na:!1,reason:i,decidedBy:"\
pctcIndicator"}}}function Ie(o,e){return o.amount===void 0?{reason:`facility-${o.reason}`}:e.amount===void 0?{reason:`physician-${e.reason}`}:{amount:ue(o.amount,e.amount)}}function Fe(o,e,n){
return{reason:o,decidedBy:Ae(o)?n:e}}function ve({opps:o},e){if(o===void 0)return{facility:{reason:"source-missing"},conditional:!1};let n=o.byCode.get(e);if(n===
void 0)return{facility:{reason:"not-in-addendum-b"},conditional:!1};let t=o.states[n]??"unknown",i=o.rates.at(n);return i===null||!O(t)?{facility:Fe(t,"statusIn\
dicator","oppsRate"),conditional:!1}:{facility:{amount:i},conditional:t==="rated-unless-packaged"}}function Sn({surgical:o,ancillary:e,excluded:n},t){return n.has(
t)?{reason:"excluded-from-asc"}:{reason:o===void 0||e===void 0?"source-missing":"not-on-asc-list"}}function Ne({asc:o},e){if(o===void 0)return{reason:"source-mi\
ssing"};let n=o.byCode.get(e);if(n===void 0)return Sn(o,e);let{rate:t,state:i}=n;return t===null||!O(i)?Fe(i,"paymentIndicator","ascRate"):{amount:$(t)}}function Te(o){return{nonFacility:o("nonFacility"),facility:o("facility")}}function I(o){return{cents:o,value:L(o)}}function Ee(o,e,n){return Te(t=>I(o.cents(e,t,n)))}function Pn(o,e){return e?b:o===b?"not-in-qpp-file":o}function $e({code:o,
modifier:e="",locality:n,isQualifying:t,place:i},r,s,{release:a,tracks:c}){let{columns:l}=r.rvu,u=t?r.qualifying:r.fees,d=u?.national.has(s)===!0?Ee(u,s,i):void 0,
f=!t&&r.cap.national.has(s);return{kind:"row",...d??{nonFacility:null,facility:null},state:Pn(r.rvu.stateOf(s),d!==void 0),na:{nonFacility:l.nonFacilityNa.at(s),
facility:l.facilityNa.at(s)},track:c[t?1:0]??null,rule:i===0?k:x,...f&&{oppsCap:{...Ee(r.cap,s,i),rule:we}},release:a,code:o,modifier:e,locality:n}}var An=[31,28,31,30,31,30,31,31,30,31,30,31];function kn(o,e){let n=o%4===0&&(o%100!==0||o%400===0);return(An[e-1]??0)+(e===2&&n?1:0)}function xn(o){let[,e=0,n=0,
t=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(o)??[]).map(Number);return[e,n,t]}function Le(o){let[e,n,t]=xn(o);return 1<=t&&t<=kn(e,n)}var De=["office","hopd","asc"];var Be=/^[0-9A-Z]{5}$/;var Me=new Set(["code","setting","payee","modifier","track","locality","zip","county","on"]);function h(o){return new y("malformed-question",o)}function B(o){if(!(typeof o==
"string"&&Be.test(o)))throw h(`code is ${JSON.stringify(o)}; write five characters, digits and capitals: "22511"`)}function ee(o){if(!(typeof o=="string"&&Le(o)))
throw h(`on is ${JSON.stringify(o)}; write a day as year-month-day: "2026-02-14"`)}function F(o){return typeof o=="string"}function On({locality:o,zip:e,county:n}){
return F(o)?e===void 0&&n===void 0:o!==void 0?!1:F(e)?n===void 0:e===void 0&&F(n)}function In({setting:o,payee:e,modifier:n}){return e==="physician"?n===void 0||
F(n):o==="office"?e===void 0&&(n===void 0||F(n)):(e==="facility"||e==="total")&&n===void 0}function Fn({setting:o,payee:e,modifier:n}){return o!=="office"&&e===
void 0?h(`at ${o} two are paid: write payee "physician", "facility", or "total" for both together`):n!==void 0&&(e==="facility"||e==="total")?h(`a facility's ra\
te has no modifier: ask for the physician's with payee "physician"`):n!==void 0&&!F(n)?h(`modifier is ${JSON.stringify(n)}; write "26"`):h(`payee is ${JSON.stringify(
e)}, who is not paid at ${o}`)}function _e(o){let{setting:e,on:n}=o,t=Object.keys(o).find(i=>!Me.has(i));if(t!==void 0)throw h(`a question has no ${t}; its fiel\
ds are ${[...Me].join(", ")}`);if(n!==void 0&&ee(n),e!=="office"&&!De.includes(e))throw h(`setting is ${JSON.stringify(e)}; write "office", "hopd" or "asc"`);if(!In(
o))throw Fn(o);if(!On(o))throw h('name one place: locality "national" or its key "0111205", or a zip, or a county')}var v={"ambiguous-county":"the county, or another of that name, is in several localities","ambiguous-zip":"CMS's ZIP5 file does not decide between several local\
ities","different-places":"the facility's rate is national, and the physician's fee is of one locality","no-release-on-day":"the release that is in force on the\
 day is not among those that were opened","no-row-with-modifier":"the fee schedule has no row of the code with the modifier","no-such-track":"the release has no\
 amounts of the track","not-in-force":"another release replaces this one on the day, or its amounts do not apply to it","outside-window":"the day is not one of \
the release's days of service","unknown-code":"no file of the release has the code","unknown-county":"no such county is known, or CMS's county file does not hav\
e it","unknown-locality":"the release has no such locality","unknown-zip":"CMS's ZIP5 file does not have the ZIP code"},vn=/^(?:facility|physician)-(?=.)/;function M(o,e){
let n=o.replace(vn,"");return v[n]??e[n]??n.replaceAll("-"," ")}var _=class{release;facilities;books;pfs;tracks;reasons;knows;gpcis;decided=new Map;sentences=new Map;constructor(e){this.release=e.release,this.facilities=e.facilities,
this.pfs=e.pfs,this.tracks=e.tracks,this.reasons=e.reasons,this.knows=e.knows,this.gpcis=e.gpcis}none({code:e,setting:n,payee:t,locality:i},r,s){return{kind:"re\
ason",value:null,reason:r,text:s??this.sentence(r),release:this.release,code:e,setting:n,payee:t,locality:i}}physician(e){let n=this.paying(e);return n===void 0?
this.unknown(e):n.row===void 0?this.none(e,n.reason):this.fee(e,n)}facility(e){let{code:n,setting:t,payee:i}=e;if(!this.knows(n))return this.unknown(e);this.books??=
this.facilities();let{facility:r,conditional:s}=t==="hopd"?ve(this.books,n):{facility:Ne(this.books,n),conditional:!1},a={...e,locality:"national",place:0};if(i===
"facility")return this.facilityAnswer(a,r,s);if(e.place!==0)return this.none(e,"different-places");let c=this.physician({...e,payee:"physician"}),l=c.kind==="re\
ason"?{reason:c.reason}:{amount:$(c.cents)};return this.facilityAnswer(a,Ie(r,l),s)}row(e){let{pfs:n}=this;if(!this.knows(e.code))return this.unknown(e);if(n===
void 0)return this.none(e,"source-missing");let t=w(n.rvu,e.code,e.modifier??"");return t===void 0?this.none(e,"no-row-with-modifier"):$e(e,n,t,this)}limit(e){let n=this.
physician(e);if(n.kind==="reason")return n;let t=this.pfs,i=this.paying(e)?.row,r=e.isQualifying?t.qualifying??t.fees:t.fees,s=n.by==="opps-cap"?t.cap:r,{work:a,
pe:c,mp:l}=this.gpcis,[u,d]=[e.place,D[e.setting]],f={work:a[u],pe:c[u],mp:l[u]},{cents:p,unrounded:g}=ye(s.rvusOf(i,d),f,s.factor),{release:q}=this;return{kind:"\
amount",release:q,code:e.code,...I(p),unrounded:g,rule:be}}fee(e,n){let t=this.pfs,i=e.isQualifying?t.qualifying:t.fees,r=D[e.setting],s=i?.cents(n.row,r,e.place);
if(s===void 0)return this.none(e,"not-in-qpp-file");let a=e.isQualifying?void 0:t.cap.cents(n.row,r,e.place);return a!==void 0?this.capped(e,n,s,a):{kind:"amoun\
t",cents:s,value:L(s),rule:e.place===0?k:x,track:this.tracks[e.isQualifying?1:0]??null,modifier:n.modifier,na:n.na,by:"fee-schedule",release:this.release,code:e.
code,setting:e.setting,payee:"physician",locality:e.locality}}capped(e,n,t,i){let r=this.pfs,s=D[e.setting],a=me(r,r.cap,n.row,s);return{kind:"amount",...I(a?i:
t),rule:Ce,track:this.tracks[0]??null,modifier:n.modifier,na:n.na,by:a?"opps-cap":"fee-schedule",feeSchedule:I(t),oppsCap:I(i),release:this.release,code:e.code,
setting:e.setting,payee:"physician",locality:e.locality}}facilityAnswer(e,n,t){if(n.amount===void 0)return this.none(e,n.reason);let{code:i,setting:r,payee:s,locality:a}=e,
c=n.amount;return{kind:"amount",value:le(n.amount),cents:c%100===0?c/100:null,tenThousandths:c,rule:s==="total"?Pe:null,conditional:t,release:this.release,code:i,
setting:r,payee:s,locality:a}}paying({code:e,modifier:n,setting:t}){let i=(this.decided.get(e)??this.decide(e))?.[t];return i===void 0||n===void 0?i:this.modified(
e,n,t,i)}decide(e){if(!this.knows(e))return;let n=Oe(this.pfs,e),t={office:n("office"),hopd:n("hopd"),asc:n("asc")};return this.decided.set(e,t),t}modified(e,n,t,i){
let{pfs:r}=this;if(r===void 0||i.reason==="not-in-fee-schedule")return i;let s=w(r.rvu,e,n);if(s===void 0)return{modifier:n,na:!1,reason:"no-row-with-modifier"};
let{columns:a}=r.rvu,c=(t==="office"?a.nonFacilityNa:a.facilityNa).at(s),l={modifier:n,pctcIndicator:a.pctcIndicator.at(s),state:r.rvu.stateOf(s)},u=Se(l,t);return u===
void 0?{modifier:n,na:c,row:s}:{modifier:n,na:c,reason:u}}unknown(e){return B(e.code),this.none(e,"unknown-code")}sentence(e){let n=this.sentences.get(e);if(n!==
void 0)return n;let t=M(e,this.reasons);return this.sentences.set(e,t),t}};var G=class{list;constructor(e,n){n.holds(typeof e=="string","codes is not a text");let t=e.split(" "),i="";for(let r=0;r<t.length;r+=1){let s=t[r],a=i.slice(0,
5-s.length)+s;if(a.length!==5||a<=i)throw n.damaged(`codes has ${a} after ${i}`);t[r]=a,i=a}this.list=t}indexOf(e){let n=0,t=this.list.length-1;for(;n<=t;){let i=n+
t>>1,r=this.list[i];if(r===e)return i;r<e?n=i+1:t=i-1}return-1}};function Ge(o,e,n){if(o===null)return;let{indicators:t,kinds:i}=o,r=n.integers(i.indicator,"opps.kinds.indicator",{below:t.length}),s=n.list(i.rate,"opps.kinds.\
rate",r.length);n.whole(s.map(d=>d??0),"opps.kinds.rate");let a=Array.from(r,d=>t[d].state),c=r.length+1,l=n.integers(o.kindOf,"opps.kindOf",{length:e.list.length,
below:c});return{states:a,rates:{at:d=>{let f=s[d]??null;return f===null?null:f}},byCode:{get:d=>Ue(l,e.indexOf(d))}}}function Ue(o,e){let n=o[e]??0;return n===
0?void 0:n-1}function Qe(o,e,n){if(o===null)return;let{kinds:t}=o,i=n.list(t,"asc.kinds").length+1,r=n.integers(o.kindOf,"asc.kindOf",{length:e.list.length,below:i}),
s=n.integers(o.rates,"asc.rates"),a=new Int32Array(e.list.length),c=0;for(let f=0;f<a.length;f+=1){let p=t[r[f]-1];p===void 0||!O(p.state)||(a[f]=s[c]??0,c+=1)}
n.holds(c===s.length,`asc.rates has ${s.length} entries instead of ${c}`);let l=f=>t[Ue(r,e.indexOf(f))??-1],u=f=>{let p=l(f);if(p===void 0||p.addendum==="EE")return;
let g=O(p.state)?a[e.indexOf(f)]:null;return{state:p.state,rate:g}},d=f=>o.addenda.includes(f)?o:void 0;return{surgical:d("AA"),ancillary:d("BB"),byCode:{get:u},
excluded:{has:f=>l(f)?.addendum==="EE"}}}function ze(o){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(o.trim())?.groups?.five}function Ze(o){return new Set(o.map(({locality:n})=>n)).size>1?"several loca\
lities have it":o.some(({plusFour:n})=>n===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function C(o){return o.normalize("NFD").toUpperCase().replace(/\bSAINT\b/g,"ST").replace(/[^A-Z0-9]/g,"")}var He=/\s+(?:(?<city>CITY)|COUNTY|CNTY|CO\.?|PARISH|(?:CITY AND )?BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|PLANNING REGION)$/i,
Nn=510;function ne({name:o,state:e,isCity:n}){return`${o}${n?" City":""}, ${e}`}var U=class{data;states=new Map;known=new Map;constructor(e){this.data=e}stateNamed(e){
if(!this.states.has(e)){let n=C(e),t=this.data.names.states.find(({name:r})=>C(r)===n)?.state??n,i=this.data.states.find(({state:r,name:s})=>r===t||C(s)===n);this.
states.set(e,i)}return this.states.get(e)}countiesOf({state:e,counties:n}){let t=this.known.get(e)??Object.entries(n).map(([i,r])=>({code:i,name:r,state:e,isCity:Number(
i.slice(2))>=Nn,letters:C(r)}));return this.known.set(e,t),t}countyOfCode(e){let n=this.data.states.find(({fips:t})=>e.startsWith(t));return n&&this.countiesOf(
n).find(t=>t.code===e)}countiesNamed(e,n){let t=n.trim(),i=this.byBareName(e,t),r=He.exec(t);if(i.length>0||r===null)return i;let s=r.groups?.city!==void 0;return this.
byBareName(e,t.slice(0,r.index)).filter(a=>a.isCity===s)}countyOfCms(e,n){let{misprints:t}=this.data.names,i=t.find(c=>c.state===e.state&&c.printed===n);if(i!==
void 0)return this.countiesOf(e).find(({code:c})=>c===i.county);let r=this.countiesNamed(e,n),[s,a]=r.length>1?r.filter(({isCity:c})=>!c):r;return a===void 0?s:
void 0}cityNamed(e,n){let t=[n.trim(),n.trim().replace(He,"")].map(C),i=this.data.names.cities.find(r=>r.state===e.state&&t.includes(C(r.name)));return i&&{city:i,
counties:this.countiesOf(e).filter(({code:r})=>i.counties.includes(r))}}byBareName(e,n){let t=C(n),i=this.data.names.names.find(r=>r.state===e.state&&C(r.name)===
t);return this.countiesOf(e).filter(r=>r.letters===t||i?.counties.includes(r.code)===!0)}};function je(o,{state:e}){return(e??"").split("/").flatMap(n=>o.stateNamed(n)??[])}function Tn(o,e){let n=je(o,e).flatMap(r=>[{state:r,names:e.coverage==="listed"?
e.counties:[],isListed:!0},{state:r,names:e.except??[],isListed:!1}]),t=(e.elsewhere??[]).map(({state:r,counties:s})=>({state:o.stateNamed(r),names:s,isListed:!0})),
i=[...n,...t].flatMap(({names:r,...s})=>r.map(a=>({...s,printed:a})));return i.map((r,s)=>{let a=e.cutShort===!0&&s===i.length-1,c=r.state&&!a?o.countyOfCms(r.state,
r.printed):void 0;return{...r,county:c}})}function En(o,e,n,t){if(e.coverage==="listed")return[];let i=new Set(n.map(({county:r})=>r?.code));return o.flatMap(({
counties:r})=>Object.keys(r)).filter(r=>!i.has(r)&&(e.coverage==="all"||!t.has(r)))}function qe(o,e){let n=e.map(l=>({row:l,names:Tn(o,l)})),i=n.flatMap(({row:l,
names:u})=>u.filter(({isListed:d})=>d).map(d=>({row:l,...d}))).flatMap(({row:l,county:u})=>u===void 0?[]:[{row:l,code:u.code}]),r=new Set(i.map(({code:l})=>l)),
s=n.flatMap(({row:l,names:u})=>En(je(o,l),l,u,r).map(d=>({row:l,code:d}))),a=new Map;for(let{row:l,code:u}of[...i,...s])a.set(u,[...a.get(u)??[],l]);let c=n.flatMap(
({row:l,names:u})=>u.flatMap(({state:d,printed:f,county:p})=>p===void 0?[{state:d,printed:f,row:l}]:[]));return{rows:a,unknown:c}}var m=class extends Error{code;cure;rows;constructor(e,n,t,i=[]){super(n),this.code=e,this.cure=t,this.rows=i}};function te({locality:o,area:e}){return`${o} ${e.
trim()}`}function oe(o){return`${ne(o)} (FIPS ${o.code})`}function We(o,e,n){let t=`"${o}" could be in ${[...new Set(e.map(te))].join(" or in ")}: ${n}`;return new m(
"county.ambiguous",t,"Name the locality with --locality, or give --zip",e)}function $n({known:o},e){let[,n="",t=""]=/^\s*(.+?)\s*,\s*(.+?)\s*$/.exec(e)??[];if(n===
"")throw new m("county.invalid",`"${e}" has no state`,'Write it as "Marin, CA"');let i=o.stateNamed(t);if(i!==void 0)return{name:n,state:i};let r='Write two let\
ters or the name: "Marin, CA", "Marin, California"';throw new m("county.invalid",`"${t}" is not a state or territory`,r)}function Ln({known:o,areas:{rows:e},zipRow:n},t,i){
let r=o.cityNamed(t,i);if(r===void 0)return;let s=r.counties.map(d=>({county:d,row:e.get(d.code)?.[0]})),a=s.map(({county:d,row:f})=>[ne(d),...f===void 0?[]:[`(${te(
f)})`]].join(" ")),{zip:c}=r.city,l=c===void 0?void 0:n(c),u=c!==void 0&&l?.row!==void 0&&l.locality===s[0]?.row?.locality;return{message:`it is a city or borou\
gh in ${a.join("; ")}`,cure:`Ask with --county "${r.counties[0]?.name}, ${t.state}" for an address there, or with --zip${u?`: ${c} is in that locality by row ${l.
row} of CMS's ZIP5 file`:" and the ZIP code of the address"}`}}function Dn({known:o,areas:e},n,t){let i=a=>` ${a.toUpperCase().replace(/[^A-Z0-9]+/g," ")} `,s=o.
countiesOf(n).flatMap(({code:a})=>e.rows.get(a)??[]).find(({coverage:a,area:c})=>a==="listed"&&i(c).includes(i(t)));if(s!==void 0)return{message:`CMS's locality\
 of that name, ${te(s)}, lists ${s.counties.join(", ")}`,cure:"Name the county, or give --zip"}}function Bn(o,e,n){let t=o.known.countiesOf(e).map(a=>a.name),i=Ln(
o,e,n)??Dn(o,e,n),r=i===void 0?o.didYouMean(n,t):`: ${i.message}`,s=`"${n}" is not a county of ${e.name}${r}`;return new m("county.unknown",s,i?.cure??"Name the\
 county, or give --zip")}function Mn({known:o,areas:e},n,t,i){let r=o.cityNamed(n,t);if(r===void 0||/\s(county|cnty|co\.?)$/i.test(t)||r.counties.some(({code:u})=>i.
some(d=>d.code===u)))return;let s=r.counties.map(u=>`${u.name} County`).join(", "),a=`"${t}, ${n.state}" is a county, and a city in ${s}`,c=`Write --county "${t}\
 County, ${n.state}" or --county "${r.counties[0]?.name}, ${n.state}", or give --zip`,l=[...i,...r.counties].flatMap(({code:u})=>e.rows.get(u)??[]);throw new m(
"county.ambiguous",a,c,l)}function _n({unknown:o},e,n){if(n.every(({coverage:s})=>s==="listed"))return;let t=o.filter(({state:s})=>s===void 0||s.state===e.state);
if(t.length===0)return;let i=[...t.map(({row:s})=>s),...n],r=t.map(({printed:s})=>`"${s}"`).join(", ");throw We(oe(e),i,`CMS's county file prints ${r}, which is\
 cut short or is not a county`)}function Gn(o,e){return e.flatMap(n=>{let t=o.rows.get(n.code)??[];return _n(o,n,t),t.map(i=>({row:i,county:oe(n)}))})}function Ve(o,e){
let{name:n,state:t}=$n(o,e),i={...o,areas:qe(o.known,o.file)},r=o.known.countiesNamed(t,n);if(r.length===0)throw Bn(i,t,n);Mn(i,t,n,r);let s=Gn(i.areas,r),[a]=s;
if(a===void 0){let u=`no row of the county file has ${r.map(oe).join(" or ")}`;throw new m("county.no-row",u,"Give --zip, or name the locality with --locality")}
let c=s.map(({row:u})=>u);if(new Set(c.map(({locality:u})=>u)).size>1)throw We(e,c,"CMS's county file lists it in each");return a}var Q=class{quarter;kinds;kindOf=new Uint16Array(1e5);constructor({quarter:e,runs:n,kinds:t,kindOf:i},r){this.quarter=e,this.kinds=r.list(t,"kinds");let s=r.integers(
i,"kindOf"),a=r.integers(n,"runs"),c=[];for(let d=0;d+1<s.length;d+=2){let[f,p]=[s[d],s[d+1]];r.holds(f<t.length&&c.length+p<=1e5,"kindOf");for(let g=0;g<p;g+=1)
c.push(f+1)}r.holds(a.reduce((d,f)=>d+f,0)===1e5,"runs");let l=0,u=0;a.forEach((d,f)=>{if(f%2===1)for(let p=0;p<d;p+=1)this.kindOf[l+p]=c[u+p]??0;u+=f%2===1?d:0,
l+=d}),r.holds(u===c.length,"kindOf")}rowsOf(e){return this.kinds[(this.kindOf[Number(e)]??0)-1]}};var Un={"county.ambiguous":"ambiguous-county","county.invalid":"unknown-county","county.unknown":"unknown-county","county.no-row":"unknown-county"},z=class{localities;numbers;parts;has;zips;catalogue;constructor(e,n,t){
this.localities=e,this.numbers=new Map(e.map(({key:i},r)=>[i,r+1])),this.parts=n,this.has=t}ofZip(e){let n=this.withoutPart("zips",this.parts.zips);if(n!==void 0)
return n;let t=ze(e);if(t===void 0)return this.none("unknown-zip",`"${e}" is not a ZIP code; write five digits, or nine`);let i=this.zipRows(t);if(i.length===0)
return this.none("unknown-zip");let r=Ze(i),s=i.map(({locality:c})=>c);if(r===void 0)return this.found(s[0],`ZIP ${t}, by CMS's ZIP5 file of ${this.quarter}`);let a=i.
some(c=>c.plusFour===!0);return{...this.none("ambiguous-zip",`${t}: ${r}`),among:this.named(s),plusFour:a}}ofCounty(e){let{counties:n}=this.parts,t=this.withoutPart(
"counties",n);if(t!==void 0||n===void 0)return t??this.none("source-missing");this.catalogue??=new U(n);let i=n.areas.map(s=>({...s,twoCarriers:!1})),r=s=>this.
parts.zips===void 0?void 0:this.zipRows(s)[0];try{let{row:s,county:a}=Ve({known:this.catalogue,file:i,zipRow:r,didYouMean:()=>""},e);return this.found(s.locality,
`${a}, by row ${s.row} of CMS's county file`)}catch(s){if(!(s instanceof m))throw s;let a=this.named(s.rows.map(({locality:c})=>c));return{...this.none(Un[s.code],
s.message),among:a}}}get quarter(){return this.zips?.quarter??""}zipRows(e){let n=this.parts.zips;return this.zips??=new Q(n,new P("reader-zips.json")),this.zips.
rowsOf(e)??[]}named(e){return[...new Set(e)].map(t=>this.localities.find(i=>i.key===t)??{key:t,name:"",state:null})}found(e,n){let t=this.localities.find(i=>i.key===
e);return t===void 0?{...this.none("unknown-locality"),among:this.named([e])}:{kind:"locality",...t,foundBy:n}}none(e,n){let t=e==="source-missing"?"the release\
 was built without CMS's file for it":v[e];return{kind:"reason",reason:e,text:n??t,among:[],plusFour:!1}}withoutPart(e,n){if(n!==void 0)return;if(!this.has(`rea\
der-${e}`))return this.none("source-missing");let t=`reader-${e}.json is not loaded: open the release with { ${e}: true }`;throw new y("part-not-loaded",t)}};var Z=class{code;modifier;state;source;constructor(e,n){this.code=e.code,this.modifier=e.modifier,this.state=e.state,this.source=n}get rvus(){let{row:e,fees:n}=this.
source;if(!n.has(e))return;let{work:t,pe:i,mp:r}=n.rvusOf(e,"nonFacility");return{work:t,nonFacilityPe:i,facilityPe:n.rvusOf(e,"facility").pe,mp:r}}cents(e,n,t){
let{row:i,fees:r,numbers:s}=this.source,a=n==="national"?0:s.get(n);return a===void 0?void 0:r.cents(i,e,a,t)}rule(e){return e==="national"?k:x}inLocalities(e){
let{row:n,fees:t,numbers:i}=this.source;return t.has(n)?Int32Array.from({length:i.size},(r,s)=>t.cents(n,e,s+1)):new Int32Array(0)}};function R(o){let e=0;for(let n of o)n>e&&(e=n);return e}function Ye(o,e,n){let t=BigInt(Math.max(R(o.nonFacilityPe),R(o.facilityPe))),i=BigInt(R(o.work))*BigInt(
R(e.work)),r=BigInt(R(o.mp))*BigInt(R(e.mp));return(i+t*BigInt(R(e.pe))+r)*BigInt(n)+BigInt(5e6)}function Ke(o,e,n,t,i,r,s){return Math.floor(((o*t+n*r+e*i)*s+5e6)/
1e7)}function Je(o,e,n){let t=e.work.length,i=(s,a,c)=>{let l=BigInt(o.work[s]??0)*BigInt(e.work[a]??0),u=BigInt(c[s]??0)*BigInt(e.pe[a]??0),d=BigInt(o.mp[s]??0)*BigInt(
e.mp[a]??0),f=((l+u+d)*BigInt(n)+BigInt(5e6))/BigInt(1e7);if(f>BigInt(2147483647))throw new RangeError(`an amount of ${f} cents is not possible`);return Number(
f)},r=s=>Int32Array.from({length:o.work.length*t},(a,c)=>i(Math.floor(c/t),c%t,s));return{nonFacility:r(o.nonFacilityPe),facility:r(o.facilityPe)}}var xo={work:Int32Array.of(1e3),pe:Int32Array.of(1e3),mp:Int32Array.of(1e3)};function H(o,e,n,t){let i=n.integers(o.nonFacilityPe,`${e}.nonFacilityPe`,{length:t}),s=n.list(o.facilityPe,`${e}.facilityPe`,t).map((a,c)=>a??i[c]);return{work:n.
integers(o.work,`${e}.work`,{length:t}),nonFacilityPe:i,facilityPe:n.integers(s,`${e}.facilityPe`),mp:n.integers(o.mp,`${e}.mp`,{length:t})}}var S=class{national;factor;rvus;gpcis;positions;largest;constructor(e,n,t,i){
this.rvus=e,this.positions=n,this.gpcis=t,this.factor=i,this.national={has:r=>n[r]>=0,at:(r,s)=>this.cents(r,s,0)}}cents(e,n,t,i=this.factor){let r=this.positions[e];
if(r<0)return;if(!this.fitsAt(i))return this.beyondBound(r,n,t,i);let{work:s,nonFacilityPe:a,facilityPe:c,mp:l}=this.rvus,{work:u,pe:d,mp:f}=this.gpcis;return Ke(
s[r],(n==="nonFacility"?a:c)[r],l[r],u[t],d[t],f[t],i)}has(e){return this.positions[e]>=0}rvusOf(e,n){let t=this.positions[e],{work:i,nonFacilityPe:r,facilityPe:s,
mp:a}=this.rvus,c=n==="nonFacility"?r:s;return{work:i[t],pe:c[t],mp:a[t]}}fitsAt(e){return this.largest??=Number(Ye(this.rvus,this.gpcis,1)),this.largest*e<=Number.
MAX_SAFE_INTEGER}beyondBound(e,n,t,i){let r=(q,re)=>q.subarray(re,re+1),{work:s,nonFacilityPe:a,facilityPe:c,mp:l}=this.rvus,u={work:r(s,e),nonFacilityPe:r(a,e),
facilityPe:r(c,e),mp:r(l,e)},{work:d,pe:f,mp:p}=this.gpcis,g={work:r(d,t),pe:r(f,t),mp:r(p,t)};return Je(u,g,i)[n][0]}};function Xe(o,e){let n=o?.keys.length??0,t=i=>{let r=o===null?[]:e.list(o[i],`localities.${i}`,n);return e.integers([1e3,...r],`localities.${i}`)};for(let i of[
"names","states"])o&&e.list(o[i],i,n);return{work:t("work"),pe:t("pe"),mp:t("mp")}}var ie=class{count;positions;priced;codes;kinds;kindOf;first;codeOf;constructor(e,n,t){
let{length:i}=n.list;this.codes=n,this.kinds=t.list(e.kinds,"pfs.kinds"),this.kindOf=t.integers(e.kindOf,"pfs.kindOf",{length:i,below:e.kinds.length}),this.first=
new Int32Array(i);let r=0;for(let s=0;s<i;s+=1)this.first[s]=r,r+=this.kindAt(s).length;this.count=r,this.codeOf=new Int32Array(r),this.positions=new Int32Array(
r),this.priced=this.number()}cell(e){let n=this.codeOf[e];return this.kindAt(n)[e-this.first[n]]}codeAt(e){return this.codes.list[this.codeOf[e]]}rowWith(e,n){let t=this.
codes.indexOf(e);if(t<0)return;let i=this.kindAt(t).findIndex(r=>r.modifier===n);return i<0?void 0:this.first[t]+i}ofCode(e){let n=this.codes.indexOf(e);return n<
0?[]:this.kindAt(n).map((t,i)=>this.first[n]+i)}kindAt(e){return this.kinds[this.kindOf[e]]}number(){let e=this.kinds.map(i=>i.map(({state:r})=>r===b)),[n,t]=[0,
0];for(let i=0;i<this.first.length;i+=1)for(let r of e[this.kindOf[i]])this.codeOf[n]=i,this.positions[n]=r?t:-1,t+=r?1:0,n+=1;return t}};function Qn(o,e){let n=new Int32Array(
e).fill(-1),t=0;for(let i of o)n[i]=t,t+=1;return n}function zn(o){let e=0;return Array.from(o,n=>(e+=n,e))}function Zn(o,e){let n=t=>Int32Array.from([...o[t],...e[t]]);
return{work:n("work"),nonFacilityPe:n("nonFacilityPe"),facilityPe:n("facilityPe"),mp:n("mp")}}function Hn({missing:o,others:e,factor:n},t,i,r){let s=t.positions.
length,a=t.positions.slice();r.whole([n],"pfs.qualifying.factor");for(let u of r.integers(o,"pfs.qualifying.missing",{below:s}))a[u]=-1;let c=r.integers(e.rows,
"pfs.qualifying.others.rows",{below:s});if(c.length===0)return new S(t.rvus,a,i,n);let l=H(e,"pfs.qualifying.others",r,c.length);return c.forEach((u,d)=>{a[u]=t.
rvus.work.length+d}),new S(Zn(t.rvus,l),a,i,n)}function jn(o,e,n,t,i){let r=zn(i.integers(o.rows,"pfs.oppsCap.rows"));i.holds(r.every(a=>a<e),"pfs.oppsCap.rows");
let s=o;return new S(H(s,"pfs.oppsCap",i,r.length),Qn(r,e),n,t)}function en(o,e,n,t){if(o===null)return;let i=new ie(o,e,t),{positions:r}=i,s=H(o.rvus,"pfs.rvus",
t,i.priced),[a=0]=t.whole([o.factor],"pfs.factor"),c=new S(s,r,n,a);return{rvu:{columns:{modifier:{at:u=>i.cell(u).modifier},pctcIndicator:{at:u=>i.cell(u).pctcIndicator},
nonFacilityNa:{at:u=>i.cell(u).nonFacilityNa===!0},facilityNa:{at:u=>i.cell(u).facilityNa===!0}},stateOf:u=>i.cell(u).state,byModifier:{get:u=>({get:d=>i.rowWith(
d,u)})}},national:c.national,fees:c,qualifying:o.qualifying===null?void 0:Hn(o.qualifying,{rvus:s,positions:r},n,t),cap:jn(o.oppsCap,i.count,n,a,t),rows:i}}function nn(o,e){return e.some(({from:n,to:t})=>n<=o&&o<=t)}function qn({localities:o}){if(o===null)return[];let{keys:e,names:n,states:t}=o;return e.map((i,r)=>({
key:i,name:n[r]??"",state:t[r]??null}))}function*Wn(o){for(let e=0;e<o;e+=1)yield e}var N=class{release;title;window;inForce;replacedBy;coverage;caveats;files;codes;tracks;factors;reasons;places;answers;pfs;constructor(e,n,t){
this.release=e.release,this.title=e.title,this.window=e.window,this.inForce=e.inForce,this.replacedBy=e.replacedBy,this.coverage=e.coverage,this.caveats=e.caveats,
this.files=e.files;let i=new P(t),r=new G(e.codes,i);this.codes=r.list;let s=Xe(e.localities,i),a=en(e.pfs,r,s,i);this.pfs=a;let c=[e.pfs?.track??null,e.pfs?.qualifying?.
track??null];this.tracks=c.filter(l=>l!==null),this.factors=[e.pfs,e.pfs?.qualifying].flatMap(l=>l?[{track:l.track,factor:l.factor}]:[]),this.reasons=e.reasons,
this.places=new z(qn(e),n,l=>e.parts.includes(l)),this.answers=new _({release:e.release,facilities:()=>({opps:Ge(e.opps,r,i),asc:Qe(e.asc,r,i)}),pfs:a,tracks:c,
reasons:e.reasons,knows:l=>r.indexOf(l)>=0,gpcis:s})}get localities(){return this.places.localities}rate(e){let n=this.asked(e);return"kind"in n?n:n.payee==="ph\
ysician"?this.answers.physician(n):this.answers.facility(n)}siteOfService(e,n){let t={code:e,locality:"national",track:n},i=this.rate({...t,setting:"office"});if(i.
kind==="reason"&&(i.reason==="unknown-code"||i.reason==="no-such-track"))return i;let r=f=>({rate:this.rate({...t,setting:f,payee:"facility"}),facility:this.rate(
{...t,setting:f,payee:"physician"}),total:this.rate({...t,setting:f,payee:"total"})}),[{rate:s,...a},{rate:c,...l}]=[r("hopd"),r("asc")],{release:u}=this,d={office:{
nonFacility:i},hopd:{oppsRate:s,...a},asc:{ascRate:c,...l}};return{kind:"sites",release:u,code:e,...d}}feeSchedule(e){let n=this.asked({...e,setting:"office"}),
t="kind"in n?n:this.answers.row(n);if(t.kind==="row")return t;let{setting:i,payee:r,...s}=t;return s}limitingCharge(e){let n=this.asked(e);return"kind"in n?n:this.
answers.limit(n)}*all(e){for(let n of this.codes)yield this.rate({...e,code:n})}*rows(e){let{pfs:n}=this;if(e!==void 0&&B(e),n===void 0)return;let{rvu:t,rows:i}=n;
for(let r of e===void 0?Wn(i.count):i.ofCode(e))yield{code:i.codeAt(r),modifier:t.columns.modifier.at(r),state:t.stateOf(r)}}row(e,n){let t=this.pfs===void 0?void 0:
w(this.pfs.rvu,e,n);if(this.pfs===void 0||t===void 0)return;let{rvu:i,fees:r}=this.pfs,{numbers:s}=this.places;return new Z({code:e,modifier:n,state:i.stateOf(t)},
{row:t,fees:r,numbers:s})}sentenceOf(e){return M(e,this.reasons)}placeOfZip(e){return this.places.ofZip(e)}placeOfCounty(e){return this.places.ofCounty(e)}asked(e){
_e(e);let{code:n,modifier:t,setting:i,payee:r="physician",track:s,locality:a}=e,c=s!==void 0&&s!==this.tracks[0],l=this.numberOf(a),u={code:n,modifier:t,setting:i,
payee:r,place:l,locality:a??null,isQualifying:c},d=this.refusal(e,c);return d!==void 0?this.answers.none(u,d):l<0?this.located(e,u):u}numberOf(e){return e==="na\
tional"?0:(e===void 0?void 0:this.places.numbers.get(e))??-1}refusal({on:e,track:n},t){let i=e===void 0?void 0:this.outside(e);return i!==void 0?i:t&&n!==this.tracks[1]?
"no-such-track":void 0}outside(e){return nn(e,[this.window])?nn(e,this.inForce)?void 0:"not-in-force":"outside-window"}located({locality:e,zip:n,county:t},i){if(e!==
void 0){let s=this.localities.length===0?"source-missing":"unknown-locality";return this.answers.none({...i,locality:null},s)}let r=n===void 0?this.placeOfCounty(
t):this.placeOfZip(n);return r.kind==="reason"?this.answers.none(i,r.reason,r.text):{...i,locality:r.key,place:this.places.numbers.get(r.key)}}};function Vn(o,e){let n=({window:t,release:i})=>`${t.from} ${i}`;return n(o)<n(e)?-1:1}var j=class{releases;constructor(e){this.releases=e.toSorted(Vn)}on(e){return ee(
e),this.releases.find(({inForce:n})=>n.some(({from:t,to:i})=>t<=e&&e<=i))}rate(e){return this.on(e.on)?.rate(e)??this.noRelease(e)}history(e){return this.releases.
map(n=>({release:n.release,window:n.window,inForce:n.inForce,answer:n.rate({...e,on:void 0})}))}noRelease({code:e,setting:n,payee:t="physician"}){let i="no-rele\
ase-on-day",r=v[i];return{kind:"reason",value:null,reason:i,text:r,release:null,code:e,setting:n,payee:t,locality:null}}};async function tn(o,e,n,{release:t,parts:i}){if(e===void 0||e===!1||e===!0&&!i.includes(n))return;let r=typeof o=="string"||o instanceof URL;if(e===!0&&!r){let u=`\
the release was opened from an object, so ${n}.json has no address: give it, or the document`;throw new y("part-not-loaded",u)}let s=e===!0?ae(V(o,"reader"),n):
e,{json:a,where:c}=await Y(s,n),l=W(a,`ratebook/${n}`,c);if(l.release===t)return l;throw new y("other-release",`${c} is of release ${l.release}, and ${t} was op\
ened`)}async function Yn(o,e={}){let{json:n,where:t}=await Y(o,"reader"),i=W(n,"ratebook/reader",t),r=await tn(o,e.zips,"reader-zips",i),s=await tn(o,e.counties,
"reader-counties",i);return new N(i,{zips:r,counties:s},t)}async function Jo(o,e={}){let n=t=>t instanceof N?t:Yn(t,e);return new j(await Promise.all(o.map(n)))}export{y as ReaderError,Yn as openRelease,Jo as openReleases};
