import { openRelease } from "ratebook/read";

const { office, hopd, asc } = (await openRelease("out/2026A")).siteOfService("22511");
console.log(office.nonFacility.value, hopd.oppsRate.value, asc.ascRate.value);
