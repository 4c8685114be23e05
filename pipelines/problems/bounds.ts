const MEGABYTE = 1024 * 1024;

/**
 * How much of anything is read. Every number is far above what CMS has ever published and far below what makes a
 * computer swap; ARCHITECTURE.md gives the reasons.
 */
export const BOUNDS = {
  /** CMS's largest archive has 4 MB. */
  archiveBytes: 256 * MEGABYTE,
  /** A loose table or a member of an archive; CMS's largest has 18 MB, the worksheet of a workbook. */
  fileBytes: 64 * MEGABYTE,
  /** One of the files of a table that is read piece by piece; CMS's largest has 60 MB. */
  partBytes: 128 * MEGABYTE,
  /** Everything inflated from one archive, whatever sizes its members claim. */
  inflatedBytes: 256 * MEGABYTE,
  /** All parts of one workbook; CMS's largest has 19 MB. */
  workbookBytes: 96 * MEGABYTE,
  /** Files of an archive or parts of a workbook; CMS's fullest has 35. */
  members: 400,
  /** Characters of a member's name, the most that file systems allow a name. */
  nameLength: 255,
  /** A registry entry in a folder of downloads. */
  entryBytes: 4 * MEGABYTE,
  /** Rows of a table; CMS's longest has 42,957. */
  rows: 250_000,
  /** Columns of a table, what spreadsheets had before 2007; CMS's widest has 40. */
  columns: 256,
  /** Cells of a table; CMS's fullest has 650,000. */
  cells: 4_000_000,
  /** Runs of text with their own font in a workbook; CMS's fullest has 12. */
  runs: 100_000,
  /** Characters of a cell: the limit of spreadsheets. */
  cellLength: 32_767,
  /** Bytes of one line of text; CMS's longest has 905. */
  lineBytes: 65_536,
  /** Characters of a line of printed text, which is matched with patterns; CMS's longest has 207. */
  printedLine: 1_000,
  /** Characters of a joined heading, and of everything above the headings. */
  headingLength: 1_000,
  bannerLength: 10_000,
  /** Rows that one heading can span; CMS's tallest has five. */
  headingRows: 20,
  worksheets: 100,
  /** Nested elements of XML; a worksheet has nine. */
  xmlDepth: 64,
  /** Attributes of one element of XML. */
  xmlAttributes: 200,
  /** Bytes of XML from one tag to the next: the longest cell has 330,000 when each character is a reference. */
  xmlPending: 512 * 1024,
  /** Problems of one table, after which the rest of its rows is not checked; CMS's worst had a few hundred. */
  problems: 10_000,
  /** Characters of a reported message, and of a part of a place such as a file's name. */
  message: 2_000,
  placePart: 300,
  /** Nested folders, and files, below a folder of downloads. */
  folderDepth: 24,
  folderFiles: 100_000,
} as const;
