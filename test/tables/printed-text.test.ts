import { describe, expect, it } from "vitest";
import type { Located } from "../../pipelines/inputs/locate.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { readTable, rowsOf, type TableKind } from "../../pipelines/tables/table.ts";

async function readText(id: "gpci" | "anesthesia" | "counties", lines: readonly string[], newline = "\r\n") {
  const bytes = new Uint8Array(Buffer.from(lines.join(newline), "latin1"));
  const located = { bytes, shown: "table.txt", format: "txt" } as unknown as Located;
  const problems = new Problems();
  const source = await openTable(located, layoutOf(id), new Map());
  const table = readTable(source, "table.txt", tableKind(id) as unknown as TableKind<object>, problems);
  return { rows: table && rowsOf(table), problems: problems.list };
}

/** Lines as CMS printed them; in each release one that a simpler record would refuse or misread. */
describe("text as CMS prints it", () => {
  it("RVU18A: a name that touches the work index", async () => {
    const { rows, problems } = await readText("gpci", [
      "01112  05 SAN FRANCISCO-OAKLAND-HAYWARD (S    1.075   1.325   0.421",
      "01112  06 SAN FRANCISCO-OAKLAND-HAYWARD (SAN M1.075   1.325   0.421",
    ]);
    expect(problems).toEqual([]);
    // Text has no headings: what is blank in every row is a column that the file does not have
    expect(rows?.map((row) => (row as { state?: string }).state)).toEqual([undefined, undefined]);
    expect(rows).toMatchObject([
      { locality: "05", workGpciUnstated: 1075, peGpci: 1325, mpGpci: 421 },
      { locality: "06", localityName: "SAN FRANCISCO-OAKLAND-HAYWARD (SAN M", workGpciUnstated: 1075, peGpci: 1325 },
    ]);
  });

  it("RVU20A: dollars without their last zeros", async () => {
    const { rows } = await readText("anesthesia", [
      " 01112      51                               NAPA                                            23.2",
      " 02402      99                        REST OF WASHINGTON                                      22",
      " 10112      00                             ALABAMA                                           21.42",
      " 10112      01                             IN CENTS                                           1931",
    ]);
    expect(rows).toMatchObject([
      { localityName: "NAPA", anesthesiaFactor: 2320 },
      { localityName: "REST OF WASHINGTON", anesthesiaFactor: 2200 },
      { anesthesiaFactor: 2142 },
      { anesthesiaFactor: 1931 },
    ]);
  });

  it("20LOCCO.prn: a few tabs in a printed table", async () => {
    const { rows, problems } = await readText("counties", [
      "COUNTIES INCLUDED IN 2019 LOCALITIES",
      "Carrier NLocality         State                          Fee Schedule Area                     Counties",
      "",
      "  01182     26    CALIFORNIA             LOS ANGELES-LONG BEACH-ANAHEIM (ORANGE CNTY)          ORANGE",
      "  01112     07                           SAN FRANCISCO-OAKLAND-HAYWARD (ALAMEDA)\t\t\tALAMEDA AND CONTRA COSTA\t",
      "  01112     51                           NAPA                                                  NAPA",
    ]);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { locality: "26", state: "CALIFORNIA", counties: "ORANGE" },
      { locality: "07", state: "", counties: "ALAMEDA AND CONTRA COSTA" },
      { locality: "51", area: "NAPA" },
    ]);
  });

  it.each(["\r\n", "\n", "\r"])("ends its lines with %j", async (newline) => {
    const lines = [
      "10112  00 ALABAMA        1.000   0.869   0.575",
      "",
      "02102  01 ALASKA**       1.500   1.081   0.592",
      "",
    ];
    const { rows, problems } = await readText("gpci", lines, newline);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ mac: "10112" }, { mac: "02102", localityName: "ALASKA**", mpGpci: 592 }]);
  });
});
