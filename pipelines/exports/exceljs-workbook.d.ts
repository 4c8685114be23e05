/** The part of exceljs that holds a workbook: without its streams, which bring seven packages that we do not need. */
declare module "exceljs/lib/doc/workbook.js" {
  import { Workbook } from "exceljs";
  export default Workbook;
}
