import exceljs from "exceljs";

/** A workbook with one worksheet, as exceljs writes it. */
export async function workbook(rows: readonly (readonly unknown[])[], sheet = "Addendum B"): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const worksheet = book.addWorksheet(sheet);
  for (const row of rows) worksheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
