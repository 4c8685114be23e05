// ratebook/read/claims: what Medicare pays for the lines of one claim. Apache-2.0
var $i=Object.defineProperty;var bn=(e,t)=>{for(var n in t)$i(e,n,{get:t[n],enumerable:!0})};var V="3.0.0",Pt="3.0.0";var Rn={title:"CMS, Medicare NCCI Policy Manual 2026, chapter I"},be={id:"ncci.ptp-edit",title:"Not paid beside another code of the claim",formula:"0 for the co\
de of column 2, without an NCCI-associated modifier that the edit allows",cites:[{title:"NCCI procedure-to-procedure edits in force on the day"},Rn]},Re={id:"nc\
ci.add-on-alone",title:"Add-on code without one of its primary codes",formula:"0",cites:[{title:"NCCI add-on code edits of type 1 in force on the day"},Rn]};function Li(e){let[,t=0,n=0,o=0]=(/^(\d{4})-(\d{2})-(\d{2})$/.exec(e)??[]).map(Number);return[t,n,o]}function Cn(e,t,n=1){return Date.UTC(e,t-1,n)/864e5}function An(e){
let[t,n,o]=Li(e);return 1<=n&&n<=12&&1<=o&&o<=Cn(t,n+1)-Cn(t,n)}var vt=["office","hopd","asc"];var Ce=["proposed","final"],xn=/^[0-9A-Z]{5}$/,Sn=4;var Ot={"anesthesia.json":{withoutTime:["01953","01995","01996"],cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 50.G: contractors do not \
recognize time units for 01995 and 01996"},{title:"CMS Program Memorandum B-03-017 (change request 2539): of an add-on code only the base units are allowed, its\
 time is reported with the primary code; the add-on codes of obstetrical anesthesia, 01968 and 01969, have time of their own"}]},"asc-combinations.json":{title:"\
Codes with which an ASC bills a primary procedure together with an add-on procedure",cites:[{title:"OPPS Addendum J of the CY 2025 final rule: complexity adjust\
ments and their evaluation"},{title:"ASC Addenda AA and FF of January 2025, corrected"}],unknown:{codes:["C7520","C7530","C7533","C7534","C7541","C7542","C7543",
"C7544","C7552","C7553","C7557","C7558","C7566","C7567","C7568","C7569","C7570","C7571"],why:"They are on the ASC lists of 2023, 2024 or 2026 and not on that of\
 2025. No Addendum J of those years is available, so their parts are not known"},combinations:[{code:"C7500",primary:"11044",secondary:"20700"},{code:"C7501",primary:"\
19081",secondary:"19082"},{code:"C7502",primary:"19085",secondary:"19086"},{code:"C7503",primary:"38510",secondary:"38900"},{code:"C7504",primary:"22510",secondary:"\
22512"},{code:"C7505",primary:"22511",secondary:"22512"},{code:"C7506",primary:"26860",secondary:"26861"},{code:"C7507",primary:"22513",secondary:"22515"},{code:"\
C7508",primary:"22514",secondary:"22515"},{code:"C7509",primary:"31622",secondary:"31627"},{code:"C7510",primary:"31624",secondary:"31627"},{code:"C7511",primary:"\
31625",secondary:"31627"},{code:"C7512",primary:"31625",secondary:"31654"},{code:"C7513",primary:"36901",secondary:"36907"},{code:"C7514",primary:"36901",secondary:"\
36908"},{code:"C7515",primary:"36901",secondary:"36909"},{code:"C7516",primary:"93454",secondary:"92978"},{code:"C7517",primary:"93454",secondary:"G0278"},{code:"\
C7518",primary:"93455",secondary:"92978"},{code:"C7519",primary:"93455",secondary:"93571"},{code:"C7521",primary:"93456",secondary:"92978"},{code:"C7522",primary:"\
93456",secondary:"93571"},{code:"C7523",primary:"93458",secondary:"92978"},{code:"C7524",primary:"93458",secondary:"93571"},{code:"C7525",primary:"93459",secondary:"\
92978"},{code:"C7526",primary:"93459",secondary:"93571"},{code:"C7527",primary:"93460",secondary:"92978"},{code:"C7528",primary:"93460",secondary:"93571"},{code:"\
C7529",primary:"93461",secondary:"93571"},{code:"C7531",primary:"37224",secondary:"37252"},{code:"C7532",primary:"37246",secondary:"37252"},{code:"C7535",primary:"\
37226",secondary:"37252"},{code:"C7537",primary:"33206",secondary:"33225"},{code:"C7538",primary:"33207",secondary:"33225"},{code:"C7539",primary:"33208",secondary:"\
33225"},{code:"C7540",primary:"33228",secondary:"33225"},{code:"C7545",primary:"47536",secondary:"47544"},{code:"C7546",primary:"50387",secondary:"50706"},{code:"\
C7547",primary:"50434",secondary:"50706"},{code:"C7548",primary:"50435",secondary:"50706"},{code:"C7549",primary:"50688",secondary:"50706"},{code:"C7550",primary:"\
52204",secondary:"C9738"},{code:"C7551",primary:"64784",secondary:"64787"},{code:"C7554",primary:"52000",secondary:"C9738"},{code:"C7555",primary:"60240",secondary:"\
60512"},{code:"C7556",primary:"31624",secondary:"31654"},{code:"C7560",primary:"43275",secondary:"43273"},{code:"C7562",primary:"93460",secondary:"0523T"},{code:"\
C7563",primary:"37246",secondary:"37247"},{code:"C7564",primary:"37187",secondary:"37252"},{code:"C7565",primary:"49613",secondary:"49623"}]},"calendar.json":{releases:[
{release:"2009A",label:"RVU09A",window:{from:"2009-01-01",to:"2009-03-31"}},{release:"2009AR",label:"RVU09AR",window:{from:"2009-01-01",to:"2009-03-31"},supersedes:"\
2009A"},{release:"2009B",label:"RVU09B",window:{from:"2009-04-01",to:"2009-06-30"}},{release:"2009C",label:"RVU09C",window:{from:"2009-07-01",to:"2009-12-31"}},
{release:"2010AR1",label:"RVU10AR1",window:{from:"2010-01-01",to:"2010-06-30"},notFor:{from:"2010-06-01",to:"2010-06-30",reason:"the conversion factor rose from\
 36.0791 to 36.8729 on 1 June 2010, and CMS posted no file with it",cites:[{title:"Preservation of Access to Care for Medicare Beneficiaries and Pension Relief \
Act of 2010, section 101"}]}},{release:"2010CPCT0",label:"RVU10C_PCT0",window:{from:"2010-07-01",to:"2010-09-30"},neverInForce:!0},{release:"2010CPCT22",label:"\
RVU10C_PCT22",window:{from:"2010-07-01",to:"2010-09-30"},supersedes:"2010CPCT0"},{release:"2010DPCT0",label:"RVU10D_PCT0",window:{from:"2010-10-01",to:"2010-12-\
31"},neverInForce:!0},{release:"2010DPCT22",label:"RVU10D_PCT22",window:{from:"2010-10-01",to:"2010-12-31"},supersedes:"2010DPCT0"},{release:"2011A",label:"RVU1\
1A",window:{from:"2011-01-01",to:"2011-03-31"},neverInForce:!0},{release:"2011AR",label:"RVU11AR",window:{from:"2011-01-01",to:"2011-03-31"},supersedes:"2011A"},
{release:"2011B2",label:"RVU11B_2",window:{from:"2011-04-01",to:"2011-06-30"}},{release:"2011C",label:"RVU11C",window:{from:"2011-07-01",to:"2011-09-30"}},{release:"\
2011D",label:"RVU11D",window:{from:"2011-10-01",to:"2011-12-31"}},{release:"2012A",label:"RVU12A",window:{from:"2012-01-01",to:"2012-03-31"},neverInForce:!0},{release:"\
2012AR",label:"RVU12AR",window:{from:"2012-01-01",to:"2012-02-29"},supersedes:"2012A"},{release:"2012M",label:"RVU12M",window:{from:"2012-03-01",to:"2012-03-31"}},
{release:"2012B",label:"RVU12B",window:{from:"2012-04-01",to:"2012-06-30"}},{release:"2012C",label:"RVU12C",window:{from:"2012-07-01",to:"2012-09-30"}},{release:"\
2012D",label:"RVU12D",window:{from:"2012-10-01",to:"2012-12-31"}},{release:"2013A",label:"RVU13A",window:{from:"2013-01-01",to:"2013-03-31"},neverInForce:!0},{release:"\
2013AR",label:"RVU13AR",window:{from:"2013-01-01",to:"2013-03-31"},supersedes:"2013A"},{release:"2013B",label:"RVU13B",window:{from:"2013-04-01",to:"2013-06-30"}},
{release:"2013C",label:"RVU13C",window:{from:"2013-07-01",to:"2013-09-30"}},{release:"2013D",label:"RVU13D",window:{from:"2013-10-01",to:"2013-12-31"}},{release:"\
2014A",label:"RVU14A",window:{from:"2014-01-01",to:"2014-03-31"}},{release:"2014B",label:"RVU14B",window:{from:"2014-04-01",to:"2014-06-30"}},{release:"2014C",label:"\
RVU14C",window:{from:"2014-07-01",to:"2014-09-30"}},{release:"2014D",label:"RVU14D",window:{from:"2014-10-01",to:"2014-12-31"}},{release:"2015A",label:"RVU15A",
window:{from:"2015-01-01",to:"2015-03-31"}},{release:"2015B",label:"RVU15B",window:{from:"2015-04-01",to:"2015-06-30"}},{release:"2015C",label:"RVU15C",window:{
from:"2015-07-01",to:"2015-09-30"}},{release:"2015D",label:"RVU15D",window:{from:"2015-10-01",to:"2015-12-31"}},{release:"2016A",label:"RVU16A",window:{from:"20\
16-01-01",to:"2016-03-31"}},{release:"2016B",label:"RVU16B",window:{from:"2016-04-01",to:"2016-06-30"}},{release:"2016C",label:"RVU16C",window:{from:"2016-07-01",
to:"2016-09-30"}},{release:"2016D",label:"RVU16D",window:{from:"2016-10-01",to:"2016-12-31"}},{release:"2017A",label:"RVU17A",window:{from:"2017-01-01",to:"2017\
-03-31"}},{release:"2017B",label:"RVU17B",window:{from:"2017-04-01",to:"2017-06-30"}},{release:"2017C",label:"RVU17C",window:{from:"2017-07-01",to:"2017-09-30"}},
{release:"2017D",label:"RVU17D",window:{from:"2017-10-01",to:"2017-12-31"}},{release:"2018A",label:"RVU18A",window:{from:"2018-01-01",to:"2018-03-31"}},{release:"\
2018AR",label:"RVU18AR",window:{from:"2018-01-01",to:"2018-03-31"},supersedes:"2018A"},{release:"2018AR1",label:"RVU18AR1",window:{from:"2018-01-01",to:"2018-03\
-31"},supersedes:"2018AR"},{release:"2018B",label:"RVU18B",window:{from:"2018-04-01",to:"2018-06-30"}},{release:"2018C1",label:"RVU18C1",window:{from:"2018-07-0\
1",to:"2018-09-30"}},{release:"2018D",label:"RVU18D",window:{from:"2018-10-01",to:"2018-12-31"}},{release:"2019A",label:"RVU19A",window:{from:"2019-01-01",to:"2\
019-03-31"}},{release:"2019B",label:"RVU19B",window:{from:"2019-04-01",to:"2019-06-30"}},{release:"2019C",label:"RVU19C",window:{from:"2019-07-01",to:"2019-09-3\
0"}},{release:"2019D",label:"RVU19D",window:{from:"2019-10-01",to:"2019-12-31"}},{release:"2020A",label:"RVU20A",window:{from:"2020-01-01",to:"2020-03-31"}},{release:"\
2020B",label:"RVU20B",window:{from:"2020-04-01",to:"2020-06-30"}},{release:"2020C",label:"RVU20C",window:{from:"2020-07-01",to:"2020-09-30"}},{release:"2020D",label:"\
RVU20D",window:{from:"2020-10-01",to:"2020-12-31"}},{release:"2021A",label:"RVU21A",window:{from:"2021-01-01",to:"2021-03-31"}},{release:"2021B",label:"RVU21B",
window:{from:"2021-04-01",to:"2021-06-30"}},{release:"2021C",label:"RVU21C",window:{from:"2021-07-01",to:"2021-09-30"}},{release:"2021D",label:"RVU21D",window:{
from:"2021-10-01",to:"2021-12-31"}},{release:"2022A",label:"RVU22A",window:{from:"2022-01-01",to:"2022-03-31"}},{release:"2022B",label:"RVU22B",window:{from:"20\
22-04-01",to:"2022-06-30"}},{release:"2022C",label:"RVU22C",window:{from:"2022-07-01",to:"2022-09-30"}},{release:"2022D",label:"RVU22D",window:{from:"2022-10-01",
to:"2022-12-31"}},{release:"2023A",label:"RVU23A",window:{from:"2023-01-01",to:"2023-03-31"}},{release:"2023B",label:"RVU23B",window:{from:"2023-04-01",to:"2023\
-06-30"}},{release:"2023C",label:"RVU23C",window:{from:"2023-07-01",to:"2023-09-30"}},{release:"2023D",label:"RVU23D",window:{from:"2023-10-01",to:"2023-12-31"}},
{release:"2024A",label:"RVU24A",window:{from:"2024-01-01",to:"2024-03-08"}},{release:"2024AR",label:"RVU24AR",window:{from:"2024-03-09",to:"2024-03-31"},supersedes:"\
2024A"},{release:"2024B",label:"RVU24B",window:{from:"2024-04-01",to:"2024-06-30"}},{release:"2024C",label:"RVU24C",window:{from:"2024-07-01",to:"2024-09-30"}},
{release:"2024D",label:"RVU24D",window:{from:"2024-10-01",to:"2024-12-31"}},{release:"2025A",label:"RVU25A",window:{from:"2025-01-01",to:"2025-03-31"}},{release:"\
2025B",label:"RVU25B",window:{from:"2025-04-01",to:"2025-06-30"}},{release:"2025C",label:"RVU25C",window:{from:"2025-07-01",to:"2025-09-30"}},{release:"2025D",label:"\
RVU25D",window:{from:"2025-10-01",to:"2025-12-31"}},{release:"2026A",label:"RVU26A",window:{from:"2026-01-01",to:"2026-03-31"}},{release:"2026B",label:"RVU26B",
window:{from:"2026-04-01",to:"2026-06-30"}},{release:"2026C",label:"RVU26C",window:{from:"2026-07-01",to:"2026-09-30"}},{release:"2026D",label:"RVU26D",window:{
from:"2026-10-01",to:"2026-12-31"}}]},"caveats.json":{caveats:[{id:"preview-proposed",releases:["-proposed"],text:"A preview: these are the addenda of a propose\
d rule. Medicare never pays by them. The final rule and the quarter's own files can have other figures.",cites:[{title:"5 USC 553(c): a rule is final after comm\
ents on the proposed one"}]},{id:"preview-final",releases:["-final"],text:"A preview: these are the addenda that CMS posts with the final rule. Medicare pays by\
 the quarter's own files, which CMS posts later and which can have other figures.",cites:[{title:"5 USC 553(d): a rule takes effect after its publication"}]},{id:"\
retroactive-changes",releases:["*"],text:"Quarterly change requests often change single codes retroactively to 1 January of the year. CMS's files have no effect\
ive date for each row. A rate is that of the release in force on the day; a later release may have changed it for that day.",cites:[{title:"CMS change request 8\
664, transmittal 2923: effective 1 January 2014, implemented 7 April 2014"},{title:"CMS change request 5980"}]},{id:"factor-never-applied-2011",money:!0,releases:[
"2011A"],text:"The conversion factor 25.5217 in RVU11A never applied: Congress replaced it with 33.9764 from 1 January 2011. RVU11AR is the release in force.",cites:[
{title:"Medicare and Medicaid Extenders Act of 2010, section 101"}]},{id:"factor-never-applied-2012",money:!0,releases:["2012A"],text:"The conversion factor 24.\
6712 in RVU12A never applied: Congress replaced it with 34.0376 from 1 January 2012. RVU12AR is the release in force.",cites:[{title:"Temporary Payroll Tax Cut \
Continuation Act of 2011, section 301"}]},{id:"factor-never-applied-2013",money:!0,releases:["2013A"],text:"The conversion factor 25.0008 in RVU13A never applie\
d: Congress replaced it with 34.0230 from 1 January 2013. RVU13AR is the release in force.",cites:[{title:"American Taxpayer Relief Act of 2012, section 601"}]},
{id:"factor-changed-inside-window-2010",money:!0,releases:["2010AR1"],text:"CMS posted this release for January to June 2010, but the conversion factor rose fro\
m 36.0791 to 36.8729 on 1 June. For services in June the amounts of this release are 2.2 percent too low.",cites:[{title:"Preservation of Access to Care for Med\
icare Beneficiaries and Pension Relief Act of 2010, section 101"}]},{id:"work-floor-2018",releases:["2018A"],text:"RVU18A has work GPCIs without the 1.0 floor, \
which had lapsed. Congress restored the floor from 1 January 2018, and RVU18AR has it.",cites:[{title:"Bipartisan Budget Act of 2018, section 50201"},{title:"42\
 USC 1395w-4(e)(1)(E)"}]},{id:"factor-changed-2024",money:!0,releases:["2024A","2024AR"],text:"The conversion factor is 32.7442 through 8 March 2024 and 33.2875\
 from 9 March 2024.",cites:[{title:"Consolidated Appropriations Act, 2024, section 305"}]},{id:"asc-office-based-march-2024",money:!0,releases:["2024AR"],text:"\
From 9 to 31 March 2024 the ASC rates of 465 office-based procedures (payment indicators P3 and Z3) follow the conversion factor 33.2875. The ASC addenda of Jan\
uary 2024 print them with 32.7442, 1.7 percent lower.",cites:[{title:"CMS, March 9, 2024 ASC approved HCPCS code and payment rates"},{title:"ASC Addendum AA of \
January 2024: 465 of 466 rates of P3 and Z3 equal the practice expense x 32.7442"}]},{id:"work-floor-2025",releases:["2025D"],text:"The 1.0 floor of the work GP\
CI lapsed on 1 October 2025. An act of 12 November 2025 restored it from that day. The amounts are with the floor.",cites:[{title:"Public Law 119-37, section 62\
07"},{title:"42 USC 1395w-4(e)(1)(E)"}]},{id:"correction-notice-2026",money:!0,releases:["2026A"],text:'CMS also posted rvu26ar_1.zip, "January 2026 release, Co\
rrection Notice". That file is not available, so it is not known which rows of RVU26A it corrects.',cites:[{title:"CMS, PFS relative value files: rvu26ar_1.zip"}]},
{id:"work-floor-2026",releases:["2026"],text:"When CMS posted RVU26A, the 1.0 floor of the work GPCI was law through 30 January 2026, and the file has the work \
GPCI with and without it. The floor was later extended through 2026, so all amounts of 2026 are with the floor.",cites:[{title:"H.R. 7148, signed 3 February 202\
6, section 6208"},{title:"Footnote of GPCI2026.csv in RVU26C"}]},{id:"two-factors-2026",releases:["2026"],text:'Since 2026 there are two conversion factors. Amo\
unts use 33.4009 unless they say otherwise. Qualifying participants of advanced alternative payment models have 33.5675; their amounts are marked "for qualifyin\
g APM participants" in tables and qualifyingApm in documents.',cites:[{title:"42 USC 1395w-4(d)(1)(A)"}]}]},"modifiers.json":{title:"What modifiers do to a phys\
ician's amount for one service, in our own words",sources:[{title:"Novitas Solutions, a Medicare contractor, on modifiers: which ones are payment modifiers, and\
 that all others are for information",href:"https://www.novitas-solutions.com/webcenter/portal/MedicareJH/pagebyid?contentId=00003604"},{title:"Left and right s\
ide: no effect on payment, by a page of 2010",href:"http://www.medicalbillingcptmodifiers.com/2010/08/surgical-procedure-modifiers.html"},{title:"Assistants at \
surgery: 16 percent, and 85 percent of that for AS, by Novitas Solutions",href:"https://www.novitas-solutions.com/webcenter/portal/MedicareJL/pagebyid?contentId\
=00144529"}],passed:[{modifiers:["24","25","57"],what:"a visit that is paid beside a procedure"},{modifiers:["27","59","91","XE","XP","XS","XU"],what:"a service\
 that is separate from another one"},{modifiers:["76","77"],what:"a service done again"},{modifiers:["LT","RT","E1","E2","E3","E4","FA","F1","F2","F3","F4","F5",
"F6","F7","F8","F9","TA","T1","T2","T3","T4","T5","T6","T7","T8","T9","LC","LD","LM","RC","RI"],what:"the part of the body"},{modifiers:["93","95","GQ","GT"],what:"\
telehealth: the place of service decides the amount"},{modifiers:["GN","GO","GP","KX"],what:"therapy: the plan of care, and its threshold"},{modifiers:["GC","GE"],
what:"a resident took part"},{modifiers:["GA","GX"],what:"the patient signed a notice"},{modifiers:["AF","AG","AI","AT","CG","CR","CS","ET","FS","GG","GV","GW",
"PI","PS","PT","Q0","Q1","Q3","Q5","Q6","Q7","Q8","Q9","SC","TS","X1","X2","X3","X4","X5","33"],what:"for information"}],apart:[{modifiers:["22"],what:"more wor\
k than usual: the contractor decides"},{modifiers:["50"],what:"both sides: the bilateral indicator decides"},{modifiers:["51"],what:"one of several procedures: \
the multiple procedure indicator and the other services of the claim decide"},{modifiers:["52","53","73","74"],what:"reduced or discontinued: the contractor or \
the facility's rule decides"},{modifiers:["54","55","56"],what:"a part of the global package"},{modifiers:["58","78","79"],what:"in the global period of another\
 procedure; with 78 only the share of the procedure itself is paid"},{modifiers:["62","66"],what:"two surgeons, or a team"},{modifiers:["80","81","82","AS"],what:"\
assistant at surgery: a share of the amount"},{modifiers:["AA","AD","QK","QX","QY","QZ"],what:"anesthesia: who did it and who directed it"},{modifiers:["CO","CQ"],
what:"therapy by an assistant: reduced"},{modifiers:["CT","FX","FY"],what:"imaging with older equipment: reduced"},{modifiers:["PN","PO"],what:"an off-campus de\
partment of a hospital: another rate for some services"},{modifiers:["QW"],what:"a waived laboratory test"},{modifiers:["GY","GZ"],what:"the claim says that Med\
icare does not pay"}],facility:{passed:["58","78","79"],only:["73","74","CA","PN","PO"],note:"Of a facility's line the passed modifiers above and these change n\
othing; of every other one ratebook has no rule. Those of `only` are a facility's, and change nothing on a physician's line"},answers:[{modifiers:["22"],title:"\
More work than usual",field:null,cases:[{code:"*",reason:"contractor-decides",meaning:"The contractor decides by the report of the operation"}],cites:[]},{modifiers:[
"24","25","57"],title:"Visits beside the procedure",field:"globalDays",cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 40.2: visits in the\
 global period"}],cases:[{code:"000",reason:"on-the-visit",meaning:"A separate visit on the same day has modifier 25 and is paid in full"},{code:"010",reason:"o\
n-the-visit",meaning:"A separate visit on the same day has modifier 25, an unrelated one in the 10 days after has modifier 24; both are paid in full"},{code:"09\
0",reason:"on-the-visit",meaning:"A separate visit on the same day has modifier 25, an unrelated one in the 90 days after has modifier 24, and one on the day or\
 the day before at which the surgery is decided has modifier 57; all are paid in full"},{code:"XXX",unchanged:!0,meaning:"On a visit in the global period of a p\
rocedure: the amount does not change"},{code:"*",reason:"modifier-not-used"}]},{modifiers:["26"],title:"Professional component",field:"pctcIndicator",hasRow:!0,
cases:[{code:"*",reason:"no-row-of-modifier"}],cites:[]},{modifiers:["50"],title:"Both sides",field:"bilateralSurgery",rule:{id:"pfs.bilateral",title:"Amount fo\
r both sides",formula:"fee schedule amount x 150 percent with bilateral indicator 1, x 100 percent with 0 and 2, x 200 percent with 3, rounded half up to the ce\
nt; the most for both sides, before any multiple-procedure reduction"},cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), bilateral surge\
ry: at most this share of the amount for one code, for both sides"}],cases:[{code:"0",percent:"100.0"},{code:"1",percent:"150.0"},{code:"2",percent:"100.0"},{code:"\
3",percent:"200.0"},{code:"*",reason:"modifier-not-used"}]},{modifiers:["51"],title:"One of several procedures",field:"multipleProcedure",cases:[{code:"0",unchanged:!0},
{code:"9",reason:"modifier-not-used"},{code:"*",reason:"other-procedures-decide"}],cites:[]},{modifiers:["52"],title:"Reduced service",field:null,cases:[{code:"\
*",reason:"contractor-decides",meaning:"The contractor decides by what was done"}],cites:[]},{modifiers:["53"],title:"Discontinued procedure",field:null,hasRow:!0,
cases:[{code:"*",reason:"contractor-decides",meaning:"The contractor decides; CMS has a row with modifier 53 for a few colonoscopies only"}],cites:[]},{modifiers:[
"54"],title:"Surgery without the care after discharge",field:"globalDays",rule:{id:"pfs.surgical-care-only",title:"Amount for the surgery without the care after\
 discharge",formula:"fee schedule amount x (share before the operation + share of the operation), rounded half up to the cent"},cites:[{title:"Medicare Claims P\
rocessing Manual, chapter 12, section 40.4: the percentages of the fee schedule amount, rounded to the nearest cent; with modifier 54 those before and of the op\
eration together"}],cases:[{code:"010",shares:["preOp","intraOp"],meaning:"The shares before and of the operation are paid"},{code:"090",shares:["preOp","intraO\
p"],meaning:"The shares before and of the operation are paid"},{code:"*",reason:"modifier-not-used",meaning:"For procedures with a global period of 10 or 90 day\
s only"}]},{modifiers:["55"],title:"Care after discharge",field:"globalDays",rule:{id:"pfs.postoperative-care-only",title:"Amount for the care after discharge",
formula:"fee schedule amount x share after the operation, rounded half up to the cent"},cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 40\
.4: the percentages of the fee schedule amount, rounded to the nearest cent"}],cases:[{code:"010",shares:["postOp"],meaning:"The share after discharge is paid; \
physicians who share the care are paid by their days"},{code:"090",shares:["postOp"],meaning:"The share after discharge is paid; physicians who share the care a\
re paid by their days"},{code:"*",reason:"modifier-not-used",meaning:"For procedures with a global period of 10 or 90 days only"}]},{modifiers:["56"],title:"Car\
e before the operation",field:"globalDays",rule:{id:"pfs.preoperative-care-only",title:"Amount for the care before the operation",formula:"fee schedule amount x\
 share before the operation, rounded half up to the cent"},cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), preoperative percentage (mo\
difier 56)"}],cases:[{code:"010",shares:["preOp"],meaning:"The share before the operation; where the surgeon bills modifier 54, it is part of that amount"},{code:"\
090",shares:["preOp"],meaning:"The share before the operation; where the surgeon bills modifier 54, it is part of that amount"},{code:"*",reason:"modifier-not-u\
sed",meaning:"For procedures with a global period of 10 or 90 days only"}]},{modifiers:["58","79"],title:"Another procedure in a global period",field:"globalDay\
s",cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 40.2: staged and unrelated procedures"}],cases:[{code:"000",unchanged:!0,meaning:"A sta\
ged (58) or unrelated (79) procedure in the global period of another one is paid in full"},{code:"010",unchanged:!0,meaning:"A staged (58) or unrelated (79) pro\
cedure in the global period of another one is paid in full"},{code:"090",unchanged:!0,meaning:"A staged (58) or unrelated (79) procedure in the global period of\
 another one is paid in full"},{code:"*",reason:"contractor-decides",meaning:"No global period of 0, 10 or 90 days: the contractor decides"}]},{modifiers:["59",
"XE","XP","XS","XU"],title:"Distinct service",field:null,edits:!0,cases:[{code:"*",unchanged:!0,meaning:"The amount does not change. CMS's NCCI edits say which \
codes are not paid together, and where a modifier allows it"}],cites:[]},{modifiers:["62"],title:"Two surgeons",field:"coSurgeons",rule:{id:"pfs.co-surgeon",title:"\
Amount to each of two surgeons",formula:"fee schedule amount x 62.5 percent, rounded half up to the cent"},cites:[{title:"Medicare Claims Processing Manual, cha\
pter 12, section 40.8: co-surgeons, 62.5 percent to each"}],cases:[{code:"0",reason:"not-permitted"},{code:"1",percent:"62.5"},{code:"2",percent:"62.5"},{code:"\
*",reason:"modifier-not-used"}]},{modifiers:["66"],title:"Team of surgeons",field:"teamSurgery",cases:[{code:"0",reason:"not-permitted"},{code:"1",reason:"contr\
actor-decides"},{code:"2",reason:"contractor-decides"},{code:"*",reason:"modifier-not-used"}],cites:[]},{modifiers:["78"],title:"Return to the operating room",field:"\
globalDays",rule:{id:"pfs.return-to-operating-room",title:"Amount for a return to the operating room",formula:"fee schedule amount x share of the operation, rou\
nded half up to the cent"},cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 40.4: the value of the operation itself; in full with a global \
period of 0 days"}],cases:[{code:"000",unchanged:!0,meaning:"Paid in full: the row has no shares"},{code:"010",shares:["intraOp"],meaning:"The share of the oper\
ation is paid"},{code:"090",shares:["intraOp"],meaning:"The share of the operation is paid"},{code:"*",reason:"contractor-decides",meaning:"No global period of \
0, 10 or 90 days: the contractor decides"}]},{modifiers:["80","81","82"],title:"Assistant at surgery, a physician",field:"assistantAtSurgery",rule:{id:"pfs.assi\
stant-physician",title:"Amount to a physician who assists at surgery",formula:"fee schedule amount x 16 percent, rounded half up to the cent"},cites:[{title:"42\
 USC 1395w-4(i)(2)(B): 16 percent"},{title:"Medicare Claims Processing Manual, chapter 12, section 20.4.3: assistant at surgery; the record layout itself names \
no modifier"}],cases:[{code:"0",reason:"documentation-decides"},{code:"1",percent:"0.0",reason:"restricted-by-statute"},{code:"2",percent:"16.0"},{code:"*",reason:"\
modifier-not-used"}]},{modifiers:["AS"],title:"Assistant at surgery, not a physician",field:"assistantAtSurgery",rule:{id:"pfs.assistant-not-physician",title:"A\
mount to a physician assistant, nurse practitioner or clinical nurse specialist who assists at surgery",formula:"fee schedule amount x 13.6 percent, which is 85\
 percent of 16 percent, rounded half up to the cent"},cites:[{title:"42 USC 1395w-4(i)(2)(B), 1395l(a)(1)(O): 85 percent of 16 percent"},{title:"Medicare Claims\
 Processing Manual, chapter 12, section 20.4.3: assistant at surgery; the record layout itself names no modifier"}],cases:[{code:"0",reason:"documentation-decid\
es"},{code:"1",percent:"0.0",reason:"restricted-by-statute"},{code:"2",percent:"13.6"},{code:"*",reason:"modifier-not-used"}]},{modifiers:["LT","RT"],title:"One\
 side",field:"bilateralSurgery",cases:[{code:"*",unchanged:!0}],cites:[]},{modifiers:["TC"],title:"Technical component",field:"pctcIndicator",hasRow:!0,cases:[{
code:"*",reason:"no-row-of-modifier"}],cites:[]}]},"ncci.json":{page:"https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits",
cites:[{title:"CMS, Medicare NCCI Policy Manual 2026, chapter I: modifiers (I-14), medically unlikely edits (I-28 to I-34)"}],modifierIndicators:[{indicator:"0",
meaning:"never paid together for one patient on one day"},{indicator:"1",meaning:"paid together with an NCCI-associated modifier, where the record supports it"},
{indicator:"9",meaning:"the edit was deleted on its first day: it never was in force"}],modifiers:["E1","E2","E3","E4","FA","F1","F2","F3","F4","F5","F6","F7","\
F8","F9","TA","T1","T2","T3","T4","T5","T6","T7","T8","T9","LT","RT","LC","LD","RC","LM","RI","24","25","57","58","78","79","27","59","91","XE","XS","XP","XU"],
addOnTypes:[{type:"1",meaning:"paid only with one of its primary codes"},{type:"2",meaning:"the contractor (MAC) defines the primary codes"},{type:"3",meaning:"\
paid with its primary codes; the contractor (MAC) may extend the list"}],unpublished:"A code that is absent from CMS's table may have a value that CMS does not \
publish",chapters:[{pattern:"^0[0-9]{4}$",name:"anesthesia"},{pattern:"^1[0-9]{4}$",name:"skin and breast"},{pattern:"^2[0-9]{4}$",name:"bones, joints and muscl\
es"},{pattern:"^3[0-9]{4}$",name:"lungs, heart, vessels and blood"},{pattern:"^4[0-9]{4}$",name:"digestive system"},{pattern:"^5[0-9]{4}$",name:"urinary and gen\
ital system, maternity"},{pattern:"^6[0-9]{4}$",name:"glands, nerves, eye and ear"},{pattern:"^7[0-9]{4}$",name:"imaging and radiology"},{pattern:"^8[0-9]{4}$",
name:"laboratory and pathology"},{pattern:"^9[0-9]{4}$",name:"medicine and visits"},{pattern:"^[A-Z][0-9]{4}$",name:"HCPCS level II"},{pattern:"^[0-9]{4}[A-Z]$",
name:"new technology and other codes"}]},"reasons.json":{source:"CMS record layout of the relative value file (RVU26B.pdf), Attachment A; OPPS Addendum D1; ASC \
Addendum DD1",reasons:[{reason:"contractor-priced",text:"the Medicare contractor (MAC) sets the price; CMS's file has none"},{reason:"pair-does-not-qualify",short:"\
no adjustment",text:"CMS evaluated the pair, and it does not qualify: the rate of the primary code is paid"},{reason:"no-rate-of-apc",short:"no rate in the file",
text:"no J1 code of the Addendum B that was read has a rate of this APC"},{reason:"bundled",text:"the payment is bundled into the payment for other services"},{
reason:"bundled-or-excluded",text:"bundled into the payment for a physician's service that it is incident to, otherwise excluded"},{reason:"not-covered",text:"M\
edicare does not cover the code, or does not pay it here"},{reason:"not-valid-for-medicare",text:"Medicare uses another code to report and to pay the service"},
{reason:"excluded-by-regulation",text:"not paid under this schedule, by regulation; where the item or service is covered, other rules pay it"},{reason:"excluded\
-by-statute",text:"not paid under this schedule; laboratory and other tests are paid under their own, and so are ambulance services"},{reason:"anesthesia",short:"\
paid by base and time units",text:"base units and time units, times the anesthesia conversion factor of the locality (42 CFR 414.46)"},{reason:"one-for-each-loc\
ality",short:"no place named",text:"CMS publishes one for each locality; name a place, such as --locality 0111205"},{reason:"no-base-units",short:"base units no\
t available",text:"the release was built without CMS's table of anesthesia base units"},{reason:"no-time-units",text:"Medicare pays the code's base units only: \
it has no time, or its time belongs to the primary code (Medicare Claims Processing Manual, chapter 12, section 50; CMS Program Memorandum B-03-017)"},{reason:"\
not-in-base-units",text:"CMS's file of anesthesia base units does not list the code"},{reason:"measurement-only",text:"reported to measure quality; not paid"},{
reason:"therapy-functional-information",text:"reported the function of a therapy patient from 2013 to 2019; not paid"},{reason:"modifier-not-used",text:"by its \
indicators, the row is not paid with the modifier"},{reason:"no-row-of-modifier",text:"the relative value file has no row with the modifier"},{reason:"contracto\
r-decides",text:"the Medicare contractor (MAC) decides by the report of the service"},{reason:"on-the-visit",text:"the modifier belongs to the visit, not to the\
 procedure"},{reason:"other-procedures-decide",text:"the other procedures of the day decide: ratebook price ranks those of one claim"},{reason:"not-permitted",text:"\
the indicator of the row does not permit it"},{reason:"documentation-decides",text:"not paid unless documentation shows that it was necessary"},{reason:"restric\
ted-by-statute",text:"may not be paid, by law"},{reason:"units-of-conditional-code",text:"ratebook does not know how many units of a conditionally packaged code\
 are paid"},{reason:"rank-not-known",text:"another line that is ranked with it has no amount"},{reason:"both-sides-not-certain",text:"both sides may be meant, w\
hich are paid by the bilateral indicator; write one line with modifier 50 for both sides"},{reason:"family-not-computed",text:"several endoscopies of a family w\
ith units, modifiers or the mark NA, which ratebook does not compute"},{reason:"edit-not-known",text:"an NCCI edit leaves open whether, or for how many units, i\
t is paid"},{reason:"beside-inpatient-only",text:"with an inpatient-only procedure on the claim the other services of the day are not paid either, but for excep\
tions"},{reason:"modifier-of-pair",text:"the modifier of the other code decides whether the pair is paid more"},{reason:"comprehensive-apc-of-conditional-code",
text:"a conditionally packaged code with a comprehensive APC is paid by itself, and ratebook does not know what it packages"},{reason:"comprehensive-or-gene-the\
rapy",text:"part of the comprehensive payment, unless it is a cell or gene therapy, which Addendum J excludes"},{reason:"comprehensive-or-preventive",text:"part\
 of the comprehensive payment, unless it is a preventive service, which Addendum J excludes; CMS prints no copayment for it"},{reason:"composite-apc",text:"with\
 another line it may be paid through a composite APC, which ratebook does not compute"},{reason:"primary-not-known",text:"several J1 codes, and the release has \
no rank of one of them in Addendum J"},{reason:"comprehensive-or-another-schedule",text:"part of the comprehensive payment, unless it is therapy, mammography or\
 an ambulance service, which other schedules pay"},{reason:"modifier-of-facility",text:"the modifier is not a facility's, or changes what a facility is paid by \
a rule that ratebook does not have"},{reason:"modifier-without-rule",text:"the modifier may change the amount, and ratebook has no rule for it"},{reason:"severa\
l-modifiers",text:"several modifiers change the amount; ratebook does not combine them"},{reason:"reduction-not-computed",text:"with the other line a part of th\
e amount is reduced (multiple procedure indicators 4 to 7), which ratebook does not compute"},{reason:"by-report",text:"the Medicare contractor (MAC) decides by\
 the report of the service"},{reason:"no-procedure-on-claim",text:"an ASC is paid for it only with a procedure of Addendum AA on the claim"},{reason:"deleted",text:"\
the code or the modifier is deleted"},{reason:"another-code-required",text:"another code may pay the service; this one is not paid"},{reason:"excluded-from-asc",
text:"CMS excludes the procedure from payment in ASCs"},{reason:"inpatient-only",text:"an inpatient procedure; not paid in an outpatient department or an ASC"},
{reason:"no-pricing-data",text:"CMS has no pricing information or claims data; not paid"},{reason:"not-billable-to-contractor",text:"not billed to the Medicare \
contractor (MAC)"},{reason:"not-recognized-on-opps-claims",text:"not recognized on outpatient hospital claims; another code may be"},{reason:"packaged",text:"th\
e payment is packaged into the payment for another service"},{reason:"packaged-or-laboratory-schedule",text:"a laboratory test: packaged, or paid under the clin\
ical laboratory fee schedule"},{reason:"paid-at-reasonable-cost",text:"paid at reasonable cost, not at a rate of this schedule"},{reason:"paid-per-diem",text:"p\
artial hospitalization, paid per day by APC"},{reason:"paid-under-other-schedule",text:"not paid under OPPS; another fee schedule may pay"},{reason:"no-rate-pri\
nted",text:"the indicator pays a rate, and CMS's file has none"},{reason:"rate-rounds-to-zero",text:"CMS's file has 0: a unit costs less than the column can sho\
w"},{reason:"technical-component-only",text:"in a facility the technical component is the facility's cost; the physician is not paid for it"},{reason:"global-te\
st-only",text:"in a facility the test is the facility's; the physician reports the code of the interpretation"},{reason:"incident-to-service",text:"incident to \
a physician's service; in a facility the physician is not paid for it"},{reason:"therapy-billed-by-the-hospital",text:"the hospital bills the therapy; a therapi\
st in private practice is not paid for it there"},{reason:"inpatient-interpretation-only",text:"the physician's interpretation is paid for hospital inpatients o\
nly"},{reason:"not-in-fee-schedule",text:"the relative value file does not list the code"},{reason:"not-in-addendum-b",text:"Addendum B does not list the code"},
{reason:"not-on-asc-list",text:"no ASC addendum lists the code"},{reason:"no-global-row",short:"CMS's file has no row for the whole service",text:"the relative \
value file has rows for its components only"},{reason:"no-professional-row",short:"CMS's file has no row for the professional component (26)",text:"no other row\
 replaces it"},{reason:"not-in-qpp-file",text:"CMS's file for qualifying APM participants does not list the row"},{reason:"locality-not-in-release",text:"the re\
lease has no such locality"},{reason:"locality-in-several",text:"the release has the counties of the locality in several"},{reason:"no-labour-share",text:"the r\
ate is the same everywhere: no part of it is for labour"},{reason:"source-missing",short:"file not read",text:"the release was built without CMS's file for it"},
{reason:"not-in-excerpt",text:"the release was built from an excerpt that does not have it"}]},"successions.json":{successions:[{deleted:"22520",successor:"2251\
0",on:"2015-01-01",scope:"not like for like: imaging guidance is part of the new code"},{deleted:"22521",successor:"22511",on:"2015-01-01",scope:"not like for l\
ike: imaging guidance is part of the new code"},{deleted:"22522",successor:"22512",on:"2015-01-01",scope:"not like for like: imaging guidance is part of the new\
 code"},{deleted:"22523",successor:"22513",on:"2015-01-01",scope:"not like for like: imaging guidance is part of the new code"},{deleted:"22524",successor:"2251\
4",on:"2015-01-01",scope:"not like for like: imaging guidance is part of the new code"},{deleted:"22525",successor:"22515",on:"2015-01-01",scope:"not like for l\
ike: imaging guidance is part of the new code"}],cites:[{title:"CMS add-on code edits of 2026Q2: 22522, 22525 and their primary codes 22520, 22521, 22523, 22524\
 are deleted from 2014365; the edits of 22512 and 22515 begin on 2015001"},{title:"CMS, recovery audit topic 0139: 22510-22515; 22520-22525 (prior years)"},{title:"\
CMS NCCI procedure-to-procedure edits of 2024Q3, practitioners: imaging guidance (76000, 77002, 77003, 77012) is in column 2 of each of 22510-22515; CMS's relat\
ive value files: 72291 and 72292, the imaging beside 22520-22525, are in RVU13A and no longer in RVU18A"}]},"publications/pfs/RVU09A.json":{label:"RVU09A",revisions:[]},
"publications/pfs/RVU13A.json":{label:"RVU13A",revisions:[]},"publications/pfs/RVU18A.json":{label:"RVU18A",revisions:[]},"publications/pfs/RVU20A.json":{label:"\
RVU20A",revisions:[]},"publications/pfs/RVU22A.json":{label:"RVU22A",revisions:[]},"publications/pfs/RVU23A.json":{label:"RVU23A",revisions:[]},"publications/pf\
s/RVU24A.json":{label:"RVU24A",revisions:[]},"publications/pfs/RVU25A.json":{label:"RVU25A",revisions:[]},"publications/pfs/RVU25D.json":{label:"RVU25D",revisions:[]},
"publications/pfs/RVU26A.json":{label:"RVU26A",revisions:[]},"publications/pfs/RVU26B.json":{label:"RVU26B",revisions:[{},{note:"The GPCI file has one work colu\
mn, with the floor; that of the first revision has two"}]},"publications/pfs/RVU26C.json":{label:"RVU26C",revisions:[]},"publications/pfs/RVU26D.json":{label:"R\
VU26D",revisions:[]},"publications/opps/2020Q1.json":{label:"Addendum B 2020Q1",revisions:[{},{note:"CMS's correction of 4 February 2020; among the changes 0571\
T moves from status indicator E1 to J1"}]},"publications/opps/2022Q1.json":{label:"Addendum B 2022Q1",revisions:[]},"publications/opps/2022Q4.json":{label:"Adde\
ndum B 2022Q4",revisions:[{},{note:"CMS's correction of 14 November 2022: the rate of A9607 is 218.875 instead of 43,775"}]},"publications/opps/2023Q1.json":{label:"\
Addendum B 2023Q1",revisions:[]},"publications/opps/2024Q1.json":{label:"Addendum B 2024Q1",revisions:[]},"publications/opps/2025Q1.json":{label:"Addendum B 202\
5Q1",revisions:[]},"publications/opps/2026Q1.json":{label:"Addendum B 2026Q1",revisions:[]},"publications/opps/2026Q2.json":{label:"Addendum B 2026Q2",revisions:[]},
"publications/asc/2020Q1.json":{label:"ASC addenda 2020Q1",revisions:[]},"publications/asc/2022Q1.json":{label:"ASC addenda 2022Q1",revisions:[]},"publications/\
asc/2023Q1.json":{label:"ASC addenda 2023Q1",revisions:[]},"publications/asc/2024Q1.json":{label:"ASC addenda 2024Q1",revisions:[]},"publications/asc/2025Q1.jso\
n":{label:"ASC addenda 2025Q1",revisions:[{},{note:"CMS's later correction: 15013 and C8002 are no longer discounted and rise from $3,355.45 to $3,892.28, G0130\
 gets the mark **"}]},"publications/asc/2026Q1.json":{label:"ASC addenda 2026Q1",revisions:[]},"publications/asc/2026Q2.json":{label:"ASC addenda 2026Q2",revisions:[]},
"publications/opps-rule/2025.json":{label:"OPPS rule addenda 2025",revisions:[]},"publications/ncci/2026Q2.json":{label:"NCCI edits 2026Q2",revisions:[]},"publi\
cations/wage-index/2022.json":{label:"ASC wage index 2022",revisions:[]},"publications/wage-index/2023.json":{label:"ASC wage index 2023",revisions:[]},"publica\
tions/wage-index/2024.json":{label:"ASC wage index 2024",revisions:[]},"publications/wage-index/2025.json":{label:"ASC wage index 2025",revisions:[]},"publicati\
ons/wage-index/2026.json":{label:"ASC wage index 2026",revisions:[]},"publications/zip/2025Q4.json":{label:"ZIP5 2025Q4",revisions:[]},"publications/zip/2026Q1.\
json":{label:"ZIP5 2026Q1",revisions:[]}},Pn=()=>{};function w(e){if(e in Ot)return Ot[e];throw new Error("sources/"+e+" is not in this bundle")}function vn(e,t){
return Object.keys(Ot).filter(o=>o.startsWith(e)).map(o=>o.slice(e.length)).filter(t).sort()}function Ui({window:{from:e}},{window:{from:t}}){return+(e>t)-+(e<t)}function ae(){let e=w("calendar.json");return Pn()===void 0?e:{...e,releases:e.releases.toSorted(
Ui)}}function H(e){return Et(e)?e:e.replace(/-.*$/,"")}function Et(e){return Ce.some(t=>e.endsWith(`-${t}`))}function It(e){return ae().releases.find(t=>t.release===
e)}function Di(e,t){return e.window.from<=t.window.to&&t.window.from<=e.window.to}function Fi(e){return ae().releases.find(t=>t.supersedes===e.release&&Di(t,e))}function Ae(e){let t=It(H(e)),n=t&&Fi(t);return n&&(Ae(n.release)??n)}function ki({window:e},t){return e.from<=t&&t<=e.to}function On(e){let t=ae().releases.filter(n=>n.neverInForce!==!0&&ki(n,e));return t.filter(n=>!t.some(o=>o.supersedes===
n.release)).at(-1)}function Bi(){return w("caveats.json")}function _i({releases:e},t){let n=H(t);return e.some(o=>o==="*"||o===n||o===n.slice(0,4)||ji(o,n))}function ji(e,t){return e.
startsWith("-")&&t.endsWith(e)}function xe(e){return Bi().caveats.filter(n=>_i(n,e)).map(({id:n,text:o,cites:i})=>({id:n,text:o,cites:i}))}function En(){return w("reasons.json").reasons}var Mt="anesthesia",Vi=/^(facility|physician)-(?=.)/,Hi=e=>En().find(t=>t.reason===e);function Qi(e){return Hi(e.replace(Vi,""))?.text}function Se(e){let t=[...new Set(e)].map(n=>[n,Qi(n)]);return Object.fromEntries(t.filter(n=>n[1]!==void 0))}var Pe={archiveBytes:268435456,fileBytes:67108864,partBytes:134217728,inflatedBytes:268435456,workbookBytes:100663296,members:400,nameLength:255,entryBytes:4194304,
rows:25e4,columns:256,cells:4e6,runs:1e5,cellLength:32767,lineBytes:65536,printedLine:1e3,headingLength:1e3,bannerLength:1e4,headingRows:20,worksheets:100,xmlDepth:64,
xmlAttributes:200,xmlPending:524288,problems:1e4,message:2e3,placePart:300,folderDepth:24,folderFiles:1e5};var Wi=/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;function ve(e,t=60){return e.length<=t?e:`${e.slice(0,t)}... (${e.length} characters)`}function Gi(e){return`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`}
function Oe(e){return e.replace(Wi,Gi)}var C=class extends Error{problem;constructor(t){super(Ki(t)),this.name="InputFault",this.problem=t}};function R(e,t,n,o){return new C({code:e,place:t,message:n,
cure:o})}function Ji(e){return e.row!==void 0&&/^\d/.test(e.column??"")?`row ${e.row}, characters ${e.column}`:e.row===void 0?e.column===void 0?"":`column ${e.column}`:e.
column===void 0?`row ${e.row}`:e.column.split(":").map(t=>`${t}${e.row}`).join(":")}function In(e,t){let n=Object.entries(e).map(([o,i])=>[o,typeof i=="string"?
t(i):i]);return Object.fromEntries(n)}function zi({code:e,place:t,message:n,cure:o}){let i=In(t,r=>ve(r,Pe.placePart));return{code:e,place:i,message:ve(n,Pe.message),
cure:ve(o,Pe.message)}}function qi(e){let{code:t,place:n,message:o,cure:i}=zi(e);return{code:t,place:In(n,Oe),message:Oe(o),cure:Oe(i)}}function Zi(e){let n=[e.
file,e.sheet===void 0?"":`sheet ${e.sheet}`,Ji(e)].filter(r=>r!=="").join(" "),o=e.key===void 0?"":`${e.key} in `,i=e.heading===void 0?"":` (${e.heading})`;return`${o}${n}${i}`}
function Ki(e){let{code:t,place:n,message:o,cure:i}=qi(e);return`${t}: ${Zi(n)}: ${o}. ${i}.`}var Yi="Build the release again, or fetch the folder again from its source";function ce(e,t,n,o=Yi){return{code:`document.${e}`,place:{file:t},message:n,cure:o}}
function Mn(e,t){return ce("missing",e,`${t} lists this file, and it does not exist`)}function Tt(e,t,n,o){return ce("changed",e,`saw ${n}, ${t} expects ${o}`)}function le(e,t){return ce("unreadable",e,t,"Give yourself permission to read it, or fetch the folder again")}function Nt(e,t){return ce("shape",e,t)}function de(e,t){
if(t!==void 0)throw new C(Nt(e,t))}function Tn(e,t){return ce("index",e,t,"Run any build into this folder: it writes the index again")}var Xi=new Map([...["national","localities","counties","zips","anesthesia","opps","asc","wage-index","site-of-service"].concat("asc-device-offsets","asc-exclude\
d","asc-indicators","opps-apcs","opps-status-indicators","opps-comment-indicators","opps-inpatient-only","opps-composites","opps-device-offsets","opps-pairs","o\
pps-pair-evaluation","opps-ranks","opps-exclusions","ncci-addon","ncci-mue-practitioner","ncci-mue-hospital","ncci-mue-dme","manifest","reader","reader-zips","r\
eader-counties","claims").map(e=>[`${e}.json`,e]),["datapackage.json","data-package"],["attestation.intoto.json","attestation"],["attestation.dsse.json","attest\
ation-signed"]]),Nn=/^codes\/([0-9A-Z]{5})\.json$/;function er(e){return Nn.exec(e)?.[1]}var $n=/^ncci-ptp-(?:practitioner|hospital)\/([0-9A-Z]{5})\.json$/,tr=/^ncci-ptp-(?:practitioner|hospital)\/index\.json$/,
nr=/^claims\/(?:codes|zips)\/[0-9A-Za-z]+\.json$/;function Ln(e){return er(e)??$n.exec(e)?.[1]}function Un(e){return $n.test(e)?"ncci-ptp":tr.test(e)?"ncci-ptp-\
index":nr.test(e)?"claims-slice":Nn.test(e)?"code":Xi.get(e)}function $t(e){let[t=Number.NaN,n=Number.NaN]=e.split(".").map(Number);return t*1e3+n}function Lt({schemaVersion:e="none"}){let t=$t(e);if(!($t(Pt)<=t&&t<=$t(V)))
return`its schemaVersion is ${e}, expected ${Pt} to ${V}`}function Ee(e,t,n){let[o,i]=[`ratebook/${Un(e)}`,Ln(e)];return t.schema!==o?`its schema is ${t.schema}\
, expected ${o}`:t.release!==n?`its release is ${t.release}, expected ${n}`:i!==t.hcpcs?`its code is ${t.hcpcs}, expected ${i}`:Lt(t)}var Ut=3,or=new TextDecoder("utf-8",{ignoreBOM:!0});function ir(e){let t=e.issues.slice(0,Ut).map(({path:o,message:i})=>`at /${o.map(String).join("/")}: ${i}`),
n=e.issues.length>Ut?`; and ${e.issues.length-Ut} more`:"";return`${t.join("; ")}${n}`}function rr(e){try{return{value:JSON.parse(e)}}catch(t){return{why:`not v\
alid JSON: ${t.message}`}}}function sr(e,t){if("why"in t)return t;let n=e.safeParse(t.value);return n.success?{value:n.data}:{why:ir(n.error)}}function ue(e,t,n){
let o=rr(or.decode(t)),i=n===void 0?o:sr(n,o);if("why"in i)throw new C(Nt(e,i.why));return i.value}var Me="index.json",Te="manifest.json";function Ne(e,t){let[n,o]=[e,t].map(({window:i,release:r})=>`${i.from} ${r}`);return n===o?0:n<o?-1:1}function Ie(e){return R(
"out.not-built",{file:e},"no release has been built there","Build one with `ratebook build`, or name another folder")}function ar(e){let{schema:t,releases:n}=e;
if(t!=="ratebook/index")return`its schema is ${t}, expected ratebook/index`;let o=i=>typeof i?.release=="string"&&typeof i.window?.from=="string";return Array.isArray(
n)&&n.every(o)?Lt(e):"it does not list releases with their days"}function cr(e,t){let n=ue(e,t);return de(e,ar(n??{})),n}function Dn(e,t){if(t===void 0)throw Ie(
e);let{releases:n}=cr(e,t);if(n.length===0)throw Ie(e);return n}function lr(e,t,n){let{release:o,title:i,window:r,expiresOn:s,next:a,standing:c,coverage:l}=n,u={
...t,...{release:o,title:i,window:r,expiresOn:s,next:a,standing:c,coverage:l},manifest:`${o}/${Te}`};if(JSON.stringify(u)!==JSON.stringify(t))throw new C(Tn(e,`\
its entry for ${t.release} does not match the release's manifest`))}function Fn(e,t,n,o){let i=ue(e,t);return de(e,Ee(Te,i,n.release)),lr(o,n,i),i}function dr(e){let t=e.map(({window:o})=>o.from).sort(),n=e.map(({window:o})=>o.to).sort();return{from:t[0]??"",to:n.at(-1)??""}}function ur(e,t){let{from:n,to:o}=dr(
t),i=e<n?`before the first release that CMS posted, ${n}`:`after the last window, ${o}`;return R("day.outside-calendar",{file:"--on"},`no release is known to be\
 in force on ${e}: that is ${i}`,`Name a day from ${n} to ${o}, or register the release that CMS has posted since: ratebook register`)}function kn(e){if(!An(e))throw R("day.invalid",{file:"--on"},`"${e}" is not a day`,"Write it as year-month-day: 2024-03-09");let t=On(e);if(t===void 0)throw ur(
e,ae().releases);let{notFor:n}=t;if(n!==void 0&&n.from<=e&&e<=n.to){let o=`CMS posted ${t.label} for ${e}, and its amounts do not apply to that day: ${n.reason}`;
throw R("day.not-covered",{file:"--on"},o,`Ask for a day outside ${n.from} to ${n.to}`)}return t}function fe(e){return vn(`publications/${e}/`,t=>t.endsWith(".json")).map(t=>t.slice(0,-5))}function fr(e,t){return`publications/${e}/${t}.json`}function Bn(e){
return fe(e).map(t=>w(fr(e,t)))}var pr={A:1,B:2,C:3,D:4,M:1},mr=/^(?<base>(?<year>\d{4})(?<letters>[A-DM][A-Z0-9]*)(?:-(?<preview>proposed|final))?)(?<picks>(?:-(?:pfs|opps|asc)\d+)*)$/;function _n(e){
let t=mr.exec(e)?.groups,{base:n="",year:o="",letters:i="",picks:r="",preview:s}=t??{},a=pr[i.charAt(0)];if(a===void 0||s!==void 0&&r!=="")return;let c=[...r.matchAll(
/-(pfs|opps|asc)(\d+)/g)];return{base:n,year:o,letters:i,quarter:a,preview:Ce.find(l=>l===s),picks:new Map(c.map(([,l,d])=>[l,Number(d)]))}}function jn(e){return`${e.slice(0,4)}${"ABCD".charAt(Number(e.slice(5))-1)}`}function Dt(){let e=fe("pfs").map(n=>`20${n.slice(3)}`),t=[...fe("opps"),...fe("asc")].map(jn);return[...new Set([...e,...t])].sort()}var L=new Uint32Array(65536),hr=(e,t)=>{let n=e.length,o=t.length,i=1<<n-1,r=-1,s=0,a=n,c=n;for(;c--;)L[e.charCodeAt(c)]|=1<<c;for(c=0;c<o;c++){let l=L[t.charCodeAt(
c)],d=l|s;l|=(l&r)+r^r,s|=~(l|r),r&=l,s&i&&a++,r&i&&a--,s=s<<1|1,r=r<<1|~(d|s),s&=d}for(c=n;c--;)L[e.charCodeAt(c)]=0;return a},yr=(e,t)=>{let n=t.length,o=e.length,
i=[],r=[],s=Math.ceil(n/32),a=Math.ceil(o/32);for(let p=0;p<s;p++)r[p]=-1,i[p]=0;let c=0;for(;c<a-1;c++){let p=0,S=-1,I=c*32,O=Math.min(32,o)+I;for(let h=I;h<O;h++)
L[e.charCodeAt(h)]|=1<<h;for(let h=0;h<n;h++){let q=L[t.charCodeAt(h)],$=r[h/32|0]>>>h&1,M=i[h/32|0]>>>h&1,gn=q|p,wn=((q|M)&S)+S^S|q|M,se=p|~(wn|S),we=S&wn;se>>>
31^$&&(r[h/32|0]^=1<<h),we>>>31^M&&(i[h/32|0]^=1<<h),se=se<<1|$,we=we<<1|M,S=we|~(gn|se),p=se&gn}for(let h=I;h<O;h++)L[e.charCodeAt(h)]=0}let l=0,d=-1,u=c*32,f=Math.
min(32,o-u)+u;for(let p=u;p<f;p++)L[e.charCodeAt(p)]|=1<<p;let m=o;for(let p=0;p<n;p++){let S=L[t.charCodeAt(p)],I=r[p/32|0]>>>p&1,O=i[p/32|0]>>>p&1,h=S|l,q=((S|
O)&d)+d^d|S|O,$=l|~(q|d),M=d&q;m+=$>>>o-1&1,m-=M>>>o-1&1,$>>>31^I&&(r[p/32|0]^=1<<p),M>>>31^O&&(i[p/32|0]^=1<<p),$=$<<1|I,M=M<<1|O,d=M|~(h|$),l=$&h}for(let p=u;p<
f;p++)L[e.charCodeAt(p)]=0;return m},Vn=(e,t)=>{if(e.length<t.length){let n=t;t=e,e=n}return t.length===0?e.length:e.length<=32?hr(e,t):yr(e,t)};var gr=2;function pe(e,t){let n=e.toLowerCase(),o=t.map(s=>({text:s,far:Vn(n,s.toLowerCase())})).sort((s,a)=>s.far-a.far),[i]=o;return i!==void 0&&i.far<=Math.min(
gr,e.length/3)?`; did you mean "${i.text}"?`:""}var Hn=10;function $e(e){if(e.length===0)return"none";let t=e.length-Hn;return`${e.slice(-Hn).join(", ")}${t>0?`\
 and ${t} earlier ones`:""}`}function wr(e){let t=H(e);return It(t)!==void 0||Dt().includes(t)}function br(e,t){if(_n(e)===void 0)return"Correct the name: `ratebook releases` lists what CMS\
 has posted";if(Et(e))return"A preview of a rule is no answer: compare it with a release, by `ratebook diff` or `ratebook review`";let n=Dt().includes(H(e))?"":
" --allow-unregistered";return`Build it: ${`ratebook build --from FOLDER --release ${e}${n} --out ${t}`}. Another release's rates would be wrong for these days`}
function Le(e,t,n,o){let i=n.map(a=>a.release),r=wr(e)?"":pe(e,i),s=`${t}, but it is not built there; built: ${$e(i)}${r}`;return R("release.not-built",{file:o},
s,br(e,o))}function Rr(e,t,n){let{release:o,window:i}=kn(e),r=t.find(a=>a.release===o),s=`on ${e} release ${o} is in force (${i.from} to ${i.to})`;if(r===void 0)
throw Le(o,s,t,n);return{built:r,day:e,replacedBy:null}}function Cr(e,t){let n=e.toSorted(Ne).at(-1);if(n===void 0)throw Ie(t);let o=H(n.release),i=e.find(a=>a.
release===o);if(i===void 0)throw Le(o,`the latest release there, ${n.release}, is another revision`,e,t);let r=Ae(i.release);if(r===void 0)return{built:i,day:null,
replacedBy:null};let s=`the latest release there, ${i.release}, was replaced by ${r.release} for the same days`;throw Le(r.release,s,e,t)}function Ue(e,t,n){if(e.
on!==void 0)return Rr(e.on,t,n);if(e.release===void 0)return Cr(t,n);let o=t.find(i=>i.release===e.release);if(o===void 0)throw Le(e.release,`release ${e.release}\
 was requested`,t,n);return{built:o,day:null,replacedBy:Ae(o.release)?.release??null}}function Ar({family:e,label:t,revision:n}){return Bn(e).find(o=>o.label===t)?.revisions[n.number]?.note}function xr(e){let{label:t,revision:n}=e,{number:o,of:i,
supersededBy:r,why:s}=n;if(r===null)return s===void 0?[]:[`${t} is revision ${o} of ${i}: ${s}`];let a=Ar(e),c=`the next one is built as ${r}${a===void 0?"":` (${a}\
)`}`;return[`${t} is revision ${o} of ${i}; ${c}${s===void 0?"":`. ${s}`}`]}function Sr({archive:e,files:t}){return e?.changed===!0||t.some(n=>n.changed)}function Pr(e){
let{label:t,registered:n,files:o}=e;return o.length===0?[]:[...xr(e),...n?[]:[`${t} is not registered: nobody has verified its file`],...Sr(e)?[`${t} was read f\
rom a file without the registered hash`]:[]]}function vr({source:e,kind:t,reason:n}){return t==="left-out"||t==="unreadable"?[`the release is partial: ${e} ${n}`]:
[]}function Qn({publications:e,unreviewed:t,missing:n}){let o=t.length===0?[]:[`${t.length} rows break a check and wait for review`];return[...e.flatMap(Pr),...n.
flatMap(vr),...o]}var Or="The wage index is CMS's for ASCs, before reclassifications and floors; a hospital's OPPS payments follow its own index, which can differ";function Wn(e,t){
return[...Qn(e),...t?[Or]:[]]}function Er(e,t,n){let o=e.releases.filter(({release:r})=>r!==n.release).toSorted(Ne),i=r=>e.open(r).table("site-of-service")?.rowsOf({hcpcs:t})??[];return o.filter(
r=>i(r).length>0).map(({release:r})=>r)}function Ir(e,t,n){if(!(e instanceof C)||e.problem.code!=="code.unknown")return e;let{code:o,place:i,message:r}=e.problem,
s=Er(t,i.file,n);if(s.length===0)return e;let a=`${r}; of the releases that are built, ${$e(s)} ${s.length===1?"has":"have"} it`;return R(o,i,a,"Name one of the\
se with --release, or correct the code")}function De(e,t,n){try{return n()}catch(o){throw Ir(o,e,t)}}function Mr(e){let{successions:t,cites:n}=w("successions.json"),o=t.filter(e);return o.length===0?null:{successions:o,cites:n}}function Gn(e){return Mr(({deleted:t,
successor:n})=>t===e||n===e)}function Tr({deleted:e,successor:t,on:n,scope:o}){return`${t} succeeded ${e} on ${n} (${o})`}function Jn(e){let{successions:t=[]}=Gn(e)??{};return t.map(n=>`; ${Tr(
n)}`).join("")}function U({documents:e,hcpcs:t}){return e.table("national")?.rowsOf({hcpcs:t})??[]}function Fe(e,t,n){for(let o of n)e.table(o)?.lookUp(t.map(i=>({hcpcs:i})))}
function B({documents:e,hcpcs:t}){let[n]=e.table("site-of-service")?.rowsOf({hcpcs:t})??[];if(n!==void 0)return n;let{release:o,coverage:i}=e.manifest,r=i==="ex\
cerpt"?", built from an excerpt only,":"",s=i==="excerpt"?`Build it whole: ratebook build --from FOLDER --release ${o}`:"Correct the code, or choose another rel\
ease with --release or --on",a=`no source of ${o}${r} has the code${Jn(t)}${Nr(e,t)}`;throw R("code.unknown",{file:t},a,s)}function Nr(e,t){let n=e.table("site-\
of-service")?.rowsBeginning({hcpcs:t.slice(0,-1)})??[];return n.length>0?`; similar codes are ${n.map(o=>o.hcpcs).join(", ")}`:""}var Bt={};bn(Bt,{ASC_COMBINATION:()=>kt,ASC_MULTIPLE_PROCEDURES:()=>Ft,ASC_PACKAGED:()=>Be,ASC_RATE_FROM_WEIGHT:()=>$r,ASC_RATE_TIMES_UNITS:()=>ke});var $r={id:"\
asc.rate-from-weight",title:"ASC payment rate of a code with a payment weight",formula:"payment weight x ASC conversion factor, rounded half up to the cent",cites:[
{title:"42 CFR 416.171: ASC payment weight x conversion factor"}]},ke={id:"asc.rate-times-units",title:"Separately paid service of an ASC",formula:"ASC rate x u\
nits",cites:[{title:"42 CFR 416.171, 416.172: ASC payment rates"}]},Ft={id:"asc.multiple-procedures",title:"Several procedures that Addendum AA marks as subject\
 to multiple procedure discounting",formula:"100 percent of the highest rate, 50 percent of each other one, each unit rounded half up to the cent",cites:[{title:"\
42 CFR 416.172(e): multiple procedure discount"},{title:"Medicare Claims Processing Manual, chapter 14, section 40.5: payment for multiple procedures"}]},Be={id:"\
asc.packaged",title:"Packaged into the payment for the procedure",formula:"0",cites:[{title:"ASC Addendum DD1: payment indicators N1, L1 and D1"},{title:"42 CFR\
 416.164(a)"}]},kt={id:"asc.combination-code",title:"Two procedures that an ASC bills with one combination code",formula:"ASC rate of the combination code for t\
he primary procedure; 0 for the other one",cites:[{title:"ASC Addendum AA: codes C7500 and following; their parts are in sources/asc-combinations.json"}]};var Gt={};bn(Gt,{COMPLEXITY_ADJUSTMENT:()=>jt,COMPLEXITY_INFERRED:()=>Vt,COMPREHENSIVE_APC:()=>_t,OPPS_HIGHEST_CONDITIONAL:()=>je,OPPS_MULTIPLE_PROCEDURES:()=>Wt,
OPPS_PACKAGED:()=>Ht,OPPS_RATE_FROM_WEIGHT:()=>Lr,OPPS_RATE_TIMES_UNITS:()=>Qt});var Lr={id:"opps.rate-from-weight",title:"OPPS payment rate of a code with a re\
lative weight",formula:"relative weight x OPPS conversion factor, rounded half up to the cent",cites:[{title:"42 CFR 419.31-419.32: APC weight x conversion fact\
or"}]},_e="OPPS Addendum D1",Ur="Medicare Claims Processing Manual, chapter 4",_t={id:"opps.comprehensive-apc",title:"One payment for a claim with a comprehensi\
ve APC",formula:"rate of the primary J1 code's APC, once for the claim; of several J1 codes the one of the lowest rank is primary",cites:[{title:`${_e}, status \
indicator J1: all covered services on the claim are packaged with the primary service`},{title:"OPPS Addendum J, sheet of ranks"}]},jt={id:"opps.complexity-adju\
stment",title:"Complexity adjustment of a comprehensive APC",formula:"rate of the APC to which Addendum J moves the primary code with the other one, once for th\
e claim",cites:[{title:"OPPS Addendum J, sheet of complexity adjustments"},{title:"42 CFR 419.44, 419.2(b)"}]},Vt={id:"opps.complexity-adjustment-inferred",title:"\
Complexity adjustment, inferred: no Addendum J of the year was read",formula:"rate in Addendum B of the APC that ASC Addendum FF has for the combination code of\
 the two",cites:[{title:"ASC Addendum FF: APC of the combination codes; in 2025 it equals the adjusted APC of Addendum J for each pair"}]},Ht={id:"opps.packaged",
title:"Packaged into the payment for another service of the claim",formula:"0",cites:[{title:`${_e}: status indicators J1, J2, N, Q1, Q2 and Q4`},{title:"42 CFR\
 419.2(b): packaged costs"}]},je={id:"opps.highest-conditional",title:"Conditionally packaged codes without a service that packages them",formula:"rate of the c\
ode with the highest rate; 0 for the others",cites:[{title:`${Ur}, section 10.4: packaging`}]},Qt={id:"opps.rate-times-units",title:"Separately paid service of \
a hospital",formula:"OPPS rate x units",cites:[{title:`${_e}: paid under OPPS; separate APC payment`}]},Wt={id:"opps.multiple-procedures",title:"Several procedu\
res with status indicator T",formula:"100 percent of the highest rate, 50 percent of each other one, each unit rounded half up to the cent",cites:[{title:"42 CF\
R 419.44(a): multiple surgical procedures"},{title:`${_e}, status indicator T`}]};function Dr(e){let t=-1;for(let n=0;n<e.length;n+=1){let o=e.charCodeAt(n);if(o===46&&t<0)t=n;else if(o<48||o>57)return}return t}function Fr(e){return/^0*$/.test(
e)}function Jt(e,t){let n=Dr(e);if(n===void 0)return;let o=n<0?e:e.slice(0,n),i=n<0?"":e.slice(n+1);if(!(o.length+i.length===0||o.length+t>15)&&!(i.length>t&&!Fr(
i.slice(t))))return Number(o+i.slice(0,t).padEnd(t,"0"))}function P(e,t){let n=Jt(e,t);if(n===void 0)throw new Error(`${e} is not a number with ${t} decimals`);
return n}function Z(e,t){let n=String(e).padStart(t+1,"0");return t===0?n:`${n.slice(0,-t)}.${n.slice(-t)}`}function zn(e,t,n){let o=Z(e,t),i=o.length-(t-n),r=o.
length;for(;r>i&&o.charCodeAt(r-1)===48;)r-=1;return o.slice(0,o.charCodeAt(r-1)===46?r-1:r)}var y={rvu:2,gpci:3,factor:4,weight:4,cents:2,fine:4,percent:2,wageIndex:4};var kr={effect:"apart",what:"ratebook does not know what it does to the amount"};function zt(e){let{passed:t,apart:n}=w("modifiers.json");for(let[o,i]of[["passe\
d",t],["apart",n]]){let r=i.find(({modifiers:s})=>s.includes(e));if(r!==void 0)return{effect:o,what:r.what}}return kr}function Ve(e){let{passed:t}=w("modifiers.\
json").facility;return!t.includes(e)&&zt(e).effect==="apart"}function qn(e){return w("modifiers.json").facility.only.includes(e)}function me(){return w("modifie\
rs.json").answers}function He({field:e,cases:t},n){let o=e===null?"*":n(e);if(o!==void 0)return t.find(({code:i})=>i===o)??t.find(({code:i})=>i==="*")}var Br=1e3,Zn=1;function _r(e,t){let o=e.map(i=>Jt(t(i)??"",y.rvu)??0).reduce((i,r)=>i+r,0);return o===0?void 0:o*(Br/10**y.rvu)}function Kn(e,t){let{percent:n,
shares:o}=He(e,t)??{};return n!==void 0?P(n,Zn):o&&_r(o,t)}function Q(e){return Z(e,Zn)}function Yn(e,t){let{reason:n,unchanged:o,shares:i=[]}=He(e,t)??{};if(n!==
void 0)return{kind:"none",reason:n};if(o===!0)return{kind:"unchanged"};let[r,s]=[Kn(e,t),Xn(e)];return r===void 0||s===void 0?{kind:"none",reason:"contractor-de\
cides"}:{kind:"share",share:r,rule:s,fields:[...e.field===null?[]:[e.field],...i]}}function Xn({rule:e,cites:t}){return e&&{...e,cites:t}}function eo(){return me().
flatMap(e=>Xn(e)??[])}var qt=[{title:"42 USC 1395w-4(b)(1): payment is relative value x conversion factor x geographic adjustment"},{title:"42 CFR 414.20, 414.22, 414.26: fee schedul\
e formula, relative value units, geographic adjustment"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: calculating payment amounts"}],
to=[{title:"Deficit Reduction Act of 2005, section 5102(b); 42 USC 1395w-4(b)(4): the OPPS amount takes the place of the fee schedule amount of an imaging servi\
ce's technical component when that is higher"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: OPPS payment amounts"}],no={id:"pfs.na\
tional-amount",title:"National payment amount, not an average over localities",formula:"(work RVU + PE RVU + MP RVU) x conversion factor, rounded half up to the\
 cent once, at the end",cites:qt},Qe={id:"pfs.locality-amount",title:"Payment amount in one locality",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU\
 x MP GPCI) x conversion factor, rounded half up to the cent once, at the end",cites:qt},he={id:"pfs.opps-capped-amount",title:"Amount at the OPPS cap on imagin\
g; nationally every GPCI is 1",formula:"(work RVU x work GPCI + PE RVU used for OPPS x PE GPCI + MP RVU used for OPPS x MP GPCI) x conversion factor, rounded ha\
lf up to the cent once, at the end; for a global that contractors price the work RVU is that of its 26 row",cites:[...to,{title:"CMS's OPPSCAP files of 2009A, 2\
013A, 2018A, 2020A, 2022A to 2025A and 2025D: every price agrees"}]},We={id:"pfs.opps-cap-payable",title:"What is payable under the OPPS cap on imaging",formula:"\
the lower of the full and the capped national amount; a global's two differ in its technical component only",cites:to},Ge={id:"pfs.limiting-charge",title:"Limit\
ing charge, derived: CMS prints it only in the Physician Fee Schedule Look-Up Tool",formula:"(work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conv\
ersion factor x 1.0925 (115 % of 95 %), rounded half up to the cent once, at the end; nationally every GPCI is 1. For imaging under the OPPS cap the RVUs are th\
ose of the amount that is payable, full or capped: no published figure at the cap is known that proves it",cites:[{title:"42 USC 1395w-4(g), 42 CFR 414.48: limi\
ting charge"},{title:"CMS record layout of the relative value file (RVU26B.pdf), page 2: multiply the fee schedule amount by 1.0925"},{title:"CMS's Physician Fe\
e Schedule Look-Up Tool, limiting charges exported for 2021 to 2025, none of them at the OPPS cap: every one agrees"}]};var Je={id:"pfs.anesthesia-allowance",title:"Payment for anesthesia that one physician performs alone",formula:"(base units + minutes of anesthesia / 15) x anes\
thesia conversion factor of the locality, rounded half up to the cent once, at the end",cites:[{title:"42 CFR 414.46(b)(1): the sum of base and time units, time\
s an anesthesia-specific conversion factor; time units are calculated from the anesthesia time that is reported"},{title:"Medicare Claims Processing Manual, cha\
pter 12, section 50.G: a unit of time is 15 minutes"},{title:"42 CFR 414.46(d), 414.60(a); 42 USC 1395l(l)(4)(B)(iii): for medical direction the physician and t\
he nurse anesthetist are paid 50 percent each, which is not computed here"}]},Zt={id:"pfs.anesthesia-allowance-in-tenths",title:"Payment for anesthesia with the\
 units of time rounded to one decimal",formula:"(base units + minutes of anesthesia / 15, rounded to one decimal) x anesthesia conversion factor of the locality\
, rounded half up to the cent",cites:[{title:"Medicare Claims Processing Manual, chapter 12, section 50.G: contractors divide the minutes by 15 and round the ti\
me unit to one decimal place"}]},oo="Medicare Claims Processing Manual, chapter 12",ze={id:"pfs.amount-times-units",title:"Payment for several units of a servic\
e",formula:"payment amount x units",cites:qt},qe={id:"pfs.multiple-procedures",title:"Several procedures of one physician on one day",formula:"ranked by payment\
 amount: 100 percent of the highest, 50 percent of each of the next four, others by report; each rounded half up to the cent",cites:[{title:"CMS record layout o\
f the relative value file (RVU26B.pdf), multiple procedure indicators 2 and 3"},{title:`${oo}, section 40.6: multiple surgeries`}]},Ze={id:"pfs.endoscopies",title:"\
Several endoscopies with the same base procedure",formula:"the highest in full, each other one less the amount of the base procedure; the base procedure itself \
0; then the family is ranked as one procedure",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), multiple procedure indicator 3"},{title:`${oo}\
, section 40.6: endoscopies`}]},Ke={id:"pfs.paid-alone",title:"Services of status T beside another service",formula:"0 where another service of the physician is\
 payable on the day",cites:[{title:"CMS record layout of the relative value file (RVU26B.pdf), Attachment A: status T"}]};var Ye={id:"wage.opps",title:"OPPS payment rate adjusted by the area's wage index",formula:"payment rate x (0.60 x wage index + 0.40), rounded half up to the ce\
nt",cites:[{title:"42 CFR 419.43(c)"},{title:"CMS OPPS pricer 2020 to 2024, wage-adjusted line payment"}]},Xe={id:"wage.asc",title:"ASC payment rate adjusted by\
 the area's wage index",formula:"payment rate x (0.50 x wage index + 0.50), rounded half up to the cent",cites:[{title:"42 CFR 416.172(c)"},{title:"Medicare Cla\
ims Processing Manual, chapter 14, section 40.2: 50 percent labor-related"}]};var io=()=>[Qe,he,Ge,We,Je,Zt,Ye,Xe,...eo(),ze,qe,Ze,Ke,...Object.values(Gt),...Object.values(Bt),Re,be];function*jr(e){let t=io().map(({id:n,title:o,formula:i,cites:r})=>[n,{title:o,formula:i,cites:[...r]}]);yield Object.fromEntries(t),yield e.table("national")?.head.
rules,yield e.table("site-of-service")?.head.rules}function ro(e,t){let n=[...new Set(t)],o={};for(let i of jr(e))if(Object.assign(o,i),n.every(r=>o[r]!==void 0))
break;return Object.fromEntries(n.flatMap(i=>o[i]===void 0?[]:[[i,o[i]]]))}var Kt=10**y.cents,Vr=Array.from({length:Kt},(e,t)=>Z(t,y.cents).slice(1));function T(e){let t=e%Kt;return`${(e-t)/Kt}${Vr[t]}`}function Yt(e){return zn(e,y.fine,
2)}var Hr=1000n,Qr=BigInt(10**(y.fine-y.cents)),K=e=>BigInt(P(e,y.fine));function tt(e,t){let n=Hr*Qr;return T(Number((K(e)*BigInt(t)*2n+n)/(n*2n)))}function D(e){
let t=e.reduce((n,o)=>n+K(o),0n);return Yt(Number(t))}function so(e,t){let n=K(e)-K(t);return Yt(Number(n<0n?0n:n))}function _(e,t){return Number(K(t)-K(e))}function Wr(e){return e.replace(/\B(?=(\d{3})+$)/g,",")}function F(e){let t=e.startsWith("-")?"-":"",[n="",o=""]=e.slice(t.length).split(".");return`${t}$${Wr(n)}${o===""?"":`.${o}`}`}function g(e,t,n,o){let i=e.files[t];if(i===void 0)throw new Error(`the document has no file ${t}`);let r=o.flatMap(c=>i.columns[c]??[]),s=i.excerptOf===void 0?
{}:{excerptOf:i.excerptOf},a=i.sheet===void 0?{}:{sheet:i.sheet};return{file:i.name,...a,origin:i.origin,...s,row:n,columns:r}}function ye(){return w("asc-combinations.json")}function Y([e,t],{hcpcs:n,other:o}){return o===void 0?e===n||t===n:e===n&&t===o||e===o&&t===n}function en(e){return e.startsWith("rated")}var Gr={opps:"opps-status",asc:"asc-payment"},ao=100n,co=10n**BigInt(y.wageIndex);function Jr(e){let{labourShares:t}=w("parameters/wage-adjustment.json"),n=t.find(
o=>o.schedule===e);if(n===void 0)throw new Error(`sources/parameters/wage-adjustment.json has no labour share of ${e}`);return BigInt(n.percent)}function lo(e,t,n,o){
let i=Jr(n),r=i*BigInt(t)+(ao-i)*co,s=o*ao*co;return Number((BigInt(e)*r+s/2n)/s)}function uo(e,t){return lo(e,t,"opps",100n)}function fo(e,t){return lo(e,t,"as\
c",1n)}function po(e,t){let{indicators:n}=w(`indicators/${Gr[e]}.json`);return n.find(i=>i.code===t)?.wageAdjusted===!0}function X(e,t){return P(e,t)}function mo(e,t,n){let o=X(n,y.wageIndex),i=e==="opps"?uo(X(t,y.fine),o):fo(X(t,y.cents),o);return i}var zr={opps:Ye,asc:Xe},qr="no-labour-share";function ho({wageIndex:e},t,n,o){if(e===void 0)return;if(!po(n,o))return{value:null,reason:qr};let i=mo(n,t.value,e.
wageIndex);return{value:T(i),rule:zr[n].id,cells:[...t.cells,e.cells]}}function ee(e){return{rate:{value:null,reason:e}}}function yo(e,t,n=!1){return{rate:e,...n?
{conditional:!0}:{},...t===void 0?{}:{wageAdjusted:t}}}function nt(e){let t=e.documents.table("opps");if(t===void 0)return ee("source-missing");let[n]=t.rowsOf(
{hcpcs:e.hcpcs});if(n===void 0)return ee("not-in-addendum-b");if(n.oppsRate===null||!en(n.state))return ee(n.state);let o={value:n.oppsRate,cells:[g(t.head,"add\
endum-b",n.row,["oppsRate"])]};return yo(o,ho(e,o,"opps",n.statusIndicator),n.state==="rated-unless-packaged")}function Zr(e){let{ascRate:t}=B(e).asc;return ee(
t.value===null?t.reason:"not-on-asc-list")}function ot(e){let t=e.documents.table("asc");if(t===void 0)return ee("source-missing");let[n]=t.rowsOf({hcpcs:e.hcpcs});
if(n===void 0)return Zr(e);if(n.ascRate===null||!en(n.state))return ee(n.state);let o=n.addendum==="AA"?"asc-aa":"asc-bb",i={value:n.ascRate,cells:[g(t.head,o,n.
row,["ascRate"])]};return yo(i,ho(e,i,"asc",n.paymentIndicator))}function Kr({code:e,primary:t,secondary:n},o){return[[t,n],[e,t],[e,n]].some(i=>Y(i,o))}function Yr(e,t){let n=e.table("opps"),o=r=>r.apc===t&&r.statusIndicator===
"J1"&&r.oppsRate!==null,i=n?.allRows().find(o);return n===void 0||i?.oppsRate==null?{value:null,reason:"no-rate-of-apc"}:{value:i.oppsRate,cells:[g(n.head,"adde\
ndum-b",i.row,["apc","oppsRate"])]}}function Xr(e,t){if(e.table("opps-pairs")!==void 0)return null;let n=e.table("asc-device-offsets"),[o]=n?.rowsOf({hcpcs:t})??
[];if(n===void 0||o?.apc==null)return null;let i=g(n.head,"asc-ff",o.row,["apc"]);return{apc:o.apc,oppsRate:Yr(e,o.apc),cells:i}}function te(e,t,n){return ye().
combinations.filter(i=>Kr(i,{hcpcs:t,other:n})).flatMap(i=>{let{code:r}=i;if((e.table("site-of-service")?.rowsOf({hcpcs:r})??[]).length===0)return[];let{rate:s}=ot(
{documents:e,hcpcs:r,modifier:void 0,place:void 0,wageIndex:void 0});return[{...i,ascRate:s,inferred:Xr(e,r)}]})}function go(e,t){let{codes:n,why:o}=ye().unknown;
if(n.includes(t))return[`${t} is a combination code. ${o}`];if(e.table("asc")===void 0)return["the release was built without the ASC addenda"];let i=n.filter(r=>(e.
table("asc")?.rowsOf({hcpcs:r})??[]).length>0);return i.length===0?[]:[`the ASC list has ${i.join(", ")} too, and their parts are not known`]}function N({documents:e,place:t},n,o){return{documents:e,hcpcs:n,modifier:o,place:t,wageIndex:void 0}}function x(...e){return e.flatMap(t=>t.value===null?[]:t.cells)}
function A(e,t,n){return{value:e,rule:t.id,cells:[...n]}}function b(e,t,n=null){return{alone:e,paid:{value:null,reason:t},why:n}}function ne(e,t){return D(Array(
t).fill(e))}function it(e){let t=e.flatMap(({paid:o})=>o.value===null?[]:[o.value]),n=o=>[...new Set(o.map(({line:i})=>i))].sort((i,r)=>i-r);return{value:t.length===
0?null:D(t),without:n(e.filter(({paid:o})=>o.value===null)),doubtful:n(e.filter(({doubt:o})=>o!==void 0))}}function oe(e,t){let n=e.lines.map(o=>{let i=t.get(o);
if(i===void 0)throw new Error(`line ${o.line} was not priced`);return{...o,...i}});return{lines:n,total:it(n)}}var E="rank-not-known";function ie(e,t){if(e.reduce((i,{units:r})=>i+r,0)<2)return new Map;if(e.some(({amount:i})=>i===void 0))return new Map(e.map(({key:i})=>[
i,E]));let n=[...e].sort((i,r)=>_(i.amount??"0",r.amount??"0")),o=0;return new Map(n.map(({key:i,units:r})=>[i,Array.from({length:r},()=>t(o++))]))}var rt=e=>e===
0?1e3:500;function re(e,t){return D(t.map(n=>tt(e,n)))}function W(e){return e.flatMap(t=>t??[])}function es(e,t){let[n]=e.documents.table("asc")?.rowsOf({hcpcs:t.hcpcs})??[],{rate:o}=ot(N(e,t.hcpcs));return{line:t,row:n,alone:o,isModified:t.modifiers.some(
Ve)}}function ts({documents:e},t){let n=s=>t.some(({line:a})=>a.hcpcs===s),o=t.filter(({isModified:s})=>!s),i=o.flatMap(s=>o.flatMap(a=>te(e,s.line.hcpcs,a.line.
hcpcs).filter(c=>c.primary===s.line.hcpcs&&c.secondary===a.line.hcpcs).filter(({ascRate:c,code:l})=>c.value!==null&&!n(l)).map(c=>({combination:c,primary:s,secondary:a})))),
r=({combination:s})=>s.ascRate.value??"0";return i.sort((s,a)=>_(r(s),r(a))||(s.combination.code<a.combination.code?-1:1))}function ns(e,t){let n=new Set;return ts(
e,t).filter(({primary:o,secondary:i})=>n.has(o)||n.has(i)?!1:(n.add(o).add(i),!0))}function os(e,{combination:t,primary:n,secondary:o}){let{code:i,ascRate:r}=t,
[s]=e.documents.table("asc")?.rowsOf({hcpcs:i})??[],a={units:1,rule:kt,cells:x(r)},c=`${n.line.hcpcs} and ${o.line.hcpcs}`,l=n.alone.value===null?"":`. Billed a\
s ${c}, ${F(n.alone.value)} is paid`,d=`an ASC bills ${i} for ${n.line.hcpcs} with ${o.line.hcpcs}${l}`,u=s?.multipleProcedureDiscount===!0,f={value:"0.00",cells:x(
r)};return[{...a,of:n,rate:r,isDiscounted:u,why:d},{...a,of:o,rate:f,isDiscounted:!1,why:`part of ${i}, which is billed for line ${n.line.line}`}]}function is({
documents:e},t,n){let{row:o,alone:i,line:r}=t,s=e.table("asc")?.head;if(s!==void 0&&o?.state==="packaged"){let c=[g(s,o.addendum==="AA"?"asc-aa":"asc-bb",o.row,
["paymentIndicator"])],l=`payment indicator ${o.paymentIndicator}: ${r.hcpcs} has no payment of its own`;return{of:t,units:n,rate:{value:"0.00",cells:c},isDiscounted:!1,
rule:Be,cells:c,why:l}}let a=o?.multipleProcedureDiscount===!0;return{of:t,units:n,rate:i,isDiscounted:a,rule:ke,cells:x(i),why:null}}function rs(e,t){let n=ns(
e,t).flatMap(i=>os(e,i)),o=t.flatMap(i=>{let r=i.line.units-n.filter(s=>s.of===i).length;return r===0?[]:[is(e,i,r)]});return[...n,...o]}function ss({rate:e,units:t},n){
return e.value===null?{reason:e.reason}:n===E?{reason:E}:n===void 0?{value:ne(e.value,t),shares:[]}:{value:re(e.value,W(n)),shares:W(n)}}var as="one of several \
procedures that Addendum AA marks for the discount";function cs({alone:e},t,n){let[o]=n.flatMap(f=>"reason"in f?f.reason:[]);if(o!==void 0)return b(e,o);let i=n.
flatMap(f=>"reason"in f?[]:f),r=i.flatMap(f=>f.shares),s=r.length>0,[a]=t,c=a?.rule===ke&&s?Ft:a?.rule??Be,l=t.flatMap(f=>f.cells),d=t.flatMap(f=>f.why??[]).join(
"; ")||(s?as:null),u=A(D(i.map(({value:f})=>f)),c,l);return{alone:e,...s?{percents:r.map(Q)}:{},paid:u,why:d}}function ls(e){let t=e.filter(({isDiscounted:n})=>n).
map(n=>{let o=n.of.isModified?void 0:n.rate.value??void 0;return{key:n,amount:o,units:n.units}});return ie(t,rt)}function wo(e){let t=e.lines.map(a=>es(e,a)),n=rs(
e,t),o=ls(n),i=t.some(({row:a})=>a?.addendum==="AA"),r=({row:a})=>a?.addendum==="BB"&&a.state!=="packaged"&&!i,s=a=>{if(a.isModified)return b(a.alone,"modifier-\
of-facility");if(r(a))return b(a.alone,"no-procedure-on-claim");let c=n.filter(({of:l})=>l===a);return cs(a,c,c.map(l=>ss(l,o.get(l))))};return oe(e,new Map(t.map(
a=>[a.line,s(a)])))}function G(){return w("ncci.json")}var tn="NCCI add-on code edits",bo="OPPS Addendum J";function Ro({effective:e,deletion:t},n){return e<=n&&(t===null||n<=t)}function at(e,t){let n=e.table("ncci-addon");if(n===void 0)return;let o=new Map(G().addOnTypes.
map(({type:c,meaning:l})=>[c,l])),{hcpcs:i,other:r}=t,s=({addOn:c,primary:l})=>c===i||(r===void 0?l===i:c===r);return n.allRows().filter(c=>s(c)&&Ro(c,t.day)).map(
({addOn:c,primary:l,type:d,effective:u,deletion:f,row:m})=>{let p=g(n.head,"ncci-addon",m,["type","addOn","primary","effective","deletion"]),S=d;return{addOn:c,
primary:l,type:S,meaning:o.get(S)??"",effective:u,deletion:f,cells:p}})}var ds=["practitioner","hospital","dme"];function ct(e,{hcpcs:t,other:n}){let o=ds.flatMap(
r=>{let[s,a]=[`ncci-mue-${r}`,e.table(`ncci-mue-${r}`)];return a===void 0?[]:[{of:r,name:s,table:a}]});return o.length===0?void 0:(n===void 0||n===t?[t]:[t,n]).
flatMap(r=>o.flatMap(({of:s,name:a,table:c})=>c.rowsOf({hcpcs:r}).map(l=>{let{value:d,adjudication:u,rationale:f}=l,m=l.adjudicationIndicator,p=g(c.head,a,l.row,
["value","adjudicationIndicator","rationale"]);return{hcpcs:r,of:s,value:d,adjudicationIndicator:m,adjudication:u,rationale:f,cells:p}})))}var st=["practitioner",
"hospital"];function Co(e,t,{hcpcs:n,other:o}){return e.ptpEdits(t,n)??(o===void 0?void 0:e.ptpEdits(t,o))}function us(e,t,n){let{column1:o,column2:i,effective:r,
deletion:s,rationale:a,part:c}=n,{modifierIndicators:l,modifiers:d}=G(),u=n.modifierIndicator,f=l.find(I=>I.indicator===u)?.meaning??"",m=["column1","column2","\
effective","deletion","modifierIndicator","rationale"],p=g(e,`ncci-ptp-${t}-${c}`,n.row,m);return{...{setting:t,column1:o,column2:i,modifierIndicator:u,meaning:f},
modifiers:u==="1"?[...d]:[],effective:r,deletion:s,rationale:a,cells:p}}function lt(e,t){let n=st.flatMap(o=>{let i=Co(e,o,t);return i===void 0?[]:[{setting:o,slice:i}]});
if(n.length!==0)return n.flatMap(({setting:o,slice:i})=>i.rows.filter(r=>Y([r.column1,r.column2],t)&&Ro(r,t.day)).filter(({modifierIndicator:r})=>r!=="9").map(r=>us(
i,o,r)))}var Ao={practitioner:"practitioners and ASCs",hospital:"outpatient hospitals"};function fs(e,t){return["practitioner","hospital"].flatMap(n=>{let[o,i]=[
e.table(`ncci-mue-${n}`),`MUE, ${Ao[n]}`];if(o===void 0)return[{what:i,message:xo}];let r=t.filter(s=>o.rowsOf({hcpcs:s}).length===0);return r.length===0?[]:[{what:i,
message:`${r.join(", ")} has no row. ${G().unpublished}`}]})}function ps(e,t){let{hcpcs:n}=t;return st.filter(o=>Co(e,o,t)===void 0).map(o=>({what:`NCCI procedu\
re-to-procedure edits of ${n}, ${Ao[o]}`,message:`the release was built without them. CMS posts four files for each setting, behind its licence page. Build with\
 --with ncci-ptp --codes ${n}`}))}var xo="the release was built without the table. Build with --with ncci";function So(e,t){let{page:n}=G(),o=e.table("ncci-addo\
n")===void 0,i=t.other===void 0?[t.hcpcs]:[...new Set([t.hcpcs,t.other])],[r,s]=[fs(e,i),ps(e,t)],a=o&&r.length===st.length&&s.length===st.length,c=[...o?[{what:tn,
message:xo}]:[],...r,...s];if(!a)return c;let l=`${tn}, medically unlikely edits, procedure-to-procedure edits`,d=`the release was built without them. CMS posts\
 them for each quarter: ${n}. Build with --with ncci, and --with ncci-ptp for files from behind its licence page`;return[{what:l,message:d}]}function ms({modifierIndicator:e,modifiers:t},n){return e==="1"&&n.some(o=>o.modifiers.some(i=>t.includes(i)))}function hs({column1:e,column2:t,modifierIndicator:n},o){
return o?`${t} beside ${e}: paid with the modifier on the claim, where the record supports it`:n==="0"?`${t} is never paid beside ${e}`:`${t} is paid beside ${e}\
 with an NCCI-associated modifier only`}function ys(e,t,n,o){return(lt(e.documents,{hcpcs:n.hcpcs,other:o.hcpcs,day:e.day})??[]).filter(({setting:r})=>r===t).map(
r=>{let[s,a]=r.column1===n.hcpcs?[n,o]:[o,n];return{edit:r,column1:s,column2:a,isPaid:ms(r,[n,o])}})}function gs({lines:e}){return e.flatMap((n,o)=>e.slice(o+1).
map(i=>[n,i])).filter(([n,o])=>n.hcpcs!==o.hcpcs)}function ws(e,t){let n=gs(e).flatMap(([i,r])=>ys(e,t,i,r)),o=new Set(n.flatMap(({column2:i,isPaid:r})=>r?[]:i));
return n.map(({edit:i,column1:r,column2:s,isPaid:a})=>{let c=!a&&o.has(r),l=`${hs(i,a)}${c?`, and another edit denies ${i.column1}`:""}`,[d,u]=a?[[],[]]:c?[[],[
s.line]]:[[s.line],[]];return{kind:"ptp",lines:[r.line,s.line],of:t,text:l,denies:d,doubts:u,cells:[i.cells]}})}function bs({documents:e,lines:t,day:n},o,i){let r=t.
filter(({line:s})=>!i.has(s));return t.flatMap(s=>{let a=(at(e,{hcpcs:s.hcpcs,day:n})??[]).filter(({addOn:m})=>m===s.hcpcs),[c]=a;if(c===void 0||a.some(({primary:m})=>r.
some(({hcpcs:p})=>p===m)))return[];let l=c.type==="1",d=l?`${s.hcpcs} is an add-on code, and none of its primary codes is paid on the claim`:`${s.hcpcs} is an a\
dd-on code; the contractor (MAC) decides with which primary codes it is paid`,[u,f]=l?[[s.line],[]]:[[],[s.line]];return[{kind:"add-on",lines:[s.line],of:o,text:d,
denies:u,doubts:f,cells:[c.cells]}]})}function Po(e,t,n){let o=n.reduce((s,a)=>s+a.units,0);if(o<=e.value)return[];let i=n.map(({line:s})=>s),r=`${o} units of ${e.
hcpcs}: the medically unlikely edit allows ${e.value} (${e.adjudication}). What the contractor pays of them is not known`;return[{kind:"mue",lines:i,of:t,text:r,
denies:[],doubts:i,cells:[e.cells]}]}var Rs="1";function Cs({documents:e,lines:t,day:n},o){return[...new Set(t.map(({hcpcs:i})=>i))].flatMap(i=>{let r=ct(e,{hcpcs:i,
day:n})?.find(a=>a.of===o),s=t.filter(a=>a.hcpcs===i);return r===void 0?[]:r.adjudicationIndicator===Rs?s.flatMap(a=>Po(r,o,[a])):Po(r,o,s)})}function nn(e,t){let n=ws(
e,t),o=new Set(n.flatMap(({denies:i})=>i));return[...n,...bs(e,t,o),...Cs(e,t)]}var vo=({primary:e,secondary:t})=>`${e} ${t}`;function As(e,t){return nt({documents:e,hcpcs:t,modifier:void 0,place:void 0,wageIndex:void 0}).rate}function xs(e,t){
let{oppsRate:n,oppsRateFile:o,oppsRateRow:i,row:r}=t,s=e.table("opps-pairs")?.head;if(s===void 0||n===null||o===null||i===null)return{value:null,reason:"no-rate\
-of-apc"};let a=g(s,"addendum-j-pairs",r,["adjustedApc"]);return{value:n,cells:[a,g(s,o,i,["oppsRate"])]}}var Ss=["frequency","geometricMeanCost","costThreshold",
"qualifies"];function Ps(e,t){if(t===void 0)return null;let n=e.table("opps-pair-evaluation")?.head;if(n===void 0)return null;let{frequency:o,geometricMeanCost:i,
costThreshold:r,comparisonCode:s}=t,a=g(n,"addendum-j-evaluation",t.row,Ss);return{frequency:o,geometricMeanCost:i,costThreshold:r,comparisonCode:s,cells:a}}function vs(e,t,n){
let o=t??n;if(o===void 0)return[];let{primary:i,secondary:r,secondaryStatusIndicator:s,primaryApc:a,adjustedApc:c}=o,l=t===void 0?{value:null,reason:"pair-does-\
not-qualify"}:xs(e,t),d=As(e,i),u=Ps(e,n);return[{...{primary:i,secondary:r,secondaryStatusIndicator:s,primaryApc:a,adjustedApc:c},qualifies:t!==void 0,alone:d,
oppsRate:l,evaluation:u}]}function Os(e,t){let n=e.table("opps-pair-evaluation"),o=[...new Set(t)].map(r=>({primary:r}));n?.lookUp(o);let i=o.flatMap(r=>n?.rowsOf(r)??[]);return new Map(
i.map(r=>[vo(r),r]))}function Es(e,t){return Number(t.qualifies)-Number(e.qualifies)}function dt(e,t,n){let o=e.table("opps-pairs");if(o===void 0)return;let i=({
primary:l,secondary:d})=>Y([l,d],{hcpcs:t,other:n}),r=new Map(o.allRows().filter(i).map(l=>[vo(l),l])),s=[t,...n===void 0?[]:[n],...[...r.values()].map(l=>l.primary)],
a=new Map([...Os(e,s)].filter(([,l])=>i(l)));return[...new Set([...r.keys(),...a.keys()])].sort().flatMap(l=>vs(e,r.get(l),a.get(l))).sort(Es)}function Oo(e,t){let[n]=e.documents.table("opps")?.rowsOf({hcpcs:t.hcpcs})??[],{rate:o}=nt(N(e,t.hcpcs)),i=t.modifiers.some(Ve);return{line:t,row:n,status:n?.statusIndicator??
"",alone:o,isModified:i}}function Is({documents:e},{row:t}){let n=e.table("opps")?.head;return n===void 0||t===void 0?[]:[g(n,"addendum-b",t.row,["statusIndicat\
or"])]}function ge(e,t,n){return{alone:t.alone,paid:A("0.00",Ht,Is(e,t)),why:n}}function J({line:e,alone:t},n=null){if(t.value===null)return{alone:t,paid:t,why:n};
let o=A(ne(t.value,e.units),Qt,x(t));return{alone:t,paid:o,why:n}}var Ms={F:"paid at cost",G:"pass-through drug",H:"pass-through device",H1:"non-opioid product",K1:"non-opioid product",L:"vaccine",U:"brachytherapy"},Ts=new Set(
["J1","J2","N","P","Q1","Q2","Q3","Q4","R","S","S1","T","V"]);function Ns({row:e}){let t=Number(e?.apc??0);return t>=1491&&t<=1599||t>=1901&&t<=1999}function $s({
row:e}){return e?.oppsRate!=null&&Number(e.minimumCopayment)===0&&e.minimumCopayment!==null}function Ls({documents:e},t){if(new Set(t.map(({line:i})=>i.hcpcs)).
size===1)return t[0];let o=t.map(i=>({each:i,rank:e.table("opps-ranks")?.rowsOf({hcpcs:i.line.hcpcs})[0]?.rank}));if(!o.some(({rank:i})=>i===void 0))return o.sort(
(i,r)=>(i.rank??0)-(r.rank??0))[0]?.each}function sn(e,t){let n=t.filter(({line:r})=>r.hcpcs===e.line.hcpcs),o=n.reduce((r,{line:s})=>r+s.units,0)>1,i=t.filter(
r=>!n.includes(r)).map(({line:r})=>r.hcpcs);return[...new Set([...i,...o?[e.line.hcpcs]:[]])]}function Eo(e,t){return t.filter(({line:n})=>n.hcpcs===e).every(({
isModified:n})=>n)}var Us=({secondary:e,evaluation:t})=>{if(t===null)return`with ${e} it does not qualify for a higher APC`;let{frequency:n,geometricMeanCost:o,
costThreshold:i}=t,r=o===null?"":`, cost ${F(o)}`,s=i===null?"":` and threshold ${F(i)}`;return`with ${e} it does not qualify for a higher APC (${n} claims${r}${s}\
)`};function on({alone:e},t=null){return e.value===null?{alone:e,paid:e,why:t}:{alone:e,paid:A(e.value,_t,x(e)),why:t}}function Ds(e,{oppsRate:t,secondary:n,adjustedApc:o,
primaryApc:i}){let{alone:r}=e;if(t.value===null)return{alone:r,paid:t,why:null};let s=`with ${n} it is paid by APC ${o} instead of ${i}`;return{alone:r,paid:A(t.
value,jt,x(t)),why:s}}function Fs(e,t,n){if(e.documents.table("opps-pairs")===void 0)return;let{hcpcs:o}=t.line,i=sn(t,n).flatMap(c=>dt(e.documents,o,c)??[]).filter(
c=>c.primary===o),r=i.filter(({qualifies:c})=>c),s=r.find(({secondary:c})=>!Eo(c,n));if(s!==void 0)return Ds(t,s);let[a]=r;if(a!==void 0){let c=`the modifier of\
 ${a.secondary} may end the pair: ${rn(t.alone)} without it, ${rn(a.oppsRate)} with it`;return b(t.alone,"modifier-of-pair",c)}return on(t,i.length===0?null:i.map(
Us).join("; "))}var rn=({value:e})=>e===null?"no amount":F(e);function ks(e,t,n){for(let o of sn(t,n).filter(i=>!Eo(i,n))){let i=te(e.documents,t.line.hcpcs,o).
find(l=>l.secondary===o),{inferred:r=null,code:s}=i??{};if(r===null||r.oppsRate.value===null)continue;let a=`with ${o}: inferred from Addendum FF, which has APC\
 ${r.apc} for ${s}. The release was built without Addendum J; without an adjustment ${rn(t.alone)} is paid`,c=A(r.oppsRate.value,Vt,[...x(r.oppsRate),r.cells]);
return{alone:t.alone,paid:c,why:a,doubt:"inferred"}}}function Bs({documents:e},t){let[n]=e.table("opps")?.rowsOf({hcpcs:t})??[];return n?.statusIndicator==="J1"||
n?.statusIndicator==="N"}function _s(e,t,n){if(t.isModified)return b(t.alone,"modifier-of-facility");let o=Fs(e,t,n)??ks(e,t,n);if(o!==void 0)return o;let i=sn(
t,n).filter(s=>Bs(e,s));if(i.length===0)return on(t);let r=`without Addendum J it is not known whether more is paid with ${i.join(", ")}`;return{...on(t,r),doubt:"\
may-be-more"}}function js(e){return e.status==="A"?"comprehensive-or-another-schedule":e.status==="K"?"comprehensive-or-gene-therapy":$s(e)?"comprehensive-or-pr\
eventive":void 0}function Vs(e,t,n){let{status:o,alone:i,isModified:r}=t,s=Ms[o]??(Ns(t)?"New Technology APC":void 0);if(s!==void 0)return r?b(i,"modifier-of-fa\
cility"):J(t,`Addendum J excludes it from the comprehensive payment: ${s}`);let a=js(t);return a!==void 0?b(i,a):Ts.has(o)?ge(e,t,`packaged into ${n}, the prima\
ry J1 code of the claim`):J(t)}function Io(e,t){let n=t.filter(({status:r})=>r==="J1"),o=Ls(e,n),i=r=>r===o?_s(e,o,t):o===void 0&&r.status==="J1"?b(r.alone,"pri\
mary-not-known"):Vs(e,r,o?.line.hcpcs??"the J1 code that is primary");return new Map(t.map(r=>[r,i(r)]))}var Hs=e=>[...new Set(e.map(({line:t,status:n})=>`${t.hcpcs} (${n})`))].join(", "),Qs={Q1:["S","T","V","J2","Q3"],Q2:["T"],Q4:["J2","S","T","V","Q1","Q2","Q3"]};
function Mo(e,t){let n=t.filter(o=>o!==e&&Qs[e.status]?.includes(o.status));return n.length===0?void 0:n}function Ws({documents:e},{row:t}){return(e.table("opps")?.
allRows()??[]).some(({apc:o,statusIndicator:i})=>o===t?.apc&&i==="J1")}function Gs(e){let t=e.length>1&&e.some(({isModified:i,alone:r})=>i||r.value===null),[n]=[
...e].sort((i,r)=>_(i.alone.value??"0",r.alone.value??"0")),o=i=>{let{line:r,alone:s}=i;if(s.value===null)return J(i);if(t)return b(s,E);if(i!==n){let c=`packag\
ed into ${n?.line.hcpcs}, which has the highest rate of the conditionally packaged codes`;return{alone:s,paid:A("0.00",je,x(s)),why:c}}if(r.units>1)return b(s,"\
units-of-conditional-code");let a=`no line has a status indicator that packages ${i.status} codes`;return{alone:s,paid:A(s.value,je,x(s)),why:a}};return new Map(
e.map(i=>[i,o(i)]))}function Js(e){let t=e.map(i=>{let{alone:r,isModified:s,line:a}=i;return{key:i,amount:s?void 0:r.value??void 0,units:a.units}}),n=ie(t,rt),o=i=>{
let{alone:r}=i,s=n.get(i);if(r.value===null||s===void 0)return J(i);if(s===E)return b(r,E);let a=W(s),c=A(re(r.value,a),Wt,x(r));return{alone:r,percents:a.map(Q),
paid:c,why:"one of several procedures with status indicator T"}};return new Map(e.map(i=>[i,o(i)]))}function To({documents:e},{line:t}){return e.table("opps-com\
posites")?.rowsOf({hcpcs:t.hcpcs}).flatMap(({compositeApcs:o})=>o.split(/,\s*/))}function zs(e,t,n){let o=To(e,t),i=n.filter(r=>r!==t||t.line.units>1);return o===
void 0?i.some(({status:r})=>r==="Q3"):i.some(r=>o.includes(r.row?.apc??"")||To(e,r)?.some(s=>o.includes(s)))}function qs(e,t,n,o){return t.isModified?"modifier-\
of-facility":o&&t.alone.value!==null?"comprehensive-apc-of-conditional-code":t.status==="Q3"&&zs(e,t,n)?"composite-apc":void 0}function No(e,t){let n=c=>(c.status===
"Q1"||c.status==="Q2")&&Mo(c,t)===void 0,o=t.filter(n),i=Gs(o),r=Js(t.filter(({status:c})=>c==="T")),s=t.length>1&&o.some(c=>Ws(e,c)),a=c=>{let l=Mo(c,t);if(l!==
void 0)return ge(e,c,`packaged into ${Hs(l)}`);if(c.status==="N")return ge(e,c,"status indicator N: packaged, whatever else is on the claim");let d=qs(e,c,t,s);
return d!==void 0?b(c.alone,d):i.get(c)??r.get(c)??J(c)};return new Map(t.map(c=>[c,a(c)]))}var Zs=({status:e,line:t})=>e==="C"&&!t.modifiers.includes("CA");function Ks(e){return new Map(e.map(t=>{let{alone:n}=t;return[t,n.value===null?{alone:n,paid:n,
why:null}:b(n,"beside-inpatient-only")]}))}function Ys(e,t){return t.some(Zs)?Ks(t):t.some(({status:n})=>n==="J1")?Io(e,t):No(e,t)}function $o(e){let t=e.lines.
map(n=>Oo(e,n));return oe(e,new Map([...Ys(e,t)].map(([{line:n},o])=>[n,o])))}var Xs=[{what:"coverage and medical review",why:"the contractor (MAC) decides whether a service is covered and necessary"},{what:"deductible, coinsurance, seque\
stration",why:"amounts are what Medicare allows, before what the patient pays"},{what:"several physicians or facilities",why:"all lines are those of one physici\
an and one facility, on one day"},{what:"charges",why:"Medicare pays the lower of the charge and the fee schedule amount"}],ea=[{what:"wage index",why:"the rate\
s of facilities are national"},{what:"device credits and pass-through offsets",why:"the claim and the device decide"}],ta=[{what:"outliers",why:"the costs of th\
e claim decide"}];function na({documents:e,lines:t}){let n=e.table("opps");return t.flatMap(({hcpcs:o})=>n?.rowsOf({hcpcs:o}).map(({statusIndicator:i})=>i)??[])}
function oa(e){let t=na(e);return[...e.documents.table("opps-pairs")===void 0&&t.includes("J1")?[{what:"complexity adjustment",why:"the release was built withou\
t OPPS Addendum J, so it is not known which pairs are paid more"}]:[],...t.includes("J2")?[{what:"comprehensive observation services",why:"hours of observation \
and the visit decide"}]:[],...ia(e,t),...ta]}function ia({documents:e},t){if(!t.includes("J1"))return[];let n=e.table("opps-exclusions")?.allRows()??[];return[{
what:"services that Addendum J excludes and that no status indicator tells",why:n.length===0?"the release was built without its list":n.map(({service:i})=>i).join(
"; ")}]}var ra=[{table:"ncci-addon",what:"NCCI add-on code edits"},{table:"ncci-mue-practitioner",what:"medically unlikely edits, practitioners and ASCs"},{table:"\
ncci-mue-hospital",what:"medically unlikely edits, outpatient hospitals"}];function sa(e){let t=[...new Set(e.map(({hcpcs:n})=>n))];return t.flatMap((n,o)=>t.slice(
o+1).map(i=>[n,i]))}function aa({documents:e,lines:t}){let n=ra.filter(({table:s})=>e.table(s)===void 0).map(({what:s})=>s),o=["practitioner","hospital"].flatMap(
s=>{let a=sa(t).filter(c=>c.every(l=>e.ptpEdits(s,l)===void 0));return a.length===0?[]:[`NCCI procedure-to-procedure edits (${s}) of ${a.map(c=>c.join(" with ")).
join(", ")}`]}),i=[...n,...o];return i.length===0?[]:[{what:i.join("; "),why:"the release was built without them. Build with --with ncci, and --with ncci-ptp fo\
r files from behind CMS's licence page"}]}function Lo(e,t){let n=t.some(o=>o!=="office");return[...Xs,...n?ea:[],...t.includes("hopd")?oa(e):[],...aa(e)]}var Uo=({field:e,hasRow:t})=>t===!0&&e!==null;function Do(){return me().filter(t=>!Uo(t)).flatMap(({modifiers:t})=>t).join(", ")}var la=e=>t=>{let n=e[t];return typeof n==
"string"?n:void 0};function da({documents:e},t,n){let o=e.table("national")?.head;return o===void 0||n.length===0?[]:[g(o,"rvu",t.row,n)]}function Fo(e){let{modifier:t}=e;if(!(t===void 0||U(e).some(n=>n.modifier===t)))return me().find(n=>n.modifiers.includes(t)&&!Uo(n))}function ko(e,t,n){let o=n.
payable??n.fee,i=U(e).find(({modifier:a})=>a===n.modifier);if(o.value===null||i===void 0)return o;let r=Yn(t,la(i));if(r.kind==="unchanged")return o;if(r.kind===
"none")return{value:null,reason:r.reason};let s=[...o.cells,...da(e,i,r.fields)];return{value:tt(o.value,r.share),rule:r.rule.id,cells:s}}var Bo=15;function ua(e,t){return Math.floor((2*e+t)/(2*t))}function _o(e,t,n){return ua((e*Bo+t)*n,Bo)}function jo(e){return!w("anesthesia.json").withoutTime.includes(e)}var Vo={source:"source-missing",excerpt:"not-in-excerpt"};function fa(e,{conversionFactor:t,qualifyingApm:n,row:o}){let i=(r,s)=>({value:r,cells:[g(e,"anesthesia",o,[s])]});return{conversionFactor:i(t,"anesthesiaFactor"),
...n===null?{}:{qualifyingApm:i(n,"anesthesiaFactorQualifyingApm")}}}function pa({documents:e,place:t}){let n=e.table("anesthesia");if(n?.head.files.anesthesia===
void 0)return{conversionFactor:{reason:Vo.source}};if(t===void 0)return{conversionFactor:{reason:"one-for-each-locality"}};let[o]=n.rowsOf({locality:t.place.locality});
return o===void 0?{conversionFactor:{reason:"locality-not-in-release"}}:fa(n.head,o)}function ma({documents:e,hcpcs:t}){let n=e.table("anesthesia")?.head,o=n?.baseUnits??
null;if(n===void 0||o===null)return{reason:"no-base-units"};let i=o.find(r=>r.hcpcs===t);return i===void 0?{reason:"not-in-base-units"}:{units:i.units,cells:[g(
n,"anesthesia-base-units",i.row,["baseUnits"])]}}function ha(e,t,{id:n},o){let{conversionFactor:i,qualifyingApm:r}=pa(e),s=ma(e);if(!jo(e.hcpcs))return"no-time-\
units";if("reason"in s)return s.reason;if("reason"in i)return i.reason;let a=({value:c,cells:l})=>{let d=o(s.units,t,X(c,y.cents));return{value:T(d),rule:n,cells:[
...l,...s.cells]}};return{fee:a(i),...r===void 0?{}:{qualifyingApm:a(r)}}}function Ho(e,t){let n=ha(e,t,Je,_o);return typeof n=="string"?{fee:{value:null,reason:n}}:
n}var ut={nonFacility:{pe:"nonFacilityPeRvu",total:"nonFacilityTotal",na:"nonFacilityNa"},facility:{pe:"facilityPeRvu",total:"facilityTotal",na:"facilityNa"}};function k(e){
return e==="office"?"nonFacility":"facility"}var ya=1e7,ga=5e6;function an(e,t,n,o){return{work:P(t,e),pe:P(n,e),mp:P(o,e)}}var Qo={work:1e3,pe:1e3,mp:1e3};function cn(e,t,n){let o=i=>BigInt(e[i])*BigInt(t[i]);
return(o("work")+o("pe")+o("mp"))*BigInt(n)}function Wo(e,t,n){return Number((cn(e,t,n)+BigInt(ga))/BigInt(ya))}function Go(e,t){return t==="feeSchedule"?e.priceState==="priced":t==="oppsCap"?e.oppsCap!==void 0:typeof e.qualifyingApm?.nonFacility=="string"}function ft(e,t,n){
let{workRvu:o,mpRvu:i,...r}=(t==="oppsCap"?e.oppsCap:void 0)??e;return an(y.rvu,o,r[ut[n].pe],i)}function pt({workGpci:e,peGpci:t,mpGpci:n}){return an(y.gpci,e,
t,n)}function Jo({conversionFactor:e,qualifyingApm:t},n){return n==="qualifyingApm"?t?.conversionFactor:e}var wa={nonFacility:"nonFacilityPeRvu",facility:"facilityPeRvu",mp:"mpRvu"},ba={nonFacility:"oppsNonFacilityPeRvu",facility:"oppsFacilityPeRvu",mp:"oppsMpRvu"};
function zo(e,t,n,o){let{[k(o)]:i,mp:r}=n==="oppsCap"?ba:wa,s=n==="qualifyingApm",a=s&&e.files["rvu-qpp"]!==void 0,c=s?t.qualifyingApm?.row:void 0,l=s&&!a?[]:["\
conversionFactor"];return g(e,a?"rvu-qpp":"rvu",c??t.row,["workRvu",i,r,...l])}function Ra({documents:e},{gpci:t},n,o,i){let[r,s]=[e.table("national"),e.table("\
localities")],a=r&&Jo(r.head,o);if(r===void 0||s===void 0||a===void 0)return;let c=ft(n,o,k(i)),l=Wo(c,pt(t),P(a.value,y.factor)),d=g(s.head,"gpci",t.row,[t.workGpciColumn,
"peGpci","mpGpci"]),u=o==="oppsCap"?he:Qe;return{value:T(l),rule:u.id,cells:[zo(r.head,n,o,i),d]}}function Ca({documents:e},t,n,o){let i=e.table("national")?.head,
s=(n==="feeSchedule"?t:t[n])?.[k(o)];return i===void 0||typeof s!="string"?void 0:{value:s,rule:(n==="oppsCap"?he:no).id,cells:[zo(i,t,n,o)]}}function mt(e,t,n,o){
let{place:i}=e;if(Go(t,n))return i===void 0?Ca(e,t,n,o):Ra(e,i,t,n,o)}var Aa=10925n,Zo=13,qo=10n**BigInt(Zo-2);function xa(e,t){let n=e.toString().padStart(t+1,"0"),o=n.slice(-t).replace(/0+$/,"");return`${n.slice(0,-t)}.${o.padEnd(
2,"0")}`}function Ko(e,t,n){let o=cn(e,t,n)*Aa;return{cents:Number((o+qo/2n)/qo),unrounded:xa(o,Zo)}}function ln(e,t){let n=k(t),[o,i]=[e[n],e.oppsCap?.[n]];return typeof o!="string"||typeof i!="string"?!1:P(i,y.cents)<P(o,y.cents)}function Yo({documents:e,place:t},n,o,i){
let r=e.table("national")?.head.conversionFactor.value;if(r===void 0)return;let s=ft(n,ln(n,o)?"oppsCap":"feeSchedule",k(o)),a=t===void 0?Qo:pt(t.gpci),{cents:c}=Ko(
s,a,P(r,y.factor));return{value:T(c),rule:Ge.id,cells:i.cells}}var Xo="priced";var Sa={3:{hopd:"technical-component-only",asc:"technical-component-only"},4:{hopd:"global-test-only",asc:"global-test-only"},5:{hopd:"incident-to-service",asc:"\
incident-to-service"},7:{hopd:"therapy-billed-by-the-hospital"},8:{office:"inpatient-interpretation-only",hopd:"inpatient-interpretation-only",asc:"inpatient-in\
terpretation-only"}};function Pa(e,t){return Sa[e]?.[t]}function ei({modifier:e,pctcIndicator:t,state:n},o){return e==="TC"&&o!=="office"?"technical-component-o\
nly":Pa(t,o)??(n===Xo?void 0:n)}function va(e,t){return t==="office"?e.office.nonFacility:e[t].facility}function Oa(e,t){let n=va(B(e),t),o=n.modifier??"",i=n.na===!0;if(n.value===null)return{
modifier:o,na:i,reason:n.reason};let r=U(e).find(s=>s.modifier===o);if(r===void 0)throw new Error(`national.json has no row for ${e.hcpcs} ${o}`);return{modifier:o,
na:i,row:r}}function Ea(e,t,n){let o=U(e),i=o.find(a=>a.modifier===t);if(i===void 0){let a=o.map(d=>d.modifier===""?"none":d.modifier).join(", ")||"none at all",
c=`${e.hcpcs} has no row with modifier "${t}"; its modifiers are ${a}`,l=`Name one of them, one of ${Do()}, which indicators answer for, or leave --modifier out`;
throw R("modifier.unknown",{file:"--modifier"},c,l)}let r=i[ut[k(n)].na],s=ei({...i,state:i.priceState},n);return s===void 0?{modifier:t,na:r,row:i}:{modifier:t,
na:r,reason:s}}function ti(e,t){let{modifier:n}=e;return n===void 0?Oa(e,t):Ea(e,n,t)}function Ia(e,t,n,o){return{...ln(e,t)?o:n,rule:We.id}}function Ma(e,t,n,o){let i=mt(e,t,"oppsCap",n),r=i===void 0?{}:{oppsCap:i};if(o.value===null)return r;let s=i===
void 0?void 0:Ia(t,n,o,i),a=Yo(e,t,n,s??o);return{...r,...s===void 0?{}:{payable:s},...a===void 0?{}:{limitingCharge:a}}}function Ta(e,t){let{minutes:n}=e;return t!==
Mt||n===void 0?{fee:{value:null,reason:t}}:Ho(e,n)}function Na(e,t,n){let o=mt(e,t,"feeSchedule",n)??{value:null,reason:"source-missing"},i=mt(e,t,"qualifyingAp\
m",n);return{fee:o,...Ma(e,t,n,o),...i===void 0?{}:{qualifyingApm:i}}}function ht(e,t){let{row:n,modifier:o,na:i,reason:r}=ti(e,t),s=i?{modifier:o,na:!0}:{modifier:o};
return n===void 0?{...s,...Ta(e,r)}:{...s,...Na(e,n,t)}}var $a=["26","TC"],La="51";function dn(e){return{value:null,reason:e}}function Ua(e,t,n,o){let i=N(e,t.hcpcs,n),r=Fo(i);return r!==void 0?ko(i,r,o):$a.includes(
n)?dn("no-row-of-modifier"):zt(n).effect==="passed"||qn(n)?o.payable??o.fee:dn("modifier-without-rule")}function Da(e,t,n,o){let i=o.payable??o.fee,s=n.map(a=>Ua(
e,t,a,o)).filter(a=>a.value!==i.value);return s.length>1?dn("several-modifiers"):s[0]??i}function ni(e,t,n){let o=U(N(e,t.hcpcs)),i=t.modifiers.find(a=>o.some(({
modifier:c})=>c===a)),r=ht(N(e,t.hcpcs,i),n),s=t.modifiers.filter(a=>a!==i&&a!==La);return{line:t,row:o.find(({modifier:a})=>a===r.modifier),full:r.payable??r.fee,
alone:Da(e,t,s,r),na:r.na===!0}}function yt({line:e}){return e.units*(e.modifiers.includes("50")?2:1)}var Fa={0:un,1:e=>un(e)||oi(e)>1,2:e=>un(e)||oi(e)>1};function un(e){return["LT","RT"].every(t=>e.some(({line:n})=>n.modifiers.includes(t)))}function oi(e){return e.
reduce((t,n)=>t+n.line.units,0)}function ii(e,t){let n=t.filter(({line:o})=>o.hcpcs===e.line.hcpcs);return n.some(({line:o})=>o.modifiers.includes("50"))?n.reduce(
(o,i)=>o+yt(i),0)>2:Fa[e.row?.bilateralSurgery??""]?.(n)===!0}function ri({row:e,line:t},n){let o=e?.endoscopicBase??"";return o!==""?o:n.some(i=>i.row?.endoscopicBase===t.hcpcs)?t.hcpcs:""}function ka({line:e,full:t,alone:n,
na:o}){return e.units===1&&n.value!==null&&n.value===t.value&&!o}function Ba(e,t,n,o){let i=ht(N(e,n),t),r=(i.payable??i.fee).value,s=new Set(o.map(({line:l})=>l.
hcpcs)).size===o.length;if(r===null||i.na===!0||!s||!o.every(ka))return{lines:o,amounts:void 0,units:1};let c=[...o].sort((l,d)=>_(l.alone.value??"0",d.alone.value??
"0")).map((l,d)=>[l,d===0?l.alone.value??"0":so(l.alone.value??"0",r)]);return{lines:o,amounts:new Map(c),units:1,base:{hcpcs:n,amount:r}}}function si(e,t,n){let i=[
...new Set(n.map(s=>ri(s,n)).filter(s=>s!==""))].map(s=>({base:s,members:n.filter(a=>ri(a,n)===s)})).filter(({members:s})=>s.length>1);return[...n.filter(s=>!i.
some(({members:a})=>a.includes(s))).map(s=>{let{value:a}=s.alone;return{lines:[s],amounts:a===null?void 0:new Map([[s,a]]),units:s.line.units}}),...i.map(({base:s,
members:a})=>Ba(e,t,s,a))]}var gt=({row:e})=>e?.multipleProcedure??"",_a=e=>gt(e)==="2"||gt(e)==="3",ja=[1e3,500,500,500,500],Va=new Set(["4","5","6","7"]);function Ha(e,t){let n=gt(e),o=t.
filter(i=>gt(i)===n);return Va.has(n)&&o.reduce((i,r)=>i+yt(r),0)>1}var ai="T";function Qa(e,t){let n=({row:o,alone:i})=>o?.status!==ai&&i.value!==null;return e.
row?.status===ai&&t.some(n)}function Wa(e,t){return e.alone.value===null?e.alone.reason:ii(e,t)?"both-sides-not-certain":Ha(e,t)?"reduction-not-computed":void 0}
function Ga({line:e,alone:t}){return t.value===null||e.units===1?{alone:t,paid:t,why:null}:{alone:t,paid:A(ne(t.value,e.units),ze,x(t)),why:null}}function Ja(e,{
amounts:t,base:n},o){let{alone:i,line:r}=e,s=t?.get(e);if(s===void 0)return b(i,"family-not-computed");let a=W(o);if(a.length<o.length){let m=`${a.length} of ${r.
units} units have a fixed share: only the first five procedures of the day have one`;return b(i,"by-report",m)}let l=n!==void 0&&s!==i.value?`: ${F(i.value??"0")}\
 less ${F(n.amount)} for the base procedure ${n.hcpcs}`:"",d=n===void 0?"one of several procedures of the day":`one of several endoscopies of a family${l}`,u=n===
void 0?qe:Ze,f=A(re(s,a),u,x(i));return{alone:i,percents:a.map(Q),paid:f,why:d}}function za(e,t,n,o){let i=si(e,t,n),r=i.map(l=>{let d=l.amounts!==void 0&&!l.lines.
some(o);return{key:l,amount:d?D([...(l.amounts??new Map).values()]):void 0,units:l.units}}),s=ie(r,l=>ja[l]),a=(l,d)=>{let u=s.get(l)??(l.base===void 0?void 0:[
1e3]);if(l.amounts===void 0&&l.lines.length>1)return b(d.alone,"family-not-computed");if(u!==void 0)return u===E?b(d.alone,E):Ja(d,l,u)},c=i.flatMap(l=>l.lines.
map(d=>[d,a(l,d)]));return new Map(c.flatMap(([l,d])=>d===void 0?[]:[[l,d]]))}var qa=new Set(["restricted-by-statute","not-permitted","modifier-not-used","no-ro\
w-of-modifier","bundled"]);function ci(e,t){let n=e.lines.map(l=>ni(e,l,t)),o=new Map(n.map(l=>[l,Wa(l,n)])),i=l=>o.get(l)!==void 0,r=l=>_a(l)&&!qa.has(o.get(l)??
""),s=za(e,t,n.filter(r),i),a=l=>{let{alone:d}=l,u=o.get(l);return u!==void 0?b(d,u):Qa(l,n)?{alone:d,paid:A("0.00",Ke,x(d)),why:"status T: paid only where noth\
ing else is payable on the day"}:s.get(l)??Ga(l)},c=n.map(l=>[l.line,{...a(l),...l.na?{na:!0}:{}}]);return oe(e,new Map(c))}function fn(e,t,{line:n}){return e.find(o=>o[t].includes(n))}function Za(e,t,n,o){if(n===void 0)return{...e,...b(t,"edit-not-known",o?.text)};let i=n.kind==="pt\
p"?be:Re;return{...e,alone:t,paid:A("0.00",i,n.cells),why:n.text}}function pn(e,t,n){let o=n({...e,lines:e.lines.filter(r=>fn(t,"denies",r)===void 0)}),i=e.lines.
flatMap(r=>{let[s,a]=[fn(t,"denies",r),fn(t,"doubts",r)],c=o.lines.filter(d=>d.line===r.line);return s===void 0&&a===void 0?c:(s===void 0?c:n({...e,lines:[r]}).
lines).map(d=>Za(r,d.alone,s,a))});return{lines:i,total:it(i)}}function Ka(e,t,n){let o=pn(e,t.practitioner,s=>ci(s,n));if(n==="office")return{setting:n,facility:null,
physician:o,total:null};let i=n==="hopd"?pn(e,t.hospital,$o):pn(e,t.practitioner,wo),r=it([...i.lines,...o.lines]);return{setting:n,facility:i,physician:o,total:e.
place===void 0?r:null}}function Ya({facility:e,physician:t}){return[...e?.lines??[],...t.lines].flatMap(({alone:n,paid:o})=>[n,o])}function Xa(e,t,n){let{release:o,
title:i,window:r,coverage:s}=e.manifest,{lines:a}=n;Fe(e,a.map(({hcpcs:m})=>m),["site-of-service","opps","asc","national"]);for(let{hcpcs:m}of a)B({documents:e,
hcpcs:m});let c=n.placeIn?.(e),l={documents:e,lines:a,place:c,day:t.day??r.from},d={practitioner:nn(l,"practitioner"),hospital:nn(l,"hospital")},u=n.settings.map(
m=>Ka(l,d,m)),f=u.flatMap(Ya);return{schema:"ratebook/price",schemaVersion:V,release:o,coverage:s,title:i,window:r,day:t.day,place:c?.place??null,lines:[...a],settings:u,
edits:[...d.practitioner,...n.settings.includes("hopd")?d.hospital:[]],notConsidered:Lo(l,n.settings),notes:[...c?.notes??[],...Wn(e.manifest,!1)],caveats:xe(o),
reasons:Se(f.flatMap(m=>m.value===null?m.reason:[])),rules:ro(e,f.flatMap(m=>"rule"in m?m.rule??[]:[]))}}function li(e,t,n){let o=Ue(n,e.releases,t);return De(e,
o.built,()=>Xa(e.open(o.built),o,n))}function di(e){return/^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(e.trim())?.groups?.five}function ui(e){return new Set(e.map(({locality:n})=>n)).size>1?"several loca\
lities have it":e.some(({plusFour:n})=>n===!0)?"parts of it are in other localities, and only the ZIP+4 code decides":void 0}function ec(e){return Math.floor((e-1)/3)+1}function fi(e){let[t="",n="1"]=e.split("-");return`${t}Q${ec(Number(n))}`}function pi(e,t,n,o){let i=e.table(t);if(i!==void 0)return i;throw R("place.source-missing",{file:n},`release ${e.manifest.release} was built without ${t}.json`,
o)}function mi(e){return pi(e,"localities","--locality","Build it with CMS's GPCI file among the downloads")}function hi(e,t){let{locality:n,name:o,state:i}=e;return{
gpci:e,place:{locality:n,name:o,state:i,foundBy:t},notes:[]}}function mn(e){return e.toLowerCase().replace(/[^a-z0-9]+/g," ").trim()}function tc({locality:e,name:t,
state:n}){return`${e} ${t}, ${n}`}function nc(e,t){let n=mi(e).allRows(),o=mn(t),i=n.filter(({name:m})=>mn(m)===o),r=i.length>0?i:n.filter(({name:m})=>mn(m).includes(
o)),[s,a]=r;if(s!==void 0&&a===void 0)return hi(s,`its name, ${s.name}`);let{release:c}=e.manifest,l=n.map(({name:m})=>m),[d,u]=s===void 0?["locality.unknown",`\
no locality of ${c} is named "${t}"${pe(t,l)}`]:["locality.ambiguous",`"${t}" is in the name of ${r.map(tc).join("; ")}`];throw R(d,{file:"--locality"},u,"Write\
 the key of the locality, five digits of the MAC and two of the locality: 0111205")}function yi(e,t,n){let o=mi(e),[i]=o.rowsOf({locality:t});if(i!==void 0)return hi(
i,n);let r=o.rowsBeginning({locality:t.slice(0,5)}).map(c=>c.locality).sort(),s=r.length>0?[]:o.allRows().map(c=>c.locality),a=r.length>0?`; that MAC has ${r.join(
", ")}`:pe(t,s);throw R("locality.unknown",{file:"--locality"},`"${t}" is not a locality of ${e.manifest.release}${a}`,"Write five digits of the MAC and two of \
the locality: 0111205. localities.json lists them all")}var oc=/^[a-z]/i;function ic(e,t){return oc.test(t)?nc(e,t):yi(e,t,"its number")}function rc(e,t){let n=t.
map(r=>`${r.locality} in ${r.state} (row ${r.row})`).join(", "),o=ui(t);if(o===void 0)return;throw R("zip.ambiguous",{file:"--zip"},`${e} is assigned to ${n}, b\
ut ${o}`,"Name the locality of the address with --locality; CMS's ZIP9 file assigns every ZIP+4 code")}function sc({manifest:e},t){let n=fi(e.window.from);return t===
n?[]:[`The ZIP code is looked up in CMS's ZIP5 file of ${t}, since there was none of ${n}. Between October 2025 and January 2026 none of 42,956 ZIP codes change\
d its locality`]}function ac(e,t){let o=pi(e,"zips","--zip","Build it with CMS's ZIP5 file of any quarter of its year among the downloads, or ask with --localit\
y"),i=di(t),r=i===void 0?[]:o.rowsOf({zip:i}),[s]=r;if(i===void 0||s===void 0){let d=i===void 0?`"${t}" is not a ZIP code`:`"${i}" is not a ZIP code of CMS's ZI\
P5 file`;throw R("zip.unknown",{file:"--zip"},d,"Write five digits, or nine: 94110, 94110-1234")}rc(i,r);let{quarter:a}=o.head,c=sc(e,a),l=c.length===0?"":` of ${a}`;
return{...yi(e,s.locality,`ZIP ${i}, row ${s.row} of CMS's ZIP5 file${l}`),notes:c}}function gi(e,{locality:t,zip:n}){return t!==void 0?ic(e,t):n===void 0?void 0:
ac(e,n)}function wi(e,t){let[n]=e.table("opps")?.rowsOf({hcpcs:t})??[];return n?.statusIndicator==="J1"}function bi(e,t){let[n]=e.table("opps-ranks")?.rowsOf({hcpcs:t})??
[];return n?.rank}function cc(e,t,n){let[o,i]=[bi(e,t),bi(e,n)];if(o===void 0||i===void 0)return`Both codes have a comprehensive APC (J1), and Addendum J does n\
ot list the pair. Which of them is primary is not known: Addendum J has no rank of ${o===void 0?t:n}.`;let[r,s]=o<=i?[t,n]:[n,t];return`Addendum J does not list\
 ${r} with ${s}. Both have a comprehensive APC (J1): ${r} has the lower rank and is paid as if alone; ${s} is part of that payment.`}function Ri(e,t,n){let[o,i]=[
wi(e,t),wi(e,n)];if(o&&i)return cc(e,t,n);if(!o&&!i)return"Neither code has a comprehensive APC (J1), so Addendum J does not decide what a hospital is paid for \
the two.";let[r,s]=o?[t,n]:[n,t];return`Addendum J does not list ${r} with ${s}. ${r} (J1) is paid as if alone; ${s} is part of that payment, unless Addendum J'\
s exclusions name it.`}var lc={title:"OPPS Addendum J: complexity adjustments of comprehensive APCs"};function dc(e){if(e.table("opps-pairs")!==void 0)return e.manifest.coverage!=="ex\
cerpt"?[]:[{what:"other pairs of Addendum J",message:"this excerpt has some pairs only, and others may qualify. Build the release whole: docs/releases.md"}];let t=e.
manifest.missing.find(({source:i})=>i==="opps-rule"),o=`it is not known which pairs a hospital is paid more for. The release was built without Addendum J of its\
 year's OPPS rule${t===void 0?"":`: ${t.reason}`}`;return[{what:bo,message:o}]}function uc(e,t){return go(e,t).map(n=>({what:"ASC combination codes",message:n}))}
function fc(e,{hcpcs:t,other:n},o){return n!==void 0&&e.table("opps-pairs")!==void 0&&o.length===0?Ri(e,t,n):null}function pc(e){return e.flatMap(t=>t.value===null?
t.reason:[])}function mc(e,{hcpcs:t,other:n,day:o}){let i=n===void 0?[t]:[t,n];Fe(e,i,["site-of-service","opps"]);for(let O of i)B({documents:e,hcpcs:O});let{release:r,
title:s,window:a,coverage:c}=e.manifest,l=dt(e,t,n)??[],d=te(e,t,n),u=o??a.from,f={hcpcs:t,other:n,day:u},[m,p,S]=[at(e,f),ct(e,f),lt(e,f)],I=[...l.flatMap(({alone:O,
oppsRate:h})=>[O,h]),...d.flatMap(({ascRate:O,inferred:h})=>[O,...h===null?[]:[h.oppsRate]])];return{schema:"ratebook/together",schemaVersion:V,release:r,coverage:c,
title:s,window:a,day:o,hcpcs:t,other:n??null,pairs:l,verdict:fc(e,{hcpcs:t,other:n,day:o},l),combinations:d,addOns:m??[],units:p??[],edits:S??[],editsOn:u,missing:[
...dc(e),...uc(e,t),...So(e,f)],reasons:Se(pc(I)),caveats:xe(r),cites:[lc,...ye().cites,...G().cites]}}function Ci(e,t,{hcpcs:n,other:o,...i}){let r=Ue(i,e.releases,
t),s={hcpcs:n,other:o,day:r.day};return De(e,r.built,()=>mc(e.open(r.built),s))}var wt=class extends Error{files;constructor(t){super("files are not read yet"),this.files=t}};async function hc(e){let{subtle:t}=globalThis.crypto??{};if(t===void 0)
throw R("document.unverified",{file:"crypto.subtle"},"this page cannot check the files: browsers give WebCrypto to https and to localhost only","Serve the page \
by https");let n=await t.digest("SHA-256",e);return Array.from(new Uint8Array(n),o=>o.toString(16).padStart(2,"0")).join("")}var bt=class{read;known=new Map;reading=new Map;constructor(t){
this.read=t}bytesOf(t,n){return this.need([{path:t,pin:n}]),this.known.get(t)}unpinned(t){return this.need([{path:t,pin:void 0}]),this.known.get(t)}need(t){let n=t.
filter(({path:o})=>!this.known.has(o));if(n.length>0)throw new wt(n)}async answer(t){for(;;)try{return t()}catch(n){if(!(n instanceof wt))throw n;await Promise.
all(n.files.map(o=>this.readOnce(o)))}}async readOnce(t){let n=this.reading.get(t.path);if(n!==void 0)return n;let o=this.readVerified(t);this.reading.set(t.path,
o);try{await o}finally{this.reading.delete(t.path)}}async readVerified({path:t,pin:n}){let o=await this.read(t).catch(i=>{throw i instanceof C?i:new C(le(t,i.message))});
n!==void 0&&await yc(t,o,n),this.known.set(t,o)}};async function yc(e,t,n){if(t===void 0)throw new C(Mn(e,n.pinnedBy));if(n.bytes!==void 0&&t.length!==n.bytes)throw new C(
Tt(e,n.pinnedBy,`${t.length} bytes`,String(n.bytes)));let o=await hc(t);if(o!==n.sha256)throw new C(Tt(e,n.pinnedBy,`sha256 ${o}`,n.sha256))}var Rt=class extends Error{problem;constructor(t,n){super(n),this.name="ClaimsError",this.problem=t}};function At(e,t){let n=Object.entries(t);return e.filter(o=>n.every(([i,r])=>o[i]===r))}function hn(e,t){let n=Object.entries(t),[o,i]=n.at(-1)??["",""];return At(
e,Object.fromEntries(n.slice(0,-1))).filter(s=>String(s[o]).startsWith(i))}var Ct=class{head;rows;constructor({rows:t,...n}){this.head=n,this.rows=t}rowsOf(t){return At(
this.rows,t)}rowsBeginning(t){return hn(this.rows,t)}lookUp(){}allRows(){return this.rows}};var xt=class{head;slices;read;constructor(t,n,o){this.head=t,this.slices=n,this.read=o}rowsOf(t){let n=this.sliceOf(t);return n===void 0?[]:At(this.read.rows(n),
t)}rowsBeginning(t){let n=this.sliceOf(t);return n===void 0?[]:hn(this.read.rows(n),t)}lookUp(t){this.read.need([...new Set(t.flatMap(n=>this.sliceOf(n)??[]))])}allRows(){
return this.read.all()}sliceOf(t){let[n=""]=Object.values(t);return this.slices.findLast(({from:o})=>o<=n.slice(0,Sn))}};function Ai({bytes:e,sha256:t}){return{bytes:e,sha256:t,pinnedBy:"claims.json"}}var yn=class{manifest;files;pins;opened=new Map;claims;constructor(t,n,o){this.files=
t,this.manifest=n;let i=o&&{sha256:o,pinnedBy:"the index"};this.claims=i?this.parsed("claims.json",i):void 0,this.pins=new Map(n.outputs.map(({path:r,...s})=>[r,
{...s,pinnedBy:"the manifest"}]))}table(t){let n=this.claims?.heads[t];return n!==void 0?this.once(`table ${t}`,()=>this.sliced(t,n)):this.once(`table ${t}`,()=>{
let o=this.document(`${t}.json`);return o&&new Ct(o)})}ptpEdits(t,n){return this.document(`ncci-ptp-${t}/${n}.json`)}document(t){let n=this.pins.get(t);if(n!==void 0)
return this.once(t,()=>this.parsed(t,n))}parsed(t,n){let o=this.pathOf(t),i=ue(o,this.files.bytesOf(o,n));return de(o,Ee(t,i,this.manifest.release)),i}pathOf(t){
return`${this.manifest.release}/${t}`}sliced(t,n){let o=t==="zips"?"zips":"codes",i=this.claims?.slices.filter(r=>r.of===o)??[];return new xt(n,i,{rows:r=>this.
once(r.path,()=>this.parsed(r.path,Ai(r))).rows[t]??[],need:r=>this.files.need(r.map(s=>({path:this.pathOf(s.path),pin:Ai(s)}))),all:()=>this.document(`${t}.jso\
n`)?.rows??[]})}once(t,n){return this.opened.has(t)||this.opened.set(t,n()),this.opened.get(t)}},St=class{files;opened=new Map;constructor(t){this.files=t}get releases(){
return Dn(Me,this.files.unpinned(Me))}open=t=>{let n=this.opened.get(t.release);if(n!==void 0)return n;let o=`${t.release}/${Te}`,i=this.files.bytesOf(o,{sha256:t.
manifestSha256,pinnedBy:"the index"}),r=new yn(this.files,Fn(o,i,t,Me),t.claimsSha256);return this.opened.set(t.release,r),r}};var j=class extends Error{name="MalformedClaim"},gc=/^([0-9A-Z]{5})((?:-[0-9A-Z]{2})*)(?:x([0-9]{1,4}))?$/i,xi=450;function wc(e,t){let[,n,o="",i="1"]=gc.exec(e)??
[];if(n===void 0||Number(i)===0)throw new j(`"${e}" is not a line of a claim; write a HCPCS code, its modifiers and its units: 22511, 22511-50, 22512x2`);let r=o.
toUpperCase().split("-").slice(1);if(r.includes("26")&&r.includes("TC"))throw new j(`"${e}" has modifiers 26 and TC: write two lines, or none of them for both c\
omponents`);return{line:t+1,hcpcs:n.toUpperCase(),modifiers:r,units:Number(i)}}function Si(e){let t=e.flatMap(n=>n.split(/[\s,;]+/)).filter(n=>n!=="");if(t.length===
0)throw new j("name the lines of the claim: ratebook price 22511 22512x2");if(t.length>xi)throw new j(`${t.length} lines; a claim has at most ${xi}`);return t.map(
wc)}function z(e){return R("question.malformed",{file:"question"},e,"docs/reader.md lists the fields of a question")}var bc=["code","other","on","release"],Rc=["lin\
es","setting","locality","zip","on","release"];function vi(e,t){for(let[o,i]of Object.entries(e)){if(!t.includes(o))throw z(`a question has no ${o}; its fields \
are ${t.join(", ")}`);if(o!=="lines"&&i!==void 0&&typeof i!="string")throw z(`${o} is ${JSON.stringify(i)}, and not a text`)}let n=[["on","release"],["locality",
"zip"]].find(o=>o.every(i=>e[i]!==void 0));if(n!==void 0)throw z(`give only one of ${n.join(" and ")}`)}function Pi(e,t){let n=String(t).toUpperCase();if(xn.test(
n))return n;throw z(`${e} is ${JSON.stringify(t)}; write five characters without a modifier: "22511"`)}function Oi(e){vi(e,bc);let{code:t,other:n}=e;return{hcpcs:Pi(
"code",t),other:n===void 0?void 0:Pi("other",n)}}function Cc(e){if(!(Array.isArray(e)&&e.every(t=>typeof t=="string")))throw z('lines is a list of texts: ["2251\
1", "22512x2"]');try{return Si(e)}catch(t){throw t instanceof j?z(t.message):t}}function Ei(e){vi(e,Rc);let{setting:t}=e,n=vt.filter(o=>t===void 0||o===t);if(n.
length>0)return{lines:Cc(e.lines),settings:n};throw z(`setting is ${JSON.stringify(t)}; write ${vt.join(", ")}`)}function Ii(){let{process:e}=globalThis;return e?.getBuiltinModule?.("node:fs")}var Ac=/^([^?#]*)(.*)$/s;function Mi(e){let[,t="",n=""]=/^https?:/.test(e)?Ac.exec(
e)??[]:["",e];return[t,n]}function xc(e,t){return async n=>{let o=`${t}/${n}`;try{return e.readFileSync(o.startsWith("file:")?new URL(o):o)}catch(i){let{code:r,message:s}=i;if(r==="ENOEN\
T"||r==="ENOTDIR")return;throw new C(le(n,s))}}}function Sc(e,t){return async n=>{let o=await fetch(`${e}/${n}${t}`);if(o.status!==404){if(!o.ok)throw new C(le(
n,`the server answered ${o.status}`));return new Uint8Array(await o.arrayBuffer())}}}function Ti(e){if(typeof e!="string"&&!(e instanceof URL))return{read:e.read,
where:"the built releases"};let[t,n]=Mi(String(e)),o=t.replace(/\/+$/,""),i=/^https?:/.test(o)?void 0:Ii();return{read:i===void 0?Sc(o,n):xc(i,o),where:o}}async function Ni(e){try{return await e()}catch(t){throw t instanceof C?new Rt(t.problem,t.message):t}}function ph(e){let{read:t,where:n}=Ti(e),o=new bt(t),i=new St(
o);return{together:r=>Ni(async()=>{let{on:s,release:a}=r,c={...Oi(r),on:s,release:a};return await o.answer(()=>Ci(i,n,c))}),price:r=>Ni(async()=>{let{on:s,release:a,
locality:c,zip:l}=r,d=f=>gi(f,{locality:c,zip:l}),u={...Ei(r),placeIn:d,on:s,release:a};return await o.answer(()=>li(i,n,u))})}}export{Rt as ClaimsError,ph as openClaims};
