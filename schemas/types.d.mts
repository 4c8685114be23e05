// Types of the documents that ratebook publishes. Written by npm run schemas

/** Shape `index`: schemas/json/index.schema.json. */
export type Index = {
  readonly schema: "ratebook/index";
  readonly schemaVersion: string;
  readonly releases: readonly {
    readonly release: string;
    readonly title: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    /** Last day of service of the release; on a later day another one is in force */
    readonly expiresOn: string;
    /** What follows the release */
    readonly next: {
      /** First day of service that needs another release. CMS posts it before that day */
      readonly from: string;
      /** The release of that day; null where CMS's calendar has none yet */
      readonly release: (string | null);
    };
    readonly standing: {
      /** Replaced before its first day of service */
      readonly neverInForce: boolean;
      /** Release that replaced it for the same days, built or not */
      readonly supersededBy: (string | null);
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    /** Path of the release's manifest from here */
    readonly manifest: string;
    readonly manifestSha256: string;
    /** Path of the release's attestation from here */
    readonly attestation: string;
    readonly attestationSha256: string;
    /** Of `claims.json` in the folder of the release, where pack wrote one */
    readonly claimsSha256?: string;
  }[];
};

/** Shape `manifest`: schemas/json/manifest.schema.json. */
export type Manifest = {
  readonly schema: "ratebook/manifest";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  /** Last day of service of the release; on a later day another one is in force */
  readonly expiresOn: string;
  /** What follows the release */
  readonly next: {
    /** First day of service that needs another release. CMS posts it before that day */
    readonly from: string;
    /** The release of that day; null where CMS's calendar has none yet */
    readonly release: (string | null);
  };
  readonly standing: {
    /** Replaced before its first day of service */
    readonly neverInForce: boolean;
    /** Release that replaced it for the same days, built or not */
    readonly supersededBy: (string | null);
  };
  /** Version of ratebook that built it */
  readonly ratebook: string;
  readonly publications: readonly {
    readonly family: ("pfs" | "opps" | "asc" | "opps-rule" | "ncci" | "ncci-ptp" | "wage-index" | "zip");
    readonly label: string;
    readonly revision: {
      readonly number: number;
      /** How many revisions are registered */
      readonly of: number;
      /** The publication or revision that this one replaces */
      readonly supersedes: (string | null);
      /** The registered publication or revision that replaces this one */
      readonly supersededBy: (string | null);
      /** What changed */
      readonly note?: string;
      /** Why this one is built by default, if it is not the last */
      readonly why?: string;
    };
    readonly registered: boolean;
    /** Quarter of the release, which has no such file: this one is the nearest of its year */
    readonly standsInFor?: string;
    readonly posted: (string | null);
    readonly postedSource: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    readonly originNote: (string | null);
    readonly page: string;
    readonly url: (string | null);
    readonly notices: readonly ("ama-cpt" | "ada-cdt")[];
    /** The archive that was opened; null when the files were not in one */
    readonly archive: ({
      readonly name: string;
      /** sha256 in the registry; null if not registered */
      readonly pinned: (string | null);
      /** Of the archive that was opened */
      readonly sha256: string;
      readonly changed: boolean;
    } | null);
    /** CMS's archive with the files, from the registry; the build may not have read it */
    readonly expectedArchive?: {
      readonly name: string;
      readonly sha256: string;
    };
    readonly files: readonly {
      readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly name: string;
      /** Name in documents, with its archive */
      readonly shown?: string;
      /** The archive that the file was read from; null for a file that is not in one */
      readonly archive: (string | null);
      readonly format: ("csv" | "txt" | "xlsx");
      readonly sha256: string;
      /** sha256 in the registry; differs from `sha256` only when the build allowed a changed file. Null if not registered */
      readonly pinned: (string | null);
      readonly changed: boolean;
      /** If not that of the publication */
      readonly origin?: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** What differs from CMS's own bytes, such as line ends */
      readonly note?: string;
      readonly excerptOf?: {
        readonly name: string;
        readonly archive?: string;
        readonly sha256: (string | null);
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** Whether the original was available when the excerpt was made */
        readonly atHand: boolean;
        readonly note: string;
        /** Row of the original for each data row of the excerpt, in order; null when not known */
        readonly rows: (readonly number[] | null);
        /** Headings whose cells are blank on purpose */
        readonly blanked: readonly string[];
      };
      /** Null for workbooks */
      readonly encoding: (string | null);
      readonly sheet: (string | null);
      /** Null for printed text */
      readonly headingRows: ({
        readonly from: number;
        readonly to: number;
      } | null);
      readonly columns: Readonly<Record<string, {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }>>;
      /** How the file writes columns that differ from documents. With this and `printed` of rows, every cell in a code's document can be quoted */
      readonly printed?: Readonly<Record<string, {
        /** `plain` as in documents, `shortest` 7.1 for 7.10, `pointed` .09 for 0.09, `dollars` $1,234.56 */
        readonly as: ("plain" | "shortest" | "pointed" | "dollars");
        /** Width in characters, filled with blanks on the left */
        readonly width: number;
        /** Text after the number */
        readonly after: string;
        /** Text of a cell that is null or empty in documents */
        readonly blank: string;
      }>>;
      readonly unmappedHeadings: readonly string[];
      /** Fields whose heading differs from a known one by one or two characters */
      readonly misprintedHeadings: readonly string[];
      readonly rows: {
        readonly data: number;
        readonly blank: number;
        readonly endMark: number;
        readonly footnote: number;
      };
      /** Rows that repeat an earlier one in every cell; kept once */
      readonly repeats: number;
      /** Workbook cells whose unpublished digits were rounded to the published scale */
      readonly lossyCells: number;
      /** Cells of digits whose leading zeros were restored */
      readonly restoredCells: number;
    }[];
  }[];
  readonly missing: readonly {
    readonly source: ("pfs" | "gpci" | "opps" | "asc" | "qpp" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "asc-indicators" | "asc-excluded" | "asc-device-offsets" | "opps-rule" | "ncci" | "ncci-ptp" | "wage-index" | "zip");
    readonly kind: ("not-registered" | "not-found" | "left-out" | "unreadable");
    readonly reason: string;
  }[];
  /** Files that were not read */
  readonly skipped: readonly {
    readonly file: string;
    readonly reason: string;
  }[];
  /** What a reader of a rate of this release must know */
  readonly caveats: readonly {
    readonly id: string;
    readonly text: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }[];
  readonly conversionFactors: readonly {
    readonly schedule: ("pfs" | "opps" | "asc");
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    readonly value: string;
    readonly use: ("computes-amounts" | "checks-printed-rates" | "recorded-only");
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }[];
  readonly rows: {
    /** Rows of the relative value file by price state */
    readonly pfs: Readonly<Record<string, number>>;
    /** Rows of Addendum B by state */
    readonly opps: Readonly<Record<string, number>>;
    /** Codes of Addenda AA and BB by state */
    readonly asc: Readonly<Record<string, number>>;
    readonly localities: number;
    /** Rows of the relative value file with an amount at the OPPS cap on imaging */
    readonly oppsCap: number;
    /** Rows with an amount for qualifying APM participants */
    readonly qualifyingApm: number;
    /** ASC rows that repeat another one in every cell; kept once */
    readonly ascRepeats: number;
    /** Rows of the tables that are published unchanged; 0 for a missing table */
    readonly tables: {
      readonly counties: number;
      readonly zips: number;
      /** Localities with an anesthesia conversion factor */
      readonly anesthesia: number;
      readonly anesthesiaBaseUnits: number;
      readonly wageIndex: number;
      readonly ascDeviceOffsets: number;
      readonly ascExcluded: number;
      readonly ascIndicators: number;
    };
  };
  /** The amounts in every locality, which documents do not repeat; none without a GPCI file */
  readonly localityAmounts: readonly {
    /** The fee itself, without the OPPS cap; that of qualifying APM participants; the amount at the OPPS cap */
    readonly kind: ("feeSchedule" | "qualifyingApm" | "oppsCap");
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    /** Rows of the relative value file with such amounts */
    readonly rows: number;
    readonly localities: number;
    readonly nonFacilitySum: string;
    readonly facilitySum: string;
    /** Of the amounts in cents as signed 32-bit integers, little-endian: rows by code and modifier; for each row non-facility, then facility; each in the order of localities.json */
    readonly sha256: string;
  }[];
  readonly checks: readonly {
    readonly id: string;
    /** Numbers of the invariants that it proves, as in docs/proof.md */
    readonly invariants: readonly string[];
    readonly title: string;
    readonly scope: string;
    readonly severity: ("error" | "review");
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
    /** False when a source that it needs is missing */
    readonly ran: boolean;
    readonly checked: number;
    readonly held: number;
    readonly excepted: number;
    /** Violations in unregistered files; listed under `unreviewed` */
    readonly unreviewed: number;
  }[];
  /** Known exceptions that this release needed */
  readonly exceptions: readonly {
    readonly check: string;
    /** Label of the publication, for example RVU25A or asc 2026Q1 */
    readonly publication: string;
    /** Revision of the publication, where another one does not need the exception */
    readonly revision?: number;
    readonly key: string;
    readonly reason: string;
    readonly source: string;
    /** Rows that it excepts */
    readonly rows: number;
  }[];
  /** Violations in unregistered files, for review: the first hundred of each check; `checks` counts all */
  readonly unreviewed: readonly {
    /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
    readonly code: string;
    readonly place: {
      /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row?: number;
      /** Column letter, or two joined by a colon */
      readonly column?: string;
      /** Joined heading of the column */
      readonly heading?: string;
      /** HCPCS and modifier, or locality, of the row */
      readonly key?: string;
    };
    /** What is wrong: the value that was read, and what was expected */
    readonly message: string;
    /** What to do about it */
    readonly cure: string;
  }[];
  /** Unregistered tables, compared with their nearest registered ones; absent where there are none */
  readonly continuity?: readonly {
    readonly table: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
    readonly rows: number;
    /** Null where no such table is registered: it is not known whether this one is complete */
    readonly beside: ({
      /** Label of the nearest registered publication with the table */
      readonly publication: string;
      /** Years between the two; 0 in the same year */
      readonly years: number;
      readonly rows: number;
      /** Rows of that publication that this one lacks */
      readonly gone: {
        readonly number: number;
        /** The first fifty */
        readonly first: readonly string[];
      };
      /** Rows that that publication lacks */
      readonly fresh: {
        readonly number: number;
        /** The first fifty */
        readonly first: readonly string[];
      };
      readonly columns: readonly {
        readonly field: string;
        /** Rows of both with a figure, or with a text other than the usual one */
        readonly filled: number;
        /** Of those, rows with another text, or with a figure that is new, is gone, or changed relative to the others to more than double or less than half, or by 3 % in a small table */
        readonly moved: number;
        /** Of those, rows with a figure of more than 8 times or less than an eighth, or changed by 20 % in a small table */
        readonly far: number;
      }[];
    } | null);
  }[];
  /** Every other file of the release except the attestation */
  readonly outputs: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
};

/** Shape `national`: schemas/json/national.schema.json. */
export type National = {
  readonly schema: "ratebook/national";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
  readonly conversionFactor: {
    readonly value: string;
    /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
  };
  readonly qualifyingApm?: {
    readonly conversionFactor: {
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    };
    readonly basis: ("qpp-file" | "computed-from-non-qualifying-file");
  };
  /** First cell of the conversion factor in CMS's QPP file */
  readonly qualifyingCell?: {
    /** Short name of the file, explained in `files` */
    readonly file: string;
    /** Row as a spreadsheet numbers it, from 1 */
    readonly row: number;
    readonly column: string;
    /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
    readonly printed: string;
    /** For excerpts: the row in CMS's whole file */
    readonly originalRow?: number;
  };
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly modifier: ("26" | "53" | "" | "TC");
    readonly status: string;
    /** `priced`, or the machine-readable reason why there is no amount */
    readonly priceState: string;
    readonly condition?: ("restricted-coverage" | "only-if-nothing-else-is-billed");
    /** Dollars, all GPCIs 1; null unless priced */
    readonly nonFacility: (string | null);
    /** Dollars, all GPCIs 1; null unless priced */
    readonly facility: (string | null);
    readonly qualifyingApm?: {
      readonly nonFacility: (string | null);
      readonly facility: (string | null);
      /** Row of CMS's QPP file, if the amounts were computed from it */
      readonly row?: number;
    };
    /** Amounts at the OPPS cap on imaging, all GPCIs 1. The amounts above are without the cap, as CMS publishes them; the lower of the two is payable. A contractor's price cannot exceed the cap */
    readonly oppsCap?: {
      readonly nonFacility: string;
      readonly facility: string;
      /** Of this row, or of the 26 row */
      readonly workRvu: string;
      readonly nonFacilityPeRvu: string;
      readonly facilityPeRvu: string;
      readonly mpRvu: string;
    };
    /** CMS: rarely or never done outside a facility. The row still has an amount */
    readonly nonFacilityNa: boolean;
    /** CMS: rarely or never done in a facility. The row still has an amount */
    readonly facilityNa: boolean;
    /** CMS prints RVUs that Medicare does not use; null when read from txt, which does not have the mark */
    readonly notUsedForMedicare: (boolean | null);
    readonly workRvu: string;
    readonly nonFacilityPeRvu: string;
    readonly facilityPeRvu: string;
    readonly mpRvu: string;
    readonly nonFacilityTotal: string;
    readonly facilityTotal: string;
    readonly pctcIndicator: string;
    readonly globalDays: string;
    /** Share of the global period's payment before, in and after surgery; 0.00 where it has none */
    readonly preOp: string;
    readonly intraOp: string;
    readonly postOp: string;
    readonly multipleProcedure: string;
    readonly bilateralSurgery: string;
    readonly assistantAtSurgery: string;
    readonly coSurgeons: string;
    readonly teamSurgery: string;
    /** Null in years whose file does not have the column */
    readonly pricingIndicator: (string | null);
    readonly endoscopicBase: string;
    readonly physicianSupervision: string;
    readonly imagingFamily: string;
    /** Row of the relative value file; the columns are in `files` */
    readonly row: number;
    /** For excerpts: the row in CMS's whole file */
    readonly originalRow?: number;
    /** Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file */
    readonly printed?: Readonly<Record<string, string>>;
    /** The same for the row of CMS's QPP file, which has the same RVUs */
    readonly qpp?: {
      /** For excerpts: the row in CMS's whole file */
      readonly originalRow?: number;
      /** Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file */
      readonly printed?: Readonly<Record<string, string>>;
    };
  }[];
};

/** Shape `localities`: schemas/json/localities.schema.json. */
export type Localities = {
  readonly schema: "ratebook/localities";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly locality: string;
    readonly mac: string;
    readonly number: string;
    readonly state: (string | null);
    readonly name: string;
    /** The index that amounts use: with the 1.0 floor where CMS prints both */
    readonly workGpci: string;
    /** Column of `files` that it was read from */
    readonly workGpciColumn: ("workGpciWithFloor" | "workGpciUnstated");
    readonly workGpciWithoutFloor: (string | null);
    readonly peGpci: string;
    readonly mpGpci: string;
    /** Row of the GPCI file; the columns are in `files` */
    readonly row: number;
    /** For excerpts: the row in CMS's whole file */
    readonly originalRow?: number;
    /** Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file */
    readonly printed?: Readonly<Record<string, string>>;
  }[];
};

/** Shape `opps`: schemas/json/opps.schema.json. */
export type Opps = {
  readonly schema: "ratebook/opps";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly statusIndicator: string;
    /** `rated`, `rated-unless-packaged`, or the machine-readable reason why there is no rate */
    readonly state: string;
    readonly apc: (string | null);
    readonly relativeWeight: (string | null);
    /** Dollars; drugs have three decimals */
    readonly oppsRate: (string | null);
    readonly nationalCopayment: (string | null);
    readonly minimumCopayment: (string | null);
    readonly adjustedCopayment: (string | null);
    readonly row: number;
    /** For excerpts: the row in CMS's whole file */
    readonly originalRow?: number;
    /** Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file */
    readonly printed?: Readonly<Record<string, string>>;
  }[];
};

/** Shape `asc`: schemas/json/asc.schema.json. */
export type Asc = {
  readonly schema: "ratebook/asc";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly addendum: ("AA" | "BB");
    readonly paymentIndicator: string;
    /** `rated`, or the machine-readable reason why there is no rate */
    readonly state: string;
    /** Null in Addendum BB, which does not have it, and where the cell is blank */
    readonly multipleProcedureDiscount: (boolean | null);
    readonly paymentWeight: (string | null);
    readonly ascRate: (string | null);
    /** CMS's mark beside the code, such as ** of G0130; its files do not say what it means */
    readonly mark?: string;
    readonly row: number;
    /** For excerpts: the row in CMS's whole file */
    readonly originalRow?: number;
    /** Texts of the cells that differ from the usual way, which the manifest has in `printed` of the file */
    readonly printed?: Readonly<Record<string, string>>;
  }[];
};

/** Shape `site-of-service`: schemas/json/site-of-service.schema.json. */
export type SiteOfService = {
  readonly schema: "ratebook/site-of-service";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  /** Files of the amounts, and their origin: physician and office from `rvu`, hopd from `addendum-b`, asc from `asc-aa` and `asc-bb` */
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly office: {
      /** Fee schedule amount at the non-facility rate */
      readonly nonFacility: ({
        readonly value: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      });
    };
    readonly hopd: {
      readonly oppsRate: ({
        readonly value: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
      /** Paid only when no other service on the claim packages it */
      readonly conditional?: true;
      /** Fee schedule amount at the facility rate, also paid to the physician */
      readonly facility: ({
        readonly value: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      });
      /** The facility's rate and the physician's amount */
      readonly total: ({
        readonly value: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    readonly asc: {
      readonly ascRate: ({
        readonly value: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
      /** Paid only when no other service on the claim packages it */
      readonly conditional?: true;
      /** Fee schedule amount at the facility rate, also paid to the physician */
      readonly facility: ({
        readonly value: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      });
      /** The facility's rate and the physician's amount */
      readonly total: ({
        readonly value: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
  }[];
};

/** Shape `counties`: schemas/json/counties.schema.json. */
export type Counties = {
  readonly schema: "ratebook/counties";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    /** May occur twice: CMS lists Missouri's rest of state once for each of two former carriers */
    readonly locality: string;
    /** CMS's name, from the first row of its block. Null where CMS's text format leaves it out */
    readonly state: (string | null);
    /** CMS's fee schedule area */
    readonly area: string;
    /** CMS: payment locality is serviced by two carriers */
    readonly twoCarriers: boolean;
    /** `all-other`: every county that no other locality lists */
    readonly coverage: ("all" | "all-other" | "listed");
    /** The listed counties of the state, in CMS's spelling */
    readonly counties: readonly string[];
    /** Counties that `all` or `all-other` does not include */
    readonly except?: readonly string[];
    /** Listed counties of other states */
    readonly elsewhere?: readonly {
      readonly state: string;
      readonly counties: readonly string[];
    }[];
    /** Read from CMS's text format, which cuts long lists: the last name may be part of one */
    readonly cutShort?: true;
    readonly row: number;
  }[];
};

/** Shape `zips`: schemas/json/zips.schema.json. */
export type Zips = {
  readonly schema: "ratebook/zips";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  /** The quarter in every row of the file */
  readonly quarter: string;
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly zip: string;
    readonly state: string;
    readonly locality: string;
    readonly rural: ("urban" | "rural" | "super-rural");
    /** The ZIP code is in several localities: CMS's file of nine-digit ZIP codes decides */
    readonly plusFour: boolean;
    readonly row: number;
  }[];
};

/** Shape `anesthesia`: schemas/json/anesthesia.schema.json. */
export type Anesthesia = {
  readonly schema: "ratebook/anesthesia";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Null when CMS's file of base units is missing */
  readonly baseUnits: (readonly {
    readonly hcpcs: string;
    readonly units: number;
    readonly row: number;
  }[] | null);
  readonly rows: readonly {
    readonly locality: string;
    readonly name: string;
    /** Dollars per unit */
    readonly conversionFactor: string;
    /** Dollars per unit for qualifying APM participants; since 2026 */
    readonly qualifyingApm: (string | null);
    readonly row: number;
  }[];
};

/** Shape `wage-index`: schemas/json/wage-index.schema.json. */
export type WageIndex = {
  readonly schema: "ratebook/wage-index";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    /** CBSA of five digits, or a state's rural area of two */
    readonly cbsa: string;
    readonly name: string;
    readonly wageIndex: (string | null);
    /** Another row has the same area with another index, and CMS's file does not say which one applies */
    readonly ambiguous?: true;
    readonly row: number;
  }[];
};

/** Shape `reader`: schemas/json/reader.schema.json. */
export type Reader = {
  readonly schema: "ratebook/reader";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  /** Days of the window on which CMS's calendar has this release in force */
  readonly inForce: readonly {
    readonly from: string;
    readonly to: string;
  }[];
  /** Release that CMS replaced this one with for the same days */
  readonly replacedBy: (string | null);
  /** CMS's files that were read, and how close each is to what CMS published */
  readonly files: readonly {
    readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
    readonly name: string;
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
  }[];
  readonly caveats: readonly {
    readonly id: string;
    readonly text: string;
  }[];
  /** Each reason of an answer as the end of a sentence */
  readonly reasons: Readonly<Record<string, string>>;
  /** Every code of any source */
  readonly codes: string;
  readonly pfs: ({
    readonly factor: number;
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    /** What rows a code can have */
    readonly kinds: readonly (readonly {
      readonly modifier: string;
      /** `priced`, or the machine-readable reason why there is no amount */
      readonly state: string;
      readonly status: string;
      readonly pctcIndicator: string;
      /** CMS: rarely or never done outside a facility */
      readonly nonFacilityNa?: true;
      /** CMS: rarely or never done in a facility */
      readonly facilityNa?: true;
    }[])[];
    /** For each code, its entry of `kinds` */
    readonly kindOf: readonly number[];
    /** Of each row whose state is `priced`, code by code and in the order of its kind */
    readonly rvus: {
      readonly work: readonly number[];
      readonly nonFacilityPe: readonly number[];
      /** Null where it equals `nonFacilityPe` */
      readonly facilityPe: readonly (number | null)[];
      readonly mp: readonly number[];
    };
    /** RVUs at the cap, of the rows that CMS prints some for. Work is that of the 26 row for a contractor-priced global */
    readonly oppsCap: {
      /** Numbers of rows, each as the step from the one before it */
      readonly rows: readonly number[];
      readonly work: readonly number[];
      readonly nonFacilityPe: readonly number[];
      /** Null where it equals `nonFacilityPe` */
      readonly facilityPe: readonly (number | null)[];
      readonly mp: readonly number[];
    };
    /** The track of qualifying APM participants, since 2026 */
    readonly qualifying: ({
      readonly factor: number;
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
      readonly basis: ("qpp-file" | "computed-from-non-qualifying-file");
      /** Numbers of priced rows that CMS's QPP file does not have */
      readonly missing: readonly number[];
      /** Rows with other RVUs than in the other file; CMS has published none */
      readonly others: {
        /** Numbers of rows */
        readonly rows: readonly number[];
        readonly work: readonly number[];
        readonly nonFacilityPe: readonly number[];
        /** Null where it equals `nonFacilityPe` */
        readonly facilityPe: readonly (number | null)[];
        readonly mp: readonly number[];
      };
    } | null);
  } | null);
  readonly localities: ({
    readonly keys: readonly string[];
    readonly names: readonly string[];
    readonly states: readonly (string | null)[];
    /** Work GPCI that is in force, in thousandths */
    readonly work: readonly number[];
    /** In thousandths */
    readonly pe: readonly number[];
    /** In thousandths */
    readonly mp: readonly number[];
  } | null);
  readonly opps: ({
    readonly indicators: readonly {
      readonly statusIndicator: string;
      readonly state: string;
    }[];
    readonly apcs: readonly (string | null)[];
    readonly kinds: {
      /** Entry of `indicators` */
      readonly indicator: readonly number[];
      /** Entry of `apcs` */
      readonly apc: readonly number[];
      /** In ten-thousandths of a dollar */
      readonly rate: readonly (number | null)[];
    };
    /** For each code, its entry of `kinds` and one more; 0 for a code without a row */
    readonly kindOf: readonly number[];
  } | null);
  readonly asc: ({
    /** The addenda that were read */
    readonly addenda: readonly ("AA" | "BB")[];
    readonly kinds: readonly {
      readonly addendum: ("AA" | "BB" | "EE");
      readonly paymentIndicator: string;
      readonly state: string;
    }[];
    /** For each code, its entry of `kinds` and one more; 0 for a code in no addendum */
    readonly kindOf: readonly number[];
    /** In cents, of each code whose state is paid a rate, in the order of the codes */
    readonly rates: readonly number[];
  } | null);
  /** Other documents of the reader beside this one */
  readonly parts: readonly ("reader-zips" | "reader-counties" | "reader-cells")[];
};

/** Shape `reader-zips`: schemas/json/reader-zips.schema.json. */
export type ReaderZips = {
  readonly schema: "ratebook/reader-zips";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  /** Quarter of CMS's ZIP5 file */
  readonly quarter: string;
  /** By turns: how many ZIP codes do not exist, how many do, from 00000 */
  readonly runs: readonly number[];
  /** What rows a ZIP code can have */
  readonly kinds: readonly (readonly {
    readonly locality: string;
    readonly plusFour?: true;
  }[])[];
  /** By turns: an entry of `kinds`, and how many ZIP codes that follow each other have it */
  readonly kindOf: readonly number[];
};

/** Shape `reader-counties`: schemas/json/reader-counties.schema.json. */
export type ReaderCounties = {
  readonly schema: "ratebook/reader-counties";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly states: readonly {
    readonly state: string;
    readonly fips: string;
    readonly name: string;
    readonly counties: Readonly<Record<string, string>>;
  }[];
  readonly names: {
    readonly states: readonly {
      readonly state: string;
      readonly name: string;
    }[];
    readonly names: readonly {
      readonly state: string;
      readonly name: string;
      /** All counties that the name may mean, or that the region crosses */
      readonly counties: readonly string[];
    }[];
    readonly misprints: readonly {
      readonly state: string;
      readonly printed: string;
      readonly county: string;
    }[];
    readonly cities: readonly {
      readonly state: string;
      readonly name: string;
      /** County of its city hall; all counties of a city with several boroughs */
      readonly counties: readonly string[];
      /** A ZIP code of the city; CMS's ZIP5 file has it in the same locality */
      readonly zip?: string;
    }[];
  };
  readonly areas: readonly {
    /** May occur twice: CMS lists Missouri's rest of state once for each of two former carriers */
    readonly locality: string;
    /** CMS's name, from the first row of its block. Null where CMS's text format leaves it out */
    readonly state: (string | null);
    /** CMS's fee schedule area */
    readonly area: string;
    /** `all-other`: every county that no other locality lists */
    readonly coverage: ("all" | "all-other" | "listed");
    /** The listed counties of the state, in CMS's spelling */
    readonly counties: readonly string[];
    /** Counties that `all` or `all-other` does not include */
    readonly except?: readonly string[];
    /** Listed counties of other states */
    readonly elsewhere?: readonly {
      readonly state: string;
      readonly counties: readonly string[];
    }[];
    /** Read from CMS's text format, which cuts long lists: the last name may be part of one */
    readonly cutShort?: true;
    readonly row: number;
  }[];
};

/** Shape `reader-cells`: schemas/json/reader-cells.schema.json. */
export type ReaderCells = {
  readonly schema: "ratebook/reader-cells";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly pfs: ({
    /** Of each row of `reader.json`, code by code: its row in the relative value file, as steps */
    readonly rows: readonly number[];
    /** Status and policy indicators of a row, such as `globalDays` */
    readonly fields: readonly string[];
    /** What indicators a row can have, as printed, in the order of `fields` */
    readonly kinds: readonly (readonly string[])[];
    /** For each row, its entry of `kinds` */
    readonly kindOf: readonly number[];
  } | null);
  /** Of each locality of `reader.json` */
  readonly gpci: ({
    /** Numbers of rows, each as the step from the one before it */
    readonly rows: readonly number[];
    /** Of each locality: the field of the work GPCI that is in force */
    readonly workFields: readonly string[];
  } | null);
  /** By file: for each code of `reader.json` its row, as the step from the row before; null for a code without one */
  readonly facilities: Readonly<Record<string, readonly (number | null)[]>>;
};

/** Shape `claims`: schemas/json/claims.schema.json. */
export type Claims = {
  readonly schema: "ratebook/claims";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  /** Of each table that is sliced, by its name, all fields but the rows */
  readonly heads: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly slices: readonly {
    /** What the first field of the rows is: codes, or ZIP codes */
    readonly of: ("codes" | "zips");
    /** First four characters of the first field of its first rows; those of the next slice are not in it */
    readonly from: string;
    /** Inside the folder of the release */
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
};

/** Shape `claims-slice`: schemas/json/claims-slice.schema.json. */
export type ClaimsSlice = {
  readonly schema: "ratebook/claims-slice";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  /** What the first field of the rows is: codes, or ZIP codes */
  readonly of: ("codes" | "zips");
  /** First four characters of the first field of its first rows; those of the next slice are not in it */
  readonly from: string;
  /** By the name of the table; none of a table without such a row */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

/** Shape `asc-device-offsets`: schemas/json/asc-device-offsets.schema.json. */
export type AscDeviceOffsets = {
  readonly schema: "ratebook/asc-device-offsets";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly paymentIndicator: string;
    readonly apc: (string | null);
    /** The OPPS rate that CMS uses here. Not the rate of Addendum B: it is without comprehensive packaging */
    readonly oppsRate: (string | null);
    /** Percent of the rate that is the device */
    readonly deviceOffset: (string | null);
    /** Percent, over all codes of the APC; since 2025 */
    readonly apcDeviceOffset: (string | null);
    /** Of `oppsRate` for J8, of the ASC rate for every other indicator */
    readonly devicePortion: (string | null);
    /** CMS's mark beside the code, such as ** of G0130; its files do not say what it means */
    readonly mark?: string;
    readonly row: number;
  }[];
};

/** Shape `asc-excluded`: schemas/json/asc-excluded.schema.json. */
export type AscExcluded = {
  readonly schema: "ratebook/asc-excluded";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly row: number;
  }[];
};

/** Shape `asc-indicators`: schemas/json/asc-indicators.schema.json. */
export type AscIndicators = {
  readonly schema: "ratebook/asc-indicators";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly indicator: string;
    readonly definition: string;
    readonly row: number;
  }[];
};

/** Shape `opps-apcs`: schemas/json/opps-apcs.schema.json. */
export type OppsApcs = {
  readonly schema: "ratebook/opps-apcs";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly apc: string;
    /** When an APC is paid separately: a code with Q1 is in an APC with S or T */
    readonly statusIndicator: string;
    readonly relativeWeight: (string | null);
    readonly oppsRate: (string | null);
    readonly nationalCopayment: (string | null);
    readonly minimumCopayment: (string | null);
    readonly adjustedCopayment: (string | null);
    readonly row: number;
  }[];
};

/** Shape `opps-status-indicators`: schemas/json/opps-status-indicators.schema.json. */
export type OppsStatusIndicators = {
  readonly schema: "ratebook/opps-status-indicators";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly indicator: string;
    readonly service: string;
    readonly definition: string;
    readonly row: number;
  }[];
};

/** Shape `opps-comment-indicators`: schemas/json/opps-comment-indicators.schema.json. */
export type OppsCommentIndicators = {
  readonly schema: "ratebook/opps-comment-indicators";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly indicator: string;
    readonly definition: string;
    readonly row: number;
  }[];
};

/** Shape `opps-inpatient-only`: schemas/json/opps-inpatient-only.schema.json. */
export type OppsInpatientOnly = {
  readonly schema: "ratebook/opps-inpatient-only";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly row: number;
  }[];
};

/** Shape `opps-composites`: schemas/json/opps-composites.schema.json. */
export type OppsComposites = {
  readonly schema: "ratebook/opps-composites";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly statusIndicator: string;
    readonly singleApc: (string | null);
    /** In CMS's words, such as 8005 or 8006 */
    readonly compositeApcs: string;
    readonly row: number;
  }[];
};

/** Shape `opps-device-offsets`: schemas/json/opps-device-offsets.schema.json. */
export type OppsDeviceOffsets = {
  readonly schema: "ratebook/opps-device-offsets";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly statusIndicator: string;
    readonly apc: (string | null);
    readonly oppsRate: (string | null);
    /** Percent of the rate that is the device */
    readonly deviceOffset: (string | null);
    readonly deviceOffsetAmount: (string | null);
    readonly row: number;
  }[];
};

/** Shape `opps-pairs`: schemas/json/opps-pairs.schema.json. */
export type OppsPairs = {
  readonly schema: "ratebook/opps-pairs";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly primary: string;
    readonly primaryStatusIndicator: string;
    readonly primaryApc: (string | null);
    readonly secondary: string;
    readonly secondaryStatusIndicator: string;
    readonly secondaryApc: (string | null);
    /** CMS's name for the pair, in its own claims data alone: not a HCPCS code, and never billed */
    readonly adjustedCode: string;
    readonly adjustedApc: (string | null);
    /** Rate of the adjusted APC: of the first J1 code of Addendum B with the APC, else of Addendum A; null where neither has it */
    readonly oppsRate: (string | null);
    readonly oppsRateFile: (("addendum-b" | "addendum-a") | null);
    /** Row of that file with the rate */
    readonly oppsRateRow: (number | null);
    readonly row: number;
  }[];
};

/** Shape `opps-pair-evaluation`: schemas/json/opps-pair-evaluation.schema.json. */
export type OppsPairEvaluation = {
  readonly schema: "ratebook/opps-pair-evaluation";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly primary: string;
    readonly primaryStatusIndicator: string;
    readonly primaryApc: (string | null);
    readonly secondary: string;
    readonly secondaryStatusIndicator: string;
    readonly secondaryApc: (string | null);
    /** Null where no APC of the clinical family is higher */
    readonly adjustedApc: (string | null);
    readonly frequency: number;
    readonly geometricMeanCost: (string | null);
    readonly comparisonCode: string;
    /** The pair qualifies from this geometric mean cost on */
    readonly costThreshold: (string | null);
    readonly qualifies: (boolean | null);
    readonly row: number;
  }[];
};

/** Shape `opps-ranks`: schemas/json/opps-ranks.schema.json. */
export type OppsRanks = {
  readonly schema: "ratebook/opps-ranks";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly hcpcs: string;
    readonly statusIndicator: string;
    readonly apc: (string | null);
    readonly apcGeometricMeanCost: (string | null);
    readonly frequency: number;
    readonly singleFrequency: number;
    readonly geometricMeanCost: (string | null);
    /** Of several J1 codes on a claim the one with the lowest rank is primary */
    readonly rank: number;
    readonly deleted: boolean;
    readonly row: number;
  }[];
};

/** Shape `opps-exclusions`: schemas/json/opps-exclusions.schema.json. */
export type OppsExclusions = {
  readonly schema: "ratebook/opps-exclusions";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rows: readonly {
    readonly service: string;
    readonly row: number;
  }[];
};

/** Shape `ncci-addon`: schemas/json/ncci-addon.schema.json. */
export type NcciAddon = {
  readonly schema: "ratebook/ncci-addon";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the table for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly rows: readonly {
    /** 1: the primary codes are a closed list; 2: the contractor defines them; 3: a list that the contractor may extend */
    readonly type: string;
    readonly addOn: string;
    /** Last day of service of the add-on code; null while it is in force */
    readonly addOnDeleted: (string | null);
    /** Null where the contractor defines the primary codes */
    readonly primary: (string | null);
    /** Last day of service of the primary code; null while it is in force */
    readonly primaryDeleted: (string | null);
    readonly effective: string;
    /** Null while the edit is in force */
    readonly deletion: (string | null);
    /** In CMS's words; null where there is none */
    readonly note: (string | null);
    readonly row: number;
  }[];
};

/** Shape `ncci-mue-practitioner`: schemas/json/ncci-mue-practitioner.schema.json. */
export type NcciMuePractitioner = {
  readonly schema: "ratebook/ncci-mue-practitioner";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the table for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly rows: readonly {
    readonly hcpcs: string;
    /** Units of service; 0 means that the code is not payable. A code that is absent may have a value that CMS does not publish */
    readonly value: number;
    /** 1: the value is for one line of a claim; 2 and 3: for one day of service */
    readonly adjudicationIndicator: ("1" | "2" | "3");
    /** In CMS's words */
    readonly rationale: string;
    /** The indicator in CMS's words */
    readonly adjudication: string;
    readonly row: number;
  }[];
};

/** Shape `ncci-mue-hospital`: schemas/json/ncci-mue-hospital.schema.json. */
export type NcciMueHospital = {
  readonly schema: "ratebook/ncci-mue-hospital";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the table for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly rows: readonly {
    readonly hcpcs: string;
    /** Units of service; 0 means that the code is not payable. A code that is absent may have a value that CMS does not publish */
    readonly value: number;
    /** 1: the value is for one line of a claim; 2 and 3: for one day of service */
    readonly adjudicationIndicator: ("1" | "2" | "3");
    /** In CMS's words */
    readonly rationale: string;
    /** The indicator in CMS's words */
    readonly adjudication: string;
    readonly row: number;
  }[];
};

/** Shape `ncci-mue-dme`: schemas/json/ncci-mue-dme.schema.json. */
export type NcciMueDme = {
  readonly schema: "ratebook/ncci-mue-dme";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the table for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly rows: readonly {
    readonly hcpcs: string;
    /** Units of service; 0 means that the code is not payable. A code that is absent may have a value that CMS does not publish */
    readonly value: number;
    /** 1: the value is for one line of a claim; 2 and 3: for one day of service */
    readonly adjudicationIndicator: ("1" | "2" | "3");
    /** In CMS's words */
    readonly rationale: string;
    /** The indicator in CMS's words */
    readonly adjudication: string;
    readonly row: number;
  }[];
};

/** Shape `ncci-ptp`: schemas/json/ncci-ptp.schema.json. */
export type NcciPtp = {
  readonly schema: "ratebook/ncci-ptp";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the edits for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly setting: ("practitioner" | "hospital");
  readonly hcpcs: string;
  /** In the order of CMS's files; none where the code has no edit */
  readonly rows: readonly {
    /** The code that is paid */
    readonly column1: string;
    /** The code that is not paid beside it */
    readonly column2: string;
    readonly effective: string;
    /** Null while the edit is active */
    readonly deletion: (string | null);
    /** 0: never paid together; 1: paid together with an NCCI-associated modifier; 9: the edit never was in force */
    readonly modifierIndicator: string;
    /** In CMS's words */
    readonly rationale: string;
    /** CMS's file: `files` has each under setting and part */
    readonly part: number;
    readonly row: number;
  }[];
};

/** Shape `ncci-ptp-index`: schemas/json/ncci-ptp-index.schema.json. */
export type NcciPtpIndex = {
  readonly schema: "ratebook/ncci-ptp-index";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  /** Days of service that CMS posted the edits for */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly setting: ("practitioner" | "hospital");
  readonly edits: {
    readonly all: number;
    /** Without a last day */
    readonly active: number;
    readonly byModifierIndicator: {
      readonly "0": number;
      readonly "1": number;
      readonly "9": number;
    };
  };
  /** Codes that the build was asked for; of no other code is anything said here */
  readonly rows: readonly {
    readonly hcpcs: string;
    /** Document of the code, inside the folder of the release */
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    /** Edits that have the code in column 1 */
    readonly column1: number;
    /** Edits that have the code in column 2 */
    readonly column2: number;
  }[];
};

/** Shape `code`: schemas/json/code.schema.json. */
export type Code = {
  readonly schema: "ratebook/code";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly hcpcs: string;
  /** Body region of a surgical code, from sources/regions.json */
  readonly region: ({
    readonly region: string;
    readonly system: string;
    readonly from: string;
    readonly to: string;
    readonly source: string;
  } | null);
  readonly siteOfService: {
    readonly office: {
      readonly nonFacility: ({
        readonly value: string;
        readonly ref: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
    };
    readonly hopd: {
      readonly oppsRate: ({
        readonly value: string;
        readonly ref: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly conditional: boolean;
      readonly facility: ({
        readonly value: string;
        readonly ref: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly total: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
    };
    readonly asc: {
      readonly ascRate: ({
        readonly value: string;
        readonly ref: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly conditional: boolean;
      readonly facility: ({
        readonly value: string;
        readonly ref: string;
        /** The physician is paid the professional component there */
        readonly modifier?: "26";
        /** CMS: rarely or never done at this kind of site */
        readonly na?: true;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly total: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
    };
  };
  /** The conversion factor in force, with the cell of the code's first row; each row of `pfs` has its own */
  readonly conversionFactor: ({
    readonly value: string;
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    readonly cell: {
      /** Short name of the file, explained in `files` */
      readonly file: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly column: string;
      /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
      readonly printed: string;
      /** For excerpts: the row in CMS's whole file */
      readonly originalRow?: number;
    };
  } | null);
  /** The second track, since 2026 */
  readonly qualifyingApm?: {
    readonly conversionFactor: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: string;
      readonly rule: string;
      readonly inputs: Readonly<Record<string, string>>;
      /** The exact result of the rule before rounding; for limiting charges */
      readonly unrounded?: string;
    });
    readonly basis: ("qpp-file" | "computed-from-non-qualifying-file");
  };
  readonly pfs: readonly {
    readonly modifier: string;
    readonly status: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    readonly priceState: string;
    readonly condition?: string;
    readonly nonFacilityNa: boolean;
    readonly facilityNa: boolean;
    readonly notUsedForMedicare: (boolean | null);
    /** The conversion factor as printed in this row */
    readonly conversionFactor: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    readonly rvus: {
      readonly work: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
      readonly nonFacilityPe: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
      readonly facilityPe: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
      readonly mp: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
      readonly nonFacilityTotal: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
      readonly facilityTotal: {
        readonly value: string;
        readonly cell: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      };
    };
    /** Policy indicators as printed */
    readonly indicators: Readonly<Record<string, {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    }>>;
    /** Without the OPPS cap, as CMS publishes them */
    readonly national: {
      readonly nonFacility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly facility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      /** Derived: the most that a non-participating physician may charge */
      readonly limitingCharge: {
        readonly nonFacility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
        readonly facility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
      };
    };
    /** For rows with RVUs for the OPPS cap on imaging */
    readonly oppsCap?: {
      readonly units: {
        readonly nonFacilityPe: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly facilityPe: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly mp: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
      };
      /** National amounts at the cap; the most for contractor-priced rows */
      readonly capped: {
        readonly nonFacility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
        readonly facility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
      };
      /** The lower of the full and the capped national amount */
      readonly payable: {
        readonly nonFacility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
        readonly facility: ({
          readonly value: string;
          readonly rule: string;
          readonly inputs: Readonly<Record<string, string>>;
          /** The exact result of the rule before rounding; for limiting charges */
          readonly unrounded?: string;
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
          /** Figure of the same document that decides this, such as a status indicator */
          readonly because?: string;
          /** The cell itself, where it is blank or has a 0 that is not a rate */
          readonly cell?: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        });
      };
    };
    /** Since 2026 */
    readonly qualifyingApm?: {
      readonly nonFacility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly facility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly rvus?: {
        readonly work: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly nonFacilityPe: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly facilityPe: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly mp: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly nonFacilityTotal: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
        readonly facilityTotal: {
          readonly value: string;
          readonly cell: {
            /** Short name of the file, explained in `files` */
            readonly file: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly column: string;
            /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
            readonly printed: string;
            /** For excerpts: the row in CMS's whole file */
            readonly originalRow?: number;
          };
        };
      };
    };
    readonly localityAmounts: ({
      readonly nonFacility: {
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
      };
      readonly facility: {
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
      };
      readonly rows: readonly {
        readonly locality: string;
        readonly nonFacility: string;
        readonly facility: string;
      }[];
    } | null);
    /** Of the row without a modifier, where it has amounts; empty for every other row */
    readonly modifiers: readonly {
      readonly modifiers: readonly string[];
      /** Field of `indicators` that decides; null where none does */
      readonly indicator: (string | null);
      /** Of the amount; null where no share of it is paid */
      readonly percent: (string | null);
      readonly nonFacility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: string;
        readonly ref: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
      readonly facility: ({
        readonly value: string;
        readonly rule: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** The exact result of the rule before rounding; for limiting charges */
        readonly unrounded?: string;
      } | {
        readonly value: string;
        readonly ref: string;
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
        /** Figure of the same document that decides this, such as a status indicator */
        readonly because?: string;
        /** The cell itself, where it is blank or has a 0 that is not a rate */
        readonly cell?: {
          /** Short name of the file, explained in `files` */
          readonly file: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly column: string;
          /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
          readonly printed: string;
          /** For excerpts: the row in CMS's whole file */
          readonly originalRow?: number;
        };
      });
    }[];
  }[];
  readonly opps: ({
    readonly state: string;
    readonly statusIndicator: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    /** What CMS says of the status indicator; absent where Addendum D1 was not read */
    readonly statusWords?: {
      /** Item, code or service */
      readonly service: string;
      /** OPPS payment status */
      readonly definition: string;
      /** Row of file `addendum-d1`; the first one where CMS goes on in the rows below */
      readonly row: number;
    };
    readonly apc: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly relativeWeight: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly oppsRate: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly nationalCopayment: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly minimumCopayment: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly adjustedCopayment: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
  } | null);
  readonly asc: ({
    readonly addendum: ("AA" | "BB");
    readonly state: string;
    readonly paymentIndicator: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    /** CMS's mark beside the code, such as ** */
    readonly mark?: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    readonly multipleProcedureDiscount: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly paymentWeight: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
    readonly ascRate: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
      /** Figure of the same document that decides this, such as a status indicator */
      readonly because?: string;
      /** The cell itself, where it is blank or has a 0 that is not a rate */
      readonly cell?: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    });
  } | null);
  /** Complexity adjustments: evaluated pairs with the code as the primary one, and those that qualify with it as the secondary one. Null where the release was built without Addendum J */
  readonly pairs: (readonly {
    readonly primary: string;
    readonly secondary: string;
    /** Whether CMS moves the pair to the adjusted APC */
    readonly qualifies: (boolean | null);
    readonly primaryApc: (string | null);
    /** Null where no APC of the clinical family is higher */
    readonly adjustedApc: (string | null);
    /** What the hospital is paid for both; null unless the pair qualifies */
    readonly oppsRate: (string | null);
    readonly oppsRateFile: (("addendum-b" | "addendum-a") | null);
    /** Row of that file with the rate */
    readonly oppsRateRow: (number | null);
    /** Claims with the pair */
    readonly frequency: number;
    readonly geometricMeanCost: (string | null);
    readonly costThreshold: (string | null);
    /** Code that the threshold was computed from */
    readonly comparisonCode: string;
    /** Row of the sheet with the evaluation: file `addendum-j-evaluation` */
    readonly row: number;
  }[] | null);
  readonly localities: readonly {
    readonly locality: string;
    readonly state: (string | null);
    readonly name: string;
    readonly workGpci: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    readonly workGpciWithoutFloor: ({
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    } | null);
    readonly peGpci: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
    readonly mpGpci: {
      readonly value: string;
      readonly cell: {
        /** Short name of the file, explained in `files` */
        readonly file: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly column: string;
        /** The exact text of the cell. A number in a workbook has no text: for it, the shortest decimal that reads back as the stored number */
        readonly printed: string;
        /** For excerpts: the row in CMS's whole file */
        readonly originalRow?: number;
      };
    };
  }[];
  readonly files: Readonly<Record<string, {
    /** CMS's name: archive and member */
    readonly name: string;
    /** Worksheet that was read, for workbooks */
    readonly sheet?: string;
    readonly sha256: string;
    /** `cms` for CMS's own figures; other values for copies and unregistered files */
    readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    /** For embedded excerpts: the original of the rows */
    readonly excerptOf?: string;
    /** Our field, and its column */
    readonly columns: Readonly<Record<string, {
      /** Column letter in the file */
      readonly column: string;
      /** Joined heading as CMS prints it */
      readonly heading: string;
    }>>;
  }>>;
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `rate`: schemas/json/rate.schema.json. */
export type Rate = {
  readonly schema: "ratebook/rate";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  /** Days of service of the release */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  /** Day of service of --on; null without it */
  readonly day: (string | null);
  /** Notes on the files that this release was built from */
  readonly notes: readonly string[];
  /** Release that CMS replaced this one with for the same days */
  readonly replacedBy: (string | null);
  readonly hcpcs: string;
  /** Null where none applies: anesthesia has a factor of its own */
  readonly conversionFactor: ({
    readonly value: string;
    /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
    readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
  } | null);
  /** Conversion factor of the other track, and the input of its amounts */
  readonly qualifyingApm: ({
    readonly conversionFactor: {
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    };
    readonly basis: string;
  } | null);
  /** Null for national amounts */
  readonly place: ({
    readonly locality: string;
    readonly name: string;
    readonly state: (string | null);
    /** The locality, or the ZIP code or county and its row */
    readonly foundBy: string;
  } | null);
  readonly wageIndex: ({
    readonly cbsa: string;
    readonly name: string;
    readonly wageIndex: string;
    readonly cells: {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    };
  } | null);
  /** For anesthesia codes (status J) */
  readonly anesthesia?: {
    /** Explained in `rules` */
    readonly rule: string;
    /** Of the locality of the question */
    readonly conversionFactor: ({
      /** Dollars per unit */
      readonly value: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly reason: string;
    });
    /** For qualifying APM participants; since 2026 */
    readonly qualifyingApm?: {
      /** Dollars per unit */
      readonly value: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    };
    readonly baseUnits: ({
      readonly units: number;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly reason: string;
    });
    /** Of the question; with them `settings` have amounts */
    readonly minutes?: number;
    /** What is paid where the units of time are rounded, as CMS tells its contractors */
    readonly inTenths?: {
      /** Minutes / 15, rounded to one decimal */
      readonly timeUnits: string;
      readonly fee: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
      readonly qualifyingApm?: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
  };
  /** For a modifier without a row of its own. What is paid with it is `withModifier` of a setting; all else is without it */
  readonly modifier?: {
    readonly modifiers: readonly string[];
    readonly title: string;
    /** Null where the relative value file has no indicator for the modifiers */
    readonly indicator: ({
      readonly field: string;
      readonly title: string;
      /** As CMS prints it */
      readonly value: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | null);
    /** What they do to the payment, in our own words */
    readonly meaning: string;
    /** Of the fee schedule amount; null where no share of it is paid */
    readonly percent: (string | null);
    /** Besides CMS's record layout of the relative value file */
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
    readonly modifier: string;
  };
  /** What each modifier does to the row of the code: for --modifiers */
  readonly modifiers?: readonly {
    readonly modifiers: readonly string[];
    readonly title: string;
    /** Null where the relative value file has no indicator for the modifiers */
    readonly indicator: ({
      readonly field: string;
      readonly title: string;
      /** As CMS prints it */
      readonly value: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | null);
    /** What they do to the payment, in our own words */
    readonly meaning: string;
    /** Of the fee schedule amount; null where no share of it is paid */
    readonly percent: (string | null);
    /** Besides CMS's record layout of the relative value file */
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
    readonly nonFacility: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    readonly facility: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
  }[];
  readonly settings: readonly ({
    readonly setting: "office";
    /** Modifier of the row in the fee schedule; empty for none */
    readonly modifier: string;
    /** CMS: rarely or never done at this kind of site */
    readonly na?: true;
    /** Fee schedule amount, before the OPPS cap */
    readonly nonFacility: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** The amount at the OPPS cap; imaging only, by locality */
    readonly oppsCap?: {
      readonly nonFacility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee or the OPPS cap, whichever is lower nationally; only where there is a cap */
    readonly payable?: {
      readonly nonFacility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** What is paid with a modifier that has no row of its own */
    readonly withModifier?: {
      readonly nonFacility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** Derived: the most that a non-participating physician may charge */
    readonly limitingCharge?: {
      readonly nonFacility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee for qualifying participants of advanced APMs, from 2026 */
    readonly qualifyingApm?: {
      readonly nonFacility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
  } | {
    readonly setting: "hopd";
    /** National rate; absent for a modifier, which facilities do not have */
    readonly oppsRate?: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Paid only when no other service on the claim packages it */
    readonly conditional?: true;
    /** For the CBSA of --cbsa */
    readonly wageAdjusted?: {
      readonly oppsRate: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** Facility and physician, where both are for the same locality */
    readonly total?: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Modifier of the row in the fee schedule; empty for none */
    readonly modifier: string;
    /** CMS: rarely or never done at this kind of site */
    readonly na?: true;
    /** Fee schedule amount, before the OPPS cap */
    readonly facility: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** The amount at the OPPS cap; imaging only, by locality */
    readonly oppsCap?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee or the OPPS cap, whichever is lower nationally; only where there is a cap */
    readonly payable?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** What is paid with a modifier that has no row of its own */
    readonly withModifier?: {
      readonly facility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** Derived: the most that a non-participating physician may charge */
    readonly limitingCharge?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee for qualifying participants of advanced APMs, from 2026 */
    readonly qualifyingApm?: {
      readonly facility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
  } | {
    readonly setting: "asc";
    /** National rate; absent for a modifier, which facilities do not have */
    readonly ascRate?: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Paid only when no other service on the claim packages it */
    readonly conditional?: true;
    /** For the CBSA of --cbsa */
    readonly wageAdjusted?: {
      readonly ascRate: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** Facility and physician, where both are for the same locality */
    readonly total?: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Modifier of the row in the fee schedule; empty for none */
    readonly modifier: string;
    /** CMS: rarely or never done at this kind of site */
    readonly na?: true;
    /** Fee schedule amount, before the OPPS cap */
    readonly facility: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** The amount at the OPPS cap; imaging only, by locality */
    readonly oppsCap?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee or the OPPS cap, whichever is lower nationally; only where there is a cap */
    readonly payable?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** What is paid with a modifier that has no row of its own */
    readonly withModifier?: {
      readonly facility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** Derived: the most that a non-participating physician may charge */
    readonly limitingCharge?: {
      readonly facility: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    };
    /** The fee for qualifying participants of advanced APMs, from 2026 */
    readonly qualifyingApm?: {
      readonly facility: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
  })[];
  /** For questions about hospitals; absent where the release was built without OPPS Addendum D1 */
  readonly oppsStatus?: {
    readonly indicator: string;
    /** Item, code or service, in CMS's words */
    readonly service: string;
    /** OPPS payment status, in CMS's words */
    readonly definition: string;
    /** In Addendum B and in Addendum D1 */
    readonly cells: readonly {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    }[];
  };
  /** Other codes on the same claim with which a hospital is paid more; for questions about hospitals */
  readonly pairs?: readonly {
    readonly primary: string;
    readonly secondary: string;
    /** N for an add-on code */
    readonly secondaryStatusIndicator: string;
    /** Whether CMS moves the pair to a higher APC */
    readonly qualifies: boolean;
    readonly primaryApc: (string | null);
    /** APC of the pair if it qualifies; null where none is higher */
    readonly adjustedApc: (string | null);
    /** What the hospital is paid for the primary code without the other */
    readonly alone: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** What the hospital is paid for both: rate of the adjusted APC */
    readonly oppsRate: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** CMS's figures; null where the evaluation was not read */
    readonly evaluation: ({
      /** Claims with the pair */
      readonly frequency: number;
      readonly geometricMeanCost: (string | null);
      /** The pair qualifies from this cost on, with 25 claims or more */
      readonly costThreshold: (string | null);
      readonly comparisonCode: string;
      readonly cells: {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      };
    } | null);
  }[];
  /** Codes with which an ASC bills the code and another one */
  readonly combinations?: readonly {
    readonly code: string;
    readonly primary: string;
    readonly secondary: string;
    readonly ascRate: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Without an Addendum J of the year: the APC that Addendum FF has for the code, and its rate in Addendum B. CMS does not say that a hospital is paid so for the pair */
    readonly inferred: ({
      readonly apc: string;
      readonly oppsRate: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
      readonly cells: {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      };
    } | null);
  }[];
  readonly caveats: readonly {
    readonly id: string;
    readonly text: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }[];
  /** Each reason above in words, as the end of a sentence */
  readonly reasons?: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `diff`: schemas/json/diff.schema.json. */
export type Diff = {
  readonly schema: "ratebook/diff";
  readonly schemaVersion: string;
  readonly from: {
    readonly release: string;
    readonly title: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    readonly manifestSha256: string;
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    readonly files: readonly {
      readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** How it was changed or made, if it is not CMS's own */
      readonly note: (string | null);
      /** For embedded excerpts: the original of the rows */
      readonly excerptOf?: string;
    }[];
    /** Notes on its files, such as a revision that CMS replaced, and what CMS corrected */
    readonly notes: readonly string[];
    /** Tables that the release was built without: they are not compared */
    readonly notRead: readonly {
      readonly table: ("pfs" | "localities" | "opps" | "asc");
      readonly reason: string;
    }[];
    /** Rows of each table with the compared codes; null where it was not read */
    readonly rows: {
      readonly pfs: (number | null);
      readonly localities: (number | null);
      readonly opps: (number | null);
      readonly asc: (number | null);
    };
    /** Rows that break a check and are known exceptions, from the manifest */
    readonly excepted: number;
  };
  readonly to: {
    readonly release: string;
    readonly title: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    readonly manifestSha256: string;
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    readonly files: readonly {
      readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** How it was changed or made, if it is not CMS's own */
      readonly note: (string | null);
      /** For embedded excerpts: the original of the rows */
      readonly excerptOf?: string;
    }[];
    /** Notes on its files, such as a revision that CMS replaced, and what CMS corrected */
    readonly notes: readonly string[];
    /** Tables that the release was built without: they are not compared */
    readonly notRead: readonly {
      readonly table: ("pfs" | "localities" | "opps" | "asc");
      readonly reason: string;
    }[];
    /** Rows of each table with the compared codes; null where it was not read */
    readonly rows: {
      readonly pfs: (number | null);
      readonly localities: (number | null);
      readonly opps: (number | null);
      readonly asc: (number | null);
    };
    /** Rows that break a check and are known exceptions, from the manifest */
    readonly excepted: number;
  };
  /** How a change is split into effects */
  readonly method: string;
  /** Rules that explain changes of amounts, in this document or in the file of --localities-to */
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
  /** Codes of --codes; null for all */
  readonly codes: (readonly string[] | null);
  /** Codes of --codes that neither release has; absent where there are none */
  readonly unknownCodes?: readonly string[];
  readonly factors: readonly {
    readonly schedule: ("pfs" | "opps" | "asc");
    readonly track: (string | null);
    readonly from: (string | null);
    readonly to: (string | null);
  }[];
  /** Largest unexplained change first, of amounts not marked NA; null where a side lacks the file */
  readonly pfs: ({
    readonly tally: {
      readonly before: number;
      readonly after: number;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    /** Fields that were not compared, with the side that does not have the column */
    readonly missingColumns: readonly {
      readonly field: string;
      readonly side: ("from" | "to");
    }[];
    readonly added: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly removed: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly changed: readonly {
      readonly hcpcs: string;
      readonly modifier: string;
      readonly fromRow: number;
      readonly toRow: number;
      readonly fields: Readonly<Record<string, {
        readonly from: (string | boolean | null);
        readonly to: (string | boolean | null);
      }>>;
      readonly nonFacility: {
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
        /** Present where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so no sum and no ranking includes the change */
        readonly na?: {
          readonly from: boolean;
          readonly to: boolean;
        };
      };
      readonly facility: {
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
        /** Present where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so no sum and no ranking includes the change */
        readonly na?: {
          readonly from: boolean;
          readonly to: boolean;
        };
      };
      /** With --localities */
      readonly localities?: readonly {
        readonly locality: string;
        /** The locality before; may have another number */
        readonly from: string;
        readonly nonFacility: {
          readonly from: (string | null);
          readonly to: (string | null);
          /** Null where one side has no amount */
          readonly change: (string | null);
          readonly percent: (string | null);
          /** By cause, including `rounding`; null where one side has no amount */
          readonly effects: (Readonly<Record<string, string>> | null);
          /** Cause to the id of the rule that explains it */
          readonly explained: Readonly<Record<string, string>>;
          /** The part of the change that no rule explains, without rounding */
          readonly unexplained: (string | null);
          /** Present where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so no sum and no ranking includes the change */
          readonly na?: {
            readonly from: boolean;
            readonly to: boolean;
          };
        };
        readonly facility: {
          readonly from: (string | null);
          readonly to: (string | null);
          /** Null where one side has no amount */
          readonly change: (string | null);
          readonly percent: (string | null);
          /** By cause, including `rounding`; null where one side has no amount */
          readonly effects: (Readonly<Record<string, string>> | null);
          /** Cause to the id of the rule that explains it */
          readonly explained: Readonly<Record<string, string>>;
          /** The part of the change that no rule explains, without rounding */
          readonly unexplained: (string | null);
          /** Present where CMS marks an amount NA on a side: the file repeats the other setting's practice expense there, so no sum and no ranking includes the change */
          readonly na?: {
            readonly from: boolean;
            readonly to: boolean;
          };
        };
      }[];
    }[];
  } | null);
  readonly localities: ({
    readonly tally: {
      readonly before: number;
      readonly after: number;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    /** Fields that were not compared, with the side that does not have the column */
    readonly missingColumns: readonly {
      readonly field: string;
      readonly side: ("from" | "to");
    }[];
    readonly added: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly removed: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly changed: readonly {
      readonly locality: string;
      readonly fromRow: number;
      readonly toRow: number;
      readonly fields: Readonly<Record<string, {
        readonly from: (string | boolean | null);
        readonly to: (string | boolean | null);
      }>>;
    }[];
  } | null);
  /** Localities that were renumbered, split, merged or redrawn, found by their counties */
  readonly localityMoves: readonly {
    readonly kind: ("renumbered" | "split" | "merged" | "redrawn");
    readonly from: readonly string[];
    readonly to: readonly string[];
    /** Counties that show the move */
    readonly counties: number;
    /** Which counties went where: `Orange, CA`, by the Census Bureau's names */
    readonly parts: readonly {
      readonly from: string;
      readonly to: string;
      readonly counties: readonly string[];
    }[];
  }[];
  /** With --localities or --localities-to */
  readonly localitySummary?: {
    /** Rows of the compared codes; rows priced on one side only are not in percents */
    readonly rows: {
      readonly pricedOnBoth: number;
      readonly pricedBeforeAlone: number;
      readonly pricedAfterAlone: number;
      /** Priced on both sides and marked NA on one: not in percents and largest changes */
      readonly markedNa: {
        readonly nonFacility: number;
        readonly facility: number;
      };
    };
    readonly localities: readonly {
      readonly locality: string;
      /** The locality before; may have another number */
      readonly from: string;
      readonly name: string;
      readonly nonFacility: {
        readonly rows: number;
        /** Mean of the published percents, rounded half away from zero */
        readonly meanPercent: (string | null);
        readonly medianPercent: (string | null);
      };
      readonly facility: {
        readonly rows: number;
        /** Mean of the published percents, rounded half away from zero */
        readonly meanPercent: (string | null);
        readonly medianPercent: (string | null);
      };
      /** In dollars */
      readonly largestRise: ({
        readonly hcpcs: string;
        readonly modifier: string;
        readonly setting: ("nonFacility" | "facility");
        readonly change: string;
        readonly percent: (string | null);
      } | null);
      /** In dollars */
      readonly largestFall: ({
        readonly hcpcs: string;
        readonly modifier: string;
        readonly setting: ("nonFacility" | "facility");
        readonly change: string;
        readonly percent: (string | null);
      } | null);
    }[];
    /** Localities of one side without a successor or predecessor on the other */
    readonly unmatched: {
      readonly from: readonly string[];
      readonly to: readonly string[];
    };
    /** Lines of the file of --localities-to, without its head; null without that option */
    readonly lines: (number | null);
  };
  readonly opps: ({
    readonly tally: {
      readonly before: number;
      readonly after: number;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    /** Fields that were not compared, with the side that does not have the column */
    readonly missingColumns: readonly {
      readonly field: string;
      readonly side: ("from" | "to");
    }[];
    readonly added: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly removed: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly changed: readonly {
      readonly hcpcs: string;
      readonly fromRow: number;
      readonly toRow: number;
      readonly fields: Readonly<Record<string, {
        readonly from: (string | boolean | null);
        readonly to: (string | boolean | null);
      }>>;
      /** Fields that were not compared: see the table's `notInCopy` */
      readonly notInCopy?: readonly string[];
      readonly rate: {
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      };
    }[];
    readonly notInCopy: {
      /** Number of cells, by the side without them */
      readonly fields: Readonly<Record<string, {
        readonly from: number;
        readonly to: number;
      }>>;
      /** Rows with such a cell. An unchanged row is unchanged only in its other cells */
      readonly rows: {
        readonly changed: number;
        readonly unchanged: number;
      };
    };
  } | null);
  readonly asc: ({
    readonly tally: {
      readonly before: number;
      readonly after: number;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    /** Fields that were not compared, with the side that does not have the column */
    readonly missingColumns: readonly {
      readonly field: string;
      readonly side: ("from" | "to");
    }[];
    readonly added: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly removed: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
    }[];
    readonly changed: readonly {
      readonly hcpcs: string;
      readonly fromRow: number;
      readonly toRow: number;
      readonly fields: Readonly<Record<string, {
        readonly from: (string | boolean | null);
        readonly to: (string | boolean | null);
      }>>;
      /** Fields that were not compared: see the table's `notInCopy` */
      readonly notInCopy?: readonly string[];
      readonly rate: {
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      };
    }[];
    readonly notInCopy: {
      /** Number of cells, by the side without them */
      readonly fields: Readonly<Record<string, {
        readonly from: number;
        readonly to: number;
      }>>;
      /** Rows with such a cell. An unchanged row is unchanged only in its other cells */
      readonly rows: {
        readonly changed: number;
        readonly unchanged: number;
      };
    };
  } | null);
  /** NCCI edits that both releases were built with; absent where there are none */
  readonly ncci?: readonly {
    readonly table: ("ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital");
    /** Codes with a slice in both releases: the edits of no other code were compared. Null where all were */
    readonly codes: (readonly string[] | null);
    readonly tally: {
      readonly before: number;
      readonly after: number;
      readonly added: number;
      readonly removed: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    readonly added: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
      /** CMS's file of several, for procedure-to-procedure edits */
      readonly part?: number;
    }[];
    readonly removed: readonly {
      readonly key: string;
      readonly row: number;
      readonly values: Readonly<Record<string, (string | boolean | null)>>;
      /** CMS's file of several, for procedure-to-procedure edits */
      readonly part?: number;
    }[];
    readonly changed: readonly {
      readonly key: string;
      readonly fromRow: number;
      readonly toRow: number;
      /** CMS's file of several, for procedure-to-procedure edits */
      readonly fromPart?: number;
      /** CMS's file of several, for procedure-to-procedure edits */
      readonly toPart?: number;
      readonly fields: Readonly<Record<string, {
        readonly from: (string | boolean | null);
        readonly to: (string | boolean | null);
      }>>;
    }[];
  }[];
  /** Of compared codes that only one release has; absent where none is on record */
  readonly successions?: {
    readonly successions: readonly {
      readonly deleted: string;
      readonly successor: string;
      /** First day of service of the successor */
      readonly on: string;
      /** What changed with the code, as the end of a sentence */
      readonly scope: string;
    }[];
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  };
};

/** Shape `refresh`: schemas/json/refresh.schema.json. */
export type Refresh = {
  readonly schema: "ratebook/refresh";
  readonly schemaVersion: string;
  /** Day that the report is for */
  readonly day: string;
  /** nothing-new: all that was found is registered; to-review: something waits for a yes; failed: see problems */
  readonly state: ("nothing-new" | "to-review" | "failed" | "applied");
  readonly inForce: ({
    readonly release: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly isBuilt: boolean;
  } | null);
  /** How many files were looked at, and those of which nothing says what they are */
  readonly looked: {
    readonly files: number;
    readonly notRecognised: readonly string[];
  };
  readonly releases: readonly {
    readonly release: string;
    readonly title: string;
    /** Days of service */
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    /** Whether it is registered by itself, such as NCCI edits, so that no release is built with it */
    readonly isBeside: boolean;
    /** ready: every check holds, or what breaks it is accepted by name; to-accept: findings wait for a person; broken: a file is damaged or was read wrongly */
    readonly state: ("ready" | "to-accept" | "broken");
    readonly publications: readonly {
      readonly family: ("pfs" | "opps" | "asc" | "opps-rule" | "ncci" | "ncci-ptp" | "wage-index" | "zip");
      readonly label: string;
      readonly kind: ("new" | "revision" | "completed");
      readonly revision: number;
      /** What changed against the revision before */
      readonly note: (string | null);
      readonly files: readonly {
        readonly role: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
        /** CMS's name for the file */
        readonly name: string;
        /** Null when only the hash was recorded */
        readonly bytes: (number | null);
        readonly sha256: string;
      }[];
    }[];
    readonly facts: readonly {
      readonly fact: string;
      readonly value: (string | null);
      /** printed: CMS's file has it in a cell; computed: it follows from cells; observed: this program saw it, such as the address that it downloaded from; guess: it is read from a name or an address; stated: whoever refreshes says so; unknown: nobody has said it */
      readonly certainty: ("printed" | "computed" | "observed" | "guess" | "stated" | "unknown");
      /** Where it was read, and what it was compared with */
      readonly source: string;
      readonly place?: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
    }[];
    readonly rows: readonly {
      readonly table: string;
      readonly rows: number;
      readonly before: (number | null);
    }[];
    /** Every check whose tables the release has */
    readonly checks: readonly {
      readonly check: string;
      /** Labels of the publications whose rows it compared; none where it compares tables with other releases */
      readonly publications: readonly string[];
      readonly checked: number;
      readonly held: number;
      readonly excepted: number;
    }[];
    /** How each new table differs from its nearest registered one */
    readonly continuity: readonly {
      readonly table: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly rows: number;
      /** Null where no such table is registered: it is not known whether this one is complete */
      readonly beside: ({
        /** Label of the nearest registered publication with the table */
        readonly publication: string;
        /** Years between the two; 0 in the same year */
        readonly years: number;
        readonly rows: number;
        /** Rows of that publication that this one lacks */
        readonly gone: {
          readonly number: number;
          /** The first fifty */
          readonly first: readonly string[];
        };
        /** Rows that that publication lacks */
        readonly fresh: {
          readonly number: number;
          /** The first fifty */
          readonly first: readonly string[];
        };
        readonly columns: readonly {
          readonly field: string;
          /** Rows of both with a figure, or with a text other than the usual one */
          readonly filled: number;
          /** Of those, rows with another text, or with a figure that is new, is gone, or changed relative to the others to more than double or less than half, or by 3 % in a small table */
          readonly moved: number;
          /** Of those, rows with a figure of more than 8 times or less than an eighth, or changed by 20 % in a small table */
          readonly far: number;
        }[];
      } | null);
    }[];
    readonly findings: readonly {
      readonly check: string;
      readonly key: string;
      readonly message: string;
      readonly place: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
    }[];
    /** Findings that whoever refreshes has accepted, each with the reason */
    readonly accepted: readonly {
      readonly check: string;
      readonly key: string;
      readonly reason: string;
      readonly source: string;
    }[];
    readonly problems: readonly {
      /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
      readonly code: string;
      readonly place: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
      /** What is wrong: the value that was read, and what was expected */
      readonly message: string;
      /** What to do about it */
      readonly cure: string;
    }[];
    /** Null where no earlier release is available, or this one could not be built */
    readonly compared: ({
      readonly with: string;
      readonly headline: readonly string[];
    } | null);
  }[];
  readonly gated: readonly {
    readonly family: ("pfs" | "opps" | "asc" | "opps-rule" | "ncci" | "ncci-ptp" | "wage-index" | "zip");
    readonly id: (string | null);
    readonly address: string;
    /** Page with the licence, for a person to read and accept */
    readonly licence: string;
  }[];
  readonly gone: readonly {
    readonly label: string;
    readonly address: string;
    /** Whether its bytes are still available here */
    readonly isHeld: boolean;
  }[];
  /** What was seen and done on CMS's pages */
  readonly notes: readonly string[];
  readonly problems: readonly {
    /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
    readonly code: string;
    readonly place: {
      /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row?: number;
      /** Column letter, or two joined by a colon */
      readonly column?: string;
      /** Joined heading of the column */
      readonly heading?: string;
      /** HCPCS and modifier, or locality, of the row */
      readonly key?: string;
    };
    /** What is wrong: the value that was read, and what was expected */
    readonly message: string;
    /** What to do about it */
    readonly cure: string;
  }[];
};

/** Shape `portfolio`: schemas/json/portfolio.schema.json. */
export type Portfolio = {
  readonly schema: "ratebook/portfolio";
  readonly schemaVersion: string;
  readonly from: {
    readonly release: string;
    readonly title: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    readonly manifestSha256: string;
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    readonly files: readonly {
      readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** How it was changed or made, if it is not CMS's own */
      readonly note: (string | null);
      /** For embedded excerpts: the original of the rows */
      readonly excerptOf?: string;
    }[];
    /** Notes on its files, such as a revision that CMS replaced, and what CMS corrected */
    readonly notes: readonly string[];
    /** Tables that the release was built without: they are not compared */
    readonly notRead: readonly {
      readonly table: ("pfs" | "localities" | "opps" | "asc");
      readonly reason: string;
    }[];
    /** Rows of each table with the compared codes; null where it was not read */
    readonly rows: {
      readonly pfs: (number | null);
      readonly localities: (number | null);
      readonly opps: (number | null);
      readonly asc: (number | null);
    };
    /** Rows that break a check and are known exceptions, from the manifest */
    readonly excepted: number;
  };
  readonly to: {
    readonly release: string;
    readonly title: string;
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    readonly manifestSha256: string;
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    readonly files: readonly {
      readonly id: ("rvu" | "rvu-qpp" | "gpci" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "addendum-b" | "asc-aa" | "asc-bb" | "asc-dd1" | "asc-ee" | "asc-ff" | "addendum-a" | "addendum-d1" | "addendum-d2" | "addendum-e" | "addendum-j-pairs" | "addendum-j-evaluation" | "addendum-j-ranks" | "addendum-j-exclusions" | "addendum-m" | "addendum-p" | "ncci-addon" | "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme" | "ncci-ptp-practitioner" | "ncci-ptp-hospital" | "wage-index" | "zip5");
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** How it was changed or made, if it is not CMS's own */
      readonly note: (string | null);
      /** For embedded excerpts: the original of the rows */
      readonly excerptOf?: string;
    }[];
    /** Notes on its files, such as a revision that CMS replaced, and what CMS corrected */
    readonly notes: readonly string[];
    /** Tables that the release was built without: they are not compared */
    readonly notRead: readonly {
      readonly table: ("pfs" | "localities" | "opps" | "asc");
      readonly reason: string;
    }[];
    /** Rows of each table with the compared codes; null where it was not read */
    readonly rows: {
      readonly pfs: (number | null);
      readonly localities: (number | null);
      readonly opps: (number | null);
      readonly asc: (number | null);
    };
    /** Rows that break a check and are known exceptions, from the manifest */
    readonly excepted: number;
  };
  readonly volumes: {
    readonly file: string;
    readonly sha256: string;
    /** Rows with a volume */
    readonly rows: number;
    readonly columns: readonly {
      readonly column: string;
      readonly heading: string;
      readonly field: (("code" | "modifier" | "setting" | "pos" | "locality" | "zip" | "units" | "claim" | "day") | null);
    }[];
    readonly skipped: readonly {
      readonly row: number;
      readonly text: string;
      readonly kind: ("total" | "headings" | "text");
      /** Of a total */
      readonly units?: number;
      /** The sum of the rows above a total, all or since the last total */
      readonly above?: number;
    }[];
  };
  /** `read` is the sum of the others */
  readonly units: {
    readonly read: number;
    readonly inTotal: number;
    readonly apart: number;
    readonly notCompared: number;
    readonly notUnderstood: number;
  };
  readonly modifiers: {
    /** They do not change the amount; their services are counted as the others */
    readonly passed: readonly {
      readonly modifier: string;
      readonly count: number;
      readonly what: string;
    }[];
    /** They change it, or may */
    readonly apart: readonly {
      readonly modifier: string;
      readonly count: number;
      readonly what: string;
    }[];
    /** What the indicator of a code's row says about a modifier that changes the amount */
    readonly rules: readonly {
      readonly hcpcs: string;
      readonly modifier: string;
      readonly indicator: string;
      /** As CMS prints it in the later release */
      readonly value: string;
      readonly meaning: string;
    }[];
  };
  /** How a change is split into effects */
  readonly method: string;
  /** What the amounts include, and what they do not */
  readonly notes: readonly string[];
  /** Changes of localities in the file */
  readonly localityMoves: readonly {
    readonly kind: ("renumbered" | "split" | "merged" | "redrawn");
    readonly from: readonly string[];
    readonly to: readonly string[];
    /** Counties that show the move */
    readonly counties: number;
    /** Which counties went where: `Orange, CA`, by the Census Bureau's names */
    readonly parts: readonly {
      readonly from: string;
      readonly to: string;
      readonly counties: readonly string[];
    }[];
  }[];
  readonly total: {
    /** Services, reversals subtracted */
    readonly count: number;
    readonly before: string;
    readonly after: string;
    readonly change: string;
    readonly percent: (string | null);
    /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
    readonly effects: Readonly<Record<string, string>>;
    /** By rule: the effects that it explains */
    readonly explained: Readonly<Record<string, string>>;
    /** Effects that no rule explains, without `rounding` and `notSplit` */
    readonly unexplained: string;
  };
  readonly bySetting: readonly {
    readonly setting: ("nonFacility" | "facility" | "hopd" | "asc");
    /** Services, reversals subtracted */
    readonly count: number;
    readonly before: string;
    readonly after: string;
    readonly change: string;
    readonly percent: (string | null);
    /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
    readonly effects: Readonly<Record<string, string>>;
    /** By rule: the effects that it explains */
    readonly explained: Readonly<Record<string, string>>;
    /** Effects that no rule explains, without `rounding` and `notSplit` */
    readonly unexplained: string;
  }[];
  /** Largest change first */
  readonly byCode: readonly {
    readonly hcpcs: string;
    /** Services, reversals subtracted */
    readonly count: number;
    readonly before: string;
    readonly after: string;
    readonly change: string;
    readonly percent: (string | null);
    /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
    readonly effects: Readonly<Record<string, string>>;
    /** By rule: the effects that it explains */
    readonly explained: Readonly<Record<string, string>>;
    /** Effects that no rule explains, without `rounding` and `notSplit` */
    readonly unexplained: string;
  }[];
  /** What is priced claim by claim; null for a file without claim ids */
  readonly claims: ({
    /** Rows of claims */
    readonly rows: number;
    /** Rows without a claim id: each is counted alone */
    readonly withoutId: number;
    /** Largest change first */
    readonly sums: readonly {
      /** As the file has it; present where the row is priced with the others of its claim */
      readonly claim: string;
      readonly setting: ("nonFacility" | "facility" | "hopd" | "asc");
      /** Of the lines with an amount on both sides */
      readonly hcpcs: readonly string[];
      readonly lines: number;
      /** Lines of it without an amount on a side: in no sum */
      readonly notCompared: number;
      /** An amount is in doubt: `steps` of its lines say why */
      readonly doubtful: boolean;
      /** Services, reversals subtracted */
      readonly count: number;
      readonly before: string;
      readonly after: string;
      readonly change: string;
      readonly percent: (string | null);
      /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
      readonly effects: Readonly<Record<string, string>>;
      /** By rule: the effects that it explains */
      readonly explained: Readonly<Record<string, string>>;
      /** Effects that no rule explains, without `rounding` and `notSplit` */
      readonly unexplained: string;
    }[];
  } | null);
  /** Pairs of which both codes are in rows without a claim id */
  readonly pairsAlone: readonly {
    readonly setting: ("hopd" | "asc");
    readonly primary: string;
    readonly secondary: string;
    readonly release: string;
    /** What the facility is paid for one of each on one claim */
    readonly together: string;
    readonly text: string;
  }[];
  /** In the order of the file */
  readonly lines: readonly {
    /** Row of the volumes file */
    readonly row: number;
    /** As the file has it; present where the row is priced with the others of its claim */
    readonly claim?: string;
    readonly hcpcs: string;
    readonly modifier: string;
    readonly setting: ("nonFacility" | "facility" | "hopd" | "asc");
    /** Null for national amounts */
    readonly locality: (string | null);
    /** The locality on each side, found by its counties, if its number changed */
    readonly localities?: {
      readonly from: string;
      readonly to: string;
    };
    /** Other modifiers of the row: those that do not change the amount, and in `apart` those that do */
    readonly modifiers?: readonly string[];
    /** Present where CMS marks the setting NA on a side: rarely or never done there. Counted, because the file lists it */
    readonly na?: {
      readonly from: boolean;
      readonly to: boolean;
    };
    /** Of one service; of all units of the line, where it is priced with its claim */
    readonly from: string;
    readonly to: string;
    /** Of the line of a claim */
    readonly steps?: {
      readonly from: {
        /** The step that was taken; null where CMS prints the amount itself */
        readonly rule: (string | null);
        /** Of each unit, where several procedures are ranked */
        readonly percents?: readonly string[];
        /** What the other lines do to it; null where nothing */
        readonly why: (string | null);
        readonly doubt?: ("inferred" | "may-be-more");
      };
      readonly to: {
        /** The step that was taken; null where CMS prints the amount itself */
        readonly rule: (string | null);
        /** Of each unit, where several procedures are ranked */
        readonly percents?: readonly string[];
        /** What the other lines do to it; null where nothing */
        readonly why: (string | null);
        readonly doubt?: ("inferred" | "may-be-more");
      };
    };
    /** Services, reversals subtracted */
    readonly count: number;
    readonly before: string;
    readonly after: string;
    readonly change: string;
    readonly percent: (string | null);
    /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
    readonly effects: Readonly<Record<string, string>>;
    /** By rule: the effects that it explains */
    readonly explained: Readonly<Record<string, string>>;
    /** Effects that no rule explains, without `rounding` and `notSplit` */
    readonly unexplained: string;
  }[];
  /** Rows with a modifier that changes the amount, priced without it: not in `total` */
  readonly apart: {
    readonly total: {
      /** Services, reversals subtracted */
      readonly count: number;
      readonly before: string;
      readonly after: string;
      readonly change: string;
      readonly percent: (string | null);
      /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
      readonly effects: Readonly<Record<string, string>>;
      /** By rule: the effects that it explains */
      readonly explained: Readonly<Record<string, string>>;
      /** Effects that no rule explains, without `rounding` and `notSplit` */
      readonly unexplained: string;
    };
    readonly lines: readonly {
      /** Row of the volumes file */
      readonly row: number;
      /** As the file has it; present where the row is priced with the others of its claim */
      readonly claim?: string;
      readonly hcpcs: string;
      readonly modifier: string;
      readonly setting: ("nonFacility" | "facility" | "hopd" | "asc");
      /** Null for national amounts */
      readonly locality: (string | null);
      /** The locality on each side, found by its counties, if its number changed */
      readonly localities?: {
        readonly from: string;
        readonly to: string;
      };
      /** Other modifiers of the row: those that do not change the amount, and in `apart` those that do */
      readonly modifiers?: readonly string[];
      /** Present where CMS marks the setting NA on a side: rarely or never done there. Counted, because the file lists it */
      readonly na?: {
        readonly from: boolean;
        readonly to: boolean;
      };
      /** Of one service; of all units of the line, where it is priced with its claim */
      readonly from: string;
      readonly to: string;
      /** Of the line of a claim */
      readonly steps?: {
        readonly from: {
          /** The step that was taken; null where CMS prints the amount itself */
          readonly rule: (string | null);
          /** Of each unit, where several procedures are ranked */
          readonly percents?: readonly string[];
          /** What the other lines do to it; null where nothing */
          readonly why: (string | null);
          readonly doubt?: ("inferred" | "may-be-more");
        };
        readonly to: {
          /** The step that was taken; null where CMS prints the amount itself */
          readonly rule: (string | null);
          /** Of each unit, where several procedures are ranked */
          readonly percents?: readonly string[];
          /** What the other lines do to it; null where nothing */
          readonly why: (string | null);
          readonly doubt?: ("inferred" | "may-be-more");
        };
      };
      /** Services, reversals subtracted */
      readonly count: number;
      readonly before: string;
      readonly after: string;
      readonly change: string;
      readonly percent: (string | null);
      /** By cause: effect times count, rounded to the cent in each row of the file. `rounding` is the rest */
      readonly effects: Readonly<Record<string, string>>;
      /** By rule: the effects that it explains */
      readonly explained: Readonly<Record<string, string>>;
      /** Effects that no rule explains, without `rounding` and `notSplit` */
      readonly unexplained: string;
    }[];
    readonly adjusted: {
      /** Rows with one such modifier whose share of the amount is recorded */
      readonly lines: readonly {
        readonly row: number;
        readonly modifier: string;
        /** Of the amount without the modifier, by the indicator of the code's row in each release */
        readonly percents: {
          readonly from: string;
          readonly to: string;
        };
        readonly count: number;
        /** Each service rounded half up to the cent */
        readonly before: string;
        readonly after: string;
        readonly change: string;
      }[];
      readonly count: number;
      readonly before: string;
      readonly after: string;
      readonly change: string;
      /** Sources of the shares */
      readonly rules: readonly string[];
    };
  };
  /** Not in any sum: new, ended, contractor-priced or packaged on a side */
  readonly notCompared: readonly {
    /** Row of the volumes file */
    readonly row: number;
    /** As the file has it; present where the row is priced with the others of its claim */
    readonly claim?: string;
    readonly hcpcs: string;
    readonly modifier: string;
    readonly setting: ("nonFacility" | "facility" | "hopd" | "asc");
    /** Null for national amounts */
    readonly locality: (string | null);
    /** The locality on each side, found by its counties, if its number changed */
    readonly localities?: {
      readonly from: string;
      readonly to: string;
    };
    /** Other modifiers of the row: those that do not change the amount, and in `apart` those that do */
    readonly modifiers?: readonly string[];
    /** Present where CMS marks the setting NA on a side: rarely or never done there. Counted, because the file lists it */
    readonly na?: {
      readonly from: boolean;
      readonly to: boolean;
    };
    readonly count: number;
    readonly before: ({
      readonly value: string;
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    readonly after: ({
      readonly value: string;
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
  }[];
  readonly notUnderstood: readonly {
    readonly row: number;
    /** As the file has it; present where the row is priced with the others of its claim */
    readonly claim?: string;
    /** The row as it stands in the file, shortened */
    readonly text: string;
    readonly count: number;
    readonly why: string;
  }[];
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `price`: schemas/json/price.schema.json. */
export type Price = {
  readonly schema: "ratebook/price";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  /** Days of service of the release */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  /** Day of service of --on; null without it */
  readonly day: (string | null);
  /** Of the physician's amounts; null for national ones */
  readonly place: ({
    readonly locality: string;
    readonly name: string;
    readonly state: (string | null);
    /** The locality, or the ZIP code or county and its row */
    readonly foundBy: string;
  } | null);
  readonly lines: readonly {
    /** Position in the question, from 1 */
    readonly line: number;
    readonly hcpcs: string;
    readonly modifiers: readonly string[];
    readonly units: number;
  }[];
  readonly settings: readonly {
    readonly setting: ("office" | "hopd" | "asc");
    /** The hospital or the ASC; null for an office */
    readonly facility: ({
      readonly lines: readonly {
        /** Position in the question, from 1 */
        readonly line: number;
        readonly hcpcs: string;
        readonly modifiers: readonly string[];
        readonly units: number;
        /** For one unit with its modifiers, without the other lines */
        readonly alone: ({
          readonly value: string;
          /** Explained in `rules`; absent where CMS prints the amount itself */
          readonly rule?: string;
          readonly cells: readonly {
            /** CMS's name: archive and member */
            readonly file: string;
            /** Worksheet, for workbooks */
            readonly sheet?: string;
            readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
            /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
            readonly excerptOf?: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly columns: readonly {
              /** Column letter in the file */
              readonly column: string;
              /** Joined heading as CMS prints it */
              readonly heading: string;
            }[];
          }[];
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
        });
        /** Of each unit, where several procedures are ranked */
        readonly percents?: readonly string[];
        /** For the line; its rule is the step that was taken */
        readonly paid: ({
          readonly value: string;
          /** Explained in `rules`; absent where CMS prints the amount itself */
          readonly rule?: string;
          readonly cells: readonly {
            /** CMS's name: archive and member */
            readonly file: string;
            /** Worksheet, for workbooks */
            readonly sheet?: string;
            readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
            /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
            readonly excerptOf?: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly columns: readonly {
              /** Column letter in the file */
              readonly column: string;
              /** Joined heading as CMS prints it */
              readonly heading: string;
            }[];
          }[];
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
        });
        /** What the other lines do to it, in our own words; null where nothing */
        readonly why: (string | null);
        /** CMS: rarely or never done by a physician at this kind of site */
        readonly na?: true;
        /** CMS does not say the amount, or a file that may raise it was not read; `why` says more */
        readonly doubt?: ("inferred" | "may-be-more");
      }[];
      readonly total: {
        /** Null where no line has an amount */
        readonly value: (string | null);
        /** Lines that have no amount, and are not in the sum */
        readonly without: readonly number[];
        /** Lines whose amount is in doubt, and is in the sum */
        readonly doubtful: readonly number[];
      };
    } | null);
    readonly physician: {
      readonly lines: readonly {
        /** Position in the question, from 1 */
        readonly line: number;
        readonly hcpcs: string;
        readonly modifiers: readonly string[];
        readonly units: number;
        /** For one unit with its modifiers, without the other lines */
        readonly alone: ({
          readonly value: string;
          /** Explained in `rules`; absent where CMS prints the amount itself */
          readonly rule?: string;
          readonly cells: readonly {
            /** CMS's name: archive and member */
            readonly file: string;
            /** Worksheet, for workbooks */
            readonly sheet?: string;
            readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
            /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
            readonly excerptOf?: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly columns: readonly {
              /** Column letter in the file */
              readonly column: string;
              /** Joined heading as CMS prints it */
              readonly heading: string;
            }[];
          }[];
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
        });
        /** Of each unit, where several procedures are ranked */
        readonly percents?: readonly string[];
        /** For the line; its rule is the step that was taken */
        readonly paid: ({
          readonly value: string;
          /** Explained in `rules`; absent where CMS prints the amount itself */
          readonly rule?: string;
          readonly cells: readonly {
            /** CMS's name: archive and member */
            readonly file: string;
            /** Worksheet, for workbooks */
            readonly sheet?: string;
            readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
            /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
            readonly excerptOf?: string;
            /** Row as a spreadsheet numbers it, from 1 */
            readonly row: number;
            readonly columns: readonly {
              /** Column letter in the file */
              readonly column: string;
              /** Joined heading as CMS prints it */
              readonly heading: string;
            }[];
          }[];
        } | {
          readonly value: null;
          /** Machine-readable */
          readonly reason: string;
        });
        /** What the other lines do to it, in our own words; null where nothing */
        readonly why: (string | null);
        /** CMS: rarely or never done by a physician at this kind of site */
        readonly na?: true;
        /** CMS does not say the amount, or a file that may raise it was not read; `why` says more */
        readonly doubt?: ("inferred" | "may-be-more");
      }[];
      readonly total: {
        /** Null where no line has an amount */
        readonly value: (string | null);
        /** Lines that have no amount, and are not in the sum */
        readonly without: readonly number[];
        /** Lines whose amount is in doubt, and is in the sum */
        readonly doubtful: readonly number[];
      };
    };
    /** Facility and physician; null for an office, and at a place: the facility's rates are national */
    readonly total: ({
      /** Null where no line has an amount */
      readonly value: (string | null);
      /** Lines that have no amount, and are not in the sum */
      readonly without: readonly number[];
      /** Lines whose amount is in doubt, and is in the sum */
      readonly doubtful: readonly number[];
    } | null);
  }[];
  /** NCCI edits that the lines meet */
  readonly edits: readonly {
    readonly kind: ("ptp" | "add-on" | "mue");
    readonly lines: readonly number[];
    readonly of: ("practitioner" | "hospital");
    readonly text: string;
    /** Lines that are not paid by the edit; their amounts are 0.00 */
    readonly denies: readonly number[];
    /** Lines of which it is not known whether or how much is paid */
    readonly doubts: readonly number[];
    readonly cells: readonly {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    }[];
  }[];
  readonly notConsidered: readonly {
    readonly what: string;
    readonly why: string;
  }[];
  /** Notes on the files that this release was built from */
  readonly notes: readonly string[];
  readonly caveats: readonly {
    readonly id: string;
    readonly text: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }[];
  /** Each reason above in words, as the end of a sentence */
  readonly reasons: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `together`: schemas/json/together.schema.json. */
export type Together = {
  readonly schema: "ratebook/together";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  /** Days of service of the release */
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  /** Day of service of --on; null without it */
  readonly day: (string | null);
  readonly hcpcs: string;
  /** Null for everything about one code */
  readonly other: (string | null);
  /** OPPS complexity adjustments, those that qualify first */
  readonly pairs: readonly {
    readonly primary: string;
    readonly secondary: string;
    /** N for an add-on code */
    readonly secondaryStatusIndicator: string;
    /** Whether CMS moves the pair to a higher APC */
    readonly qualifies: boolean;
    readonly primaryApc: (string | null);
    /** APC of the pair if it qualifies; null where none is higher */
    readonly adjustedApc: (string | null);
    /** What the hospital is paid for the primary code without the other */
    readonly alone: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** What the hospital is paid for both: rate of the adjusted APC */
    readonly oppsRate: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** CMS's figures; null where the evaluation was not read */
    readonly evaluation: ({
      /** Claims with the pair */
      readonly frequency: number;
      readonly geometricMeanCost: (string | null);
      /** The pair qualifies from this cost on, with 25 claims or more */
      readonly costThreshold: (string | null);
      readonly comparisonCode: string;
      readonly cells: {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      };
    } | null);
  }[];
  /** What a hospital is paid for two codes that Addendum J does not list as a pair; null otherwise */
  readonly verdict: (string | null);
  /** Combination codes of the ASC addenda */
  readonly combinations: readonly {
    readonly code: string;
    readonly primary: string;
    readonly secondary: string;
    readonly ascRate: ({
      readonly value: string;
      /** Explained in `rules`; absent where CMS prints the amount itself */
      readonly rule?: string;
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
    } | {
      readonly value: null;
      /** Machine-readable */
      readonly reason: string;
    });
    /** Without an Addendum J of the year: the APC that Addendum FF has for the code, and its rate in Addendum B. CMS does not say that a hospital is paid so for the pair */
    readonly inferred: ({
      readonly apc: string;
      readonly oppsRate: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
      readonly cells: {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      };
    } | null);
  }[];
  /** NCCI add-on code edits in force */
  readonly addOns: readonly {
    readonly addOn: string;
    /** Null where the contractor defines the primary codes */
    readonly primary: (string | null);
    readonly type: ("1" | "2" | "3");
    /** Of the type, in our own words */
    readonly meaning: string;
    /** First day of the edit */
    readonly effective: string;
    /** Last day of the edit; null while CMS has not deleted it */
    readonly deletion: (string | null);
    readonly cells: {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    };
  }[];
  /** Medically unlikely edits of the codes */
  readonly units: readonly {
    readonly hcpcs: string;
    readonly of: ("practitioner" | "hospital" | "dme");
    /** 0: not payable */
    readonly value: number;
    readonly adjudicationIndicator: ("1" | "2" | "3");
    /** The indicator in CMS's words */
    readonly adjudication: string;
    /** In CMS's words */
    readonly rationale: string;
    readonly cells: {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    };
  }[];
  /** NCCI procedure-to-procedure edits in force */
  readonly edits: readonly {
    readonly setting: ("practitioner" | "hospital");
    /** The code that is paid */
    readonly column1: string;
    /** The code that is not paid beside it */
    readonly column2: string;
    readonly modifierIndicator: ("0" | "1" | "9");
    /** Of the indicator, in our own words */
    readonly meaning: string;
    /** Modifiers with which column 2 is paid too; none unless the indicator is 1 */
    readonly modifiers: readonly string[];
    /** First day of the edit */
    readonly effective: string;
    /** Last day of the edit; null while CMS has not deleted it */
    readonly deletion: (string | null);
    /** In CMS's words */
    readonly rationale: string;
    readonly cells: {
      /** CMS's name: archive and member */
      readonly file: string;
      /** Worksheet, for workbooks */
      readonly sheet?: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
      readonly excerptOf?: string;
      /** Row as a spreadsheet numbers it, from 1 */
      readonly row: number;
      readonly columns: readonly {
        /** Column letter in the file */
        readonly column: string;
        /** Joined heading as CMS prints it */
        readonly heading: string;
      }[];
    };
  }[];
  /** Day on which the edits are in force: that of --on, else the first day of the release */
  readonly editsOn: string;
  /** What is not known because the release was built without a file */
  readonly missing: readonly {
    readonly what: string;
    readonly message: string;
  }[];
  /** Each reason above in words, as the end of a sentence */
  readonly reasons: Readonly<Record<string, string>>;
  readonly caveats: readonly {
    readonly id: string;
    readonly text: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }[];
  readonly cites: readonly {
    readonly title: string;
    readonly href?: string;
  }[];
};

/** Shape `timeline`: schemas/json/timeline.schema.json. */
export type Timeline = {
  readonly schema: "ratebook/timeline";
  readonly schemaVersion: string;
  readonly hcpcs: string;
  /** Value of --modifier; null for the row usually paid at each setting */
  readonly modifier: (string | null);
  /** Null for national amounts */
  readonly locality: ({
    readonly locality: string;
    readonly name: string;
  } | null);
  readonly life: {
    /** First built release that has the code, by days of service */
    readonly first: string;
    /** Last built release that has the code */
    readonly last: string;
    /** Built releases that do not have it; an excerpt has a few codes only */
    readonly absentFrom: readonly string[];
    /** Last day of service in CMS's add-on code edits, as the last release that was built with them has it; null for a code in force, one that they do not list, and without them */
    readonly deleted: ({
      readonly lastDay: string;
      readonly release: string;
      readonly cells: {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      };
    } | null);
    /** Null where none is on record */
    readonly successions: ({
      readonly successions: readonly {
        readonly deleted: string;
        readonly successor: string;
        /** First day of service of the successor */
        readonly on: string;
        /** What changed with the code, as the end of a sentence */
        readonly scope: string;
      }[];
      readonly cites: readonly {
        readonly title: string;
        readonly href?: string;
      }[];
    } | null);
  };
  readonly method: string;
  /** By first day of service */
  readonly points: readonly {
    readonly release: string;
    readonly title: string;
    /** Days of service */
    readonly window: {
      readonly from: string;
      readonly to: string;
    };
    readonly coverage: ("whole" | "partial" | "excerpt");
    /** Changes are between releases in force only; `other-revision` is another revision of a release */
    readonly standing: ("in-force" | "superseded" | "never-in-force" | "other-revision");
    /** Last release that CMS replaced it with for the same days */
    readonly replacedBy: (string | null);
    /** Files of the figures and reasons, by short name */
    readonly files: Readonly<Record<string, {
      /** CMS's name: archive and member */
      readonly name: string;
      /** Worksheet that was read, for workbooks */
      readonly sheet?: string;
      readonly sha256: string;
      /** `cms` for CMS's own figures; other values for copies and unregistered files */
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
      /** For embedded excerpts: the original of the rows */
      readonly excerptOf?: string;
    }>>;
    /** Notes on the files that this release was built from, and on its locality */
    readonly notes: readonly string[];
    /** The locality, by its number in this release; null for national amounts, and where its counties are in no locality or in several */
    readonly locality: (string | null);
    /** Conversion factor and track of the physician's amounts */
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    /** Conversion factor of the other track, and the input of its amounts */
    readonly qualifyingApm: ({
      readonly conversionFactor: {
        readonly value: string;
        /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
        readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
      };
      readonly basis: string;
    } | null);
    readonly gpci: ({
      readonly work: string;
      readonly pe: string;
      readonly mp: string;
    } | null);
    /** The rows of the physician's two amounts; one if it is the same */
    readonly rvus: readonly {
      readonly modifier: string;
      readonly status: string;
      readonly workRvu: string;
      readonly nonFacilityPeRvu: string;
      readonly facilityPeRvu: string;
      readonly mpRvu: string;
      readonly nonFacilityTotal: string;
      readonly facilityTotal: string;
      readonly pctcIndicator: string;
      readonly globalDays: string;
      /** CMS prints RVUs that Medicare does not use; null where its file does not have the mark */
      readonly notUsedForMedicare: (boolean | null);
      readonly source: {
        /** Short name of the file, explained in the release's `files` */
        readonly file: string;
        readonly row: number;
        readonly columns: Readonly<Record<string, {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }>>;
      };
    }[];
    readonly opps: ({
      readonly statusIndicator: string;
      readonly apc: (string | null);
      readonly relativeWeight: (string | null);
      readonly source: {
        /** Short name of the file, explained in the release's `files` */
        readonly file: string;
        readonly row: number;
        readonly columns: Readonly<Record<string, {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }>>;
      };
    } | null);
    readonly asc: ({
      readonly addendum: string;
      readonly paymentIndicator: string;
      readonly paymentWeight: (string | null);
      readonly source: {
        /** Short name of the file, explained in the release's `files` */
        readonly file: string;
        readonly row: number;
        readonly columns: Readonly<Record<string, {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }>>;
      };
    } | null);
    /** The physician's amount in an office */
    readonly nonFacility: {
      readonly value: (string | null);
      /** Machine-readable reason why there is no amount; null where there is one */
      readonly reason: (string | null);
      /** Explained in `amountRules`; null where CMS prints the amount, or there is none */
      readonly rule: (string | null);
      /** Cells that the amount was read or computed from; empty where there is none */
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
      /** Null for the first release, and where a side lacks the source */
      readonly change: ({
        readonly since: string;
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      } | null);
      /** Modifier of the row in the fee schedule: 26 where a facility splits the service */
      readonly modifier: string;
      /** CMS: rarely or never done at this kind of site */
      readonly na?: true;
      /** The amount at the OPPS cap; imaging only, by locality */
      readonly oppsCap?: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
      /** The lower of the two; only where there is a cap */
      readonly payable?: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
      /** The fee for qualifying participants of advanced APMs, from 2026 */
      readonly qualifyingApm?: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** The physician's amount in a hospital outpatient department */
    readonly facility: {
      readonly value: (string | null);
      /** Machine-readable reason why there is no amount; null where there is one */
      readonly reason: (string | null);
      /** Explained in `amountRules`; null where CMS prints the amount, or there is none */
      readonly rule: (string | null);
      /** Cells that the amount was read or computed from; empty where there is none */
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
      /** Null for the first release, and where a side lacks the source */
      readonly change: ({
        readonly since: string;
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      } | null);
      /** Modifier of the row in the fee schedule: 26 where a facility splits the service */
      readonly modifier: string;
      /** CMS: rarely or never done at this kind of site */
      readonly na?: true;
      /** The amount at the OPPS cap; imaging only, by locality */
      readonly oppsCap?: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
      /** The lower of the two; only where there is a cap */
      readonly payable?: {
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
      /** The fee for qualifying participants of advanced APMs, from 2026 */
      readonly qualifyingApm?: ({
        readonly value: string;
        /** Explained in `rules`; absent where CMS prints the amount itself */
        readonly rule?: string;
        readonly cells: readonly {
          /** CMS's name: archive and member */
          readonly file: string;
          /** Worksheet, for workbooks */
          readonly sheet?: string;
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
          readonly excerptOf?: string;
          /** Row as a spreadsheet numbers it, from 1 */
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      } | {
        readonly value: null;
        /** Machine-readable */
        readonly reason: string;
      });
    };
    /** The hospital's national rate */
    readonly oppsRate: {
      readonly value: (string | null);
      /** Machine-readable reason why there is no amount; null where there is one */
      readonly reason: (string | null);
      /** Explained in `amountRules`; null where CMS prints the amount, or there is none */
      readonly rule: (string | null);
      /** Cells that the amount was read or computed from; empty where there is none */
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
      /** Null for the first release, and where a side lacks the source */
      readonly change: ({
        readonly since: string;
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      } | null);
      /** Paid only when no other service on the claim packages it */
      readonly conditional?: true;
    };
    /** The ASC's national rate */
    readonly ascRate: {
      readonly value: (string | null);
      /** Machine-readable reason why there is no amount; null where there is one */
      readonly reason: (string | null);
      /** Explained in `amountRules`; null where CMS prints the amount, or there is none */
      readonly rule: (string | null);
      /** Cells that the amount was read or computed from; empty where there is none */
      readonly cells: readonly {
        /** CMS's name: archive and member */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
        /** For embedded excerpts: CMS's whole file. `row` is that of the excerpt */
        readonly excerptOf?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row: number;
        readonly columns: readonly {
          /** Column letter in the file */
          readonly column: string;
          /** Joined heading as CMS prints it */
          readonly heading: string;
        }[];
      }[];
      /** Null for the first release, and where a side lacks the source */
      readonly change: ({
        readonly since: string;
        readonly from: (string | null);
        readonly to: (string | null);
        /** Null where one side has no amount */
        readonly change: (string | null);
        readonly percent: (string | null);
        /** By cause, including `rounding`; null where one side has no amount */
        readonly effects: (Readonly<Record<string, string>> | null);
        /** Cause to the id of the rule that explains it */
        readonly explained: Readonly<Record<string, string>>;
        /** The part of the change that no rule explains, without rounding */
        readonly unexplained: (string | null);
      } | null);
    };
  }[];
  /** Releases that were in force between the first and the last, and are not built */
  readonly notBuilt: readonly string[];
  /** Rules that computed the amounts */
  readonly amountRules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
  /** Rules that explain changes */
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `audit`: schemas/json/audit.schema.json. */
export type Audit = {
  readonly schema: "ratebook/audit";
  readonly schemaVersion: string;
  readonly release: string;
  /** `whole`: every registered table was read; `partial`: some were not; `excerpt`: the embedded excerpt was read */
  readonly coverage: ("whole" | "partial" | "excerpt");
  readonly title: string;
  readonly window: {
    readonly from: string;
    readonly to: string;
  };
  readonly day: (string | null);
  readonly table: {
    readonly name: string;
    readonly sha256: string;
  };
  /** Which column was read as what */
  readonly columns: readonly {
    readonly column: string;
    readonly heading: string;
    /** Null for a column that is not read */
    readonly field: (string | null);
  }[];
  /** How the table was read. `table`: its rows say it */
  readonly read: {
    readonly release: {
      readonly by: ("given" | "guessed" | "default" | "table");
    };
    readonly place: {
      readonly by: ("given" | "guessed" | "default" | "table");
      readonly locality: (("national" | string) | null);
      readonly name: string;
      /** Figures that speak for it; null where none was asked */
      readonly figures: (number | null);
    };
    readonly setting: {
      readonly by: ("given" | "guessed" | "default" | "table");
      readonly amount: (("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal") | null);
      readonly site?: ("hopd" | "asc");
      /** Figures that speak for it; null where none was asked */
      readonly figures: (number | null);
    };
    /** Of Medicare's amount, where --percent says so */
    readonly percent: (string | null);
    /** Dollars */
    readonly tolerance: string;
  };
  /** The one release, place and setting that explain most figures */
  readonly looksLike: ({
    /** How it differs from what was compared with; empty where it does not */
    readonly equals: {
      /** It is that of another release */
      readonly release?: string;
      /** It is another amount of the same row: the setting is another one */
      readonly amount?: ("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal");
      /** Of a total */
      readonly site?: ("hopd" | "asc");
      /** It is that of the code's row with another modifier; blank for none */
      readonly modifier?: string;
      /** It is that of another place. CMS publishes no mean of localities */
      readonly place?: ("national" | "mean-of-localities" | string);
      /** It has the RVUs of the release, at another conversion factor */
      readonly factor?: string;
      /** It is this percentage of the amount */
      readonly percent?: string;
      /** It is 100 times the amount, or a hundredth of it */
      readonly unit?: ("cents" | "hundredths");
      /** It is the amount in whole dollars */
      readonly rounded?: true;
      /** It is what a facility is paid once for the code with one of these codes on one claim */
      readonly pairedWith?: readonly string[];
    };
    readonly text: string;
    readonly figures: number;
  } | null);
  readonly counts: {
    readonly figures: number;
    readonly equal: number;
    readonly equalToOther: number;
    readonly wrong: number;
    readonly notPriced: number;
    readonly unknownCode: number;
    readonly deletedCode: number;
    readonly notRead: number;
    /** Cells without a figure */
    readonly blank: number;
    /** Figures and rows for which the exit code is 1 */
    readonly drift: number;
  };
  /** What the figures that equal something else have in common, the most frequent first */
  readonly causes: readonly {
    readonly equals: {
      /** It is that of another release */
      readonly release?: string;
      /** It is another amount of the same row: the setting is another one */
      readonly amount?: ("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal");
      /** Of a total */
      readonly site?: ("hopd" | "asc");
      /** It is that of the code's row with another modifier; blank for none */
      readonly modifier?: string;
      /** It is that of another place. CMS publishes no mean of localities */
      readonly place?: ("national" | "mean-of-localities" | string);
      /** It has the RVUs of the release, at another conversion factor */
      readonly factor?: string;
      /** It is this percentage of the amount */
      readonly percent?: string;
      /** It is 100 times the amount, or a hundredth of it */
      readonly unit?: ("cents" | "hundredths");
      /** It is the amount in whole dollars */
      readonly rounded?: true;
      /** It is what a facility is paid once for the code with one of these codes on one claim */
      readonly pairedWith?: readonly string[];
    };
    readonly text: string;
    readonly figures: number;
  }[];
  readonly summary: string;
  /** In the order of the table */
  readonly figures: readonly {
    /** Of the table; in JSON the number of the row among those that were found, and one more */
    readonly row: number;
    /** In JSON: the keys that lead to the row */
    readonly path?: string;
    readonly column: string;
    readonly code: string;
    readonly modifier: string;
    readonly amount: ("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal");
    readonly site?: ("hopd" | "asc");
    readonly locality: ("national" | string);
    readonly seen: string;
    readonly verdict: ({
      readonly kind: "equal";
      readonly expected: {
        readonly value: string;
        readonly release: string;
        /** An entry of `rules`; null for a figure that CMS prints */
        readonly rule: (string | null);
        /** Of the row, where it is not that of the table: a physician's usual row */
        readonly modifier?: string;
      };
      /** Without its sign, where --tolerance allows it */
      readonly difference?: string;
    } | {
      readonly kind: "equal-to-other";
      readonly expected: {
        readonly value: string;
        readonly release: string;
        /** An entry of `rules`; null for a figure that CMS prints */
        readonly rule: (string | null);
        /** Of the row, where it is not that of the table: a physician's usual row */
        readonly modifier?: string;
      };
      readonly difference: string;
      readonly percent: ((string | null) | null);
      readonly equals: {
        /** It is that of another release */
        readonly release?: string;
        /** It is another amount of the same row: the setting is another one */
        readonly amount?: ("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal");
        /** Of a total */
        readonly site?: ("hopd" | "asc");
        /** It is that of the code's row with another modifier; blank for none */
        readonly modifier?: string;
        /** It is that of another place. CMS publishes no mean of localities */
        readonly place?: ("national" | "mean-of-localities" | string);
        /** It has the RVUs of the release, at another conversion factor */
        readonly factor?: string;
        /** It is this percentage of the amount */
        readonly percent?: string;
        /** It is 100 times the amount, or a hundredth of it */
        readonly unit?: ("cents" | "hundredths");
        /** It is the amount in whole dollars */
        readonly rounded?: true;
        /** It is what a facility is paid once for the code with one of these codes on one claim */
        readonly pairedWith?: readonly string[];
      };
      /** What it equals, in words */
      readonly text: string;
    } | {
      readonly kind: "wrong";
      readonly expected: {
        readonly value: string;
        readonly release: string;
        /** An entry of `rules`; null for a figure that CMS prints */
        readonly rule: (string | null);
        /** Of the row, where it is not that of the table: a physician's usual row */
        readonly modifier?: string;
      };
      readonly difference: string;
      readonly percent: ((string | null) | null);
    } | {
      readonly kind: "not-priced";
      readonly release: string;
      readonly reason: string;
      /** The reason as the end of a sentence */
      readonly text: string;
      /** What the figure equals all the same */
      readonly equals?: {
        /** It is that of another release */
        readonly release?: string;
        /** It is another amount of the same row: the setting is another one */
        readonly amount?: ("nonFacility" | "facility" | "oppsRate" | "ascRate" | "total" | "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal");
        /** Of a total */
        readonly site?: ("hopd" | "asc");
        /** It is that of the code's row with another modifier; blank for none */
        readonly modifier?: string;
        /** It is that of another place. CMS publishes no mean of localities */
        readonly place?: ("national" | "mean-of-localities" | string);
        /** It has the RVUs of the release, at another conversion factor */
        readonly factor?: string;
        /** It is this percentage of the amount */
        readonly percent?: string;
        /** It is 100 times the amount, or a hundredth of it */
        readonly unit?: ("cents" | "hundredths");
        /** It is the amount in whole dollars */
        readonly rounded?: true;
        /** It is what a facility is paid once for the code with one of these codes on one claim */
        readonly pairedWith?: readonly string[];
      };
      readonly equalsText?: string;
      /** Present where a facility is paid for the code through pairs */
      readonly pairs?: readonly {
        readonly with: string;
        /** The APC of Addendum J, or the combination code of an ASC */
        readonly through: string;
        readonly amount: string;
        /** From Addendum FF: the release was built without Addendum J */
        readonly inferred?: true;
      }[];
      /** False for a 0: the table says that nothing is paid */
      readonly isDrift: boolean;
    } | {
      readonly kind: ("unknown-code" | "deleted-code");
      readonly release: string;
      readonly text: string;
      /** A built release that has the code: the last one before, else a later one */
      readonly lastRelease: (string | null);
      /** The figure there */
      readonly last: (string | null);
    });
  }[];
  readonly notRead: readonly {
    /** Of the table; in JSON the number of the row among those that were found, and one more */
    readonly row: number;
    /** In JSON: the keys that lead to the row */
    readonly path?: string;
    readonly text: string;
    readonly why: string;
  }[];
  readonly notes: readonly string[];
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly formula: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `locality-changes-head`: schemas/json/locality-changes-head.schema.json. */
export type LocalityChangesHead = {
  readonly schema: "ratebook/locality-changes";
  readonly schemaVersion: string;
  readonly from: {
    readonly release: string;
    readonly manifestSha256: string;
  };
  readonly to: {
    readonly release: string;
    readonly manifestSha256: string;
  };
  /** Order of the amounts in every array */
  readonly localities: readonly {
    readonly locality: string;
    /** The locality before; may have another number */
    readonly from: string;
    /** Causes that a rule explains in every amount of the locality */
    readonly explained: Readonly<Record<string, string>>;
  }[];
  readonly rules: Readonly<Record<string, {
    readonly title: string;
    readonly cites: readonly {
      readonly title: string;
      readonly href?: string;
    }[];
  }>>;
};

/** Shape `locality-changes-line`: schemas/json/locality-changes-line.schema.json. */
export type LocalityChangesLine = {
  readonly hcpcs: string;
  readonly modifier: string;
  readonly setting: ("nonFacility" | "facility");
  readonly fromRow: number;
  readonly toRow: number;
  /** Present where CMS marks the setting NA on a side: rarely or never done there */
  readonly na?: {
    readonly from: boolean;
    readonly to: boolean;
  };
  /** Causes that a rule explains in every locality */
  readonly explained: Readonly<Record<string, string>>;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly change: readonly string[];
  readonly percent: readonly (string | null)[];
  /** By cause, including `rounding`: they add up to the change. Causes that are 0 everywhere are left out */
  readonly effects: Readonly<Record<string, readonly string[]>>;
};

/** Shape `data-package`: schemas/json/data-package.schema.json. */
export type DataPackage = {
  readonly profile: "data-package";
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licenses: readonly {
    readonly name?: string;
    readonly title: string;
    readonly path: string;
  }[];
  readonly sources: readonly {
    readonly title: string;
    readonly path: string;
  }[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly format: "json";
    readonly mediatype: "application/json";
    readonly encoding: "utf-8";
    readonly bytes: number;
    readonly hash: string;
    /** Name of the shape under schemas/json */
    readonly documentSchema: string;
    /** Where the rows are in the JSON */
    readonly dialect?: {
      readonly property: string;
      readonly itemType: "object";
    };
    /** For tables: their columns and keys */
    readonly schema?: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: ("string" | "integer" | "boolean" | "array" | "object" | "any");
        readonly description?: string;
      }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: string;
        readonly reference: {
          readonly resource: string;
          readonly fields: string;
        };
      }[];
    };
  }[];
};

/** Shape `attestation`: schemas/json/attestation.schema.json. */
export type Attestation = {
  readonly _type: "https://in-toto.io/Statement/v1";
  /** Every other file of the release, including the manifest */
  readonly subject: readonly {
    readonly name: string;
    readonly digest: {
      readonly sha256: string;
    };
  }[];
  readonly predicateType: "https://slsa.dev/provenance/v1";
  readonly predicate: {
    readonly buildDefinition: {
      readonly buildType: "urn:ratebook:build:1";
      readonly externalParameters: {
        readonly release: string;
        /** Codes with a document of their own */
        readonly codes: readonly string[];
        /** Value of --format; null without it */
        readonly format: (("csv" | "txt" | "xlsx") | null);
        /** Whether files with other bytes than the registered ones were allowed */
        readonly allowChanged: boolean;
        /** Whether a release that is not registered was allowed */
        readonly allowUnregistered: boolean;
        /** sha256 over the files of the user's registry; absent where none was used */
        readonly registry?: string;
        /** Sources that --without left out */
        readonly without?: readonly ("pfs" | "gpci" | "opps" | "asc" | "qpp" | "opps-cap" | "anesthesia" | "anesthesia-base-units" | "counties" | "asc-indicators" | "asc-excluded" | "asc-device-offsets" | "opps-rule" | "ncci" | "ncci-ptp" | "wage-index" | "zip")[];
        /** Sources that --with asked for; absent where none was */
        readonly with?: readonly ("ncci" | "ncci-ptp")[];
        /** Accepted findings in unregistered files; absent where there are none */
        readonly accepted?: readonly {
          readonly check: string;
          readonly key: string;
          readonly reason: string;
        }[];
      };
      /** The files that were read */
      readonly resolvedDependencies: readonly {
        /** Archive and member, or name of the file */
        readonly name: string;
        /** Of the uncompressed member */
        readonly digest: {
          readonly sha256: string;
        };
        readonly annotations: {
          readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
          /** CMS's file that the rows were taken from; not the file that was read */
          readonly excerptOf?: string;
          /** Archive that the file was read from */
          readonly archive?: {
            readonly name: string;
            readonly sha256: string;
            readonly url: (string | null);
          };
        };
      }[];
    };
    readonly runDetails: {
      readonly builder: {
        readonly id: "urn:ratebook:builder";
        readonly version: {
          /** Version of the program */
          readonly ratebook: string;
          /** sha256 over the program and its data about CMS's files */
          readonly code?: string;
        };
      };
    };
  };
};

/** Shape `attestation-signed`: schemas/json/attestation-signed.schema.json. */
export type AttestationSigned = {
  readonly payload: string;
  readonly payloadType: "application/vnd.in-toto+json";
  readonly signatures: readonly {
    /** sha256 of the public key (SPKI, DER) */
    readonly keyid: string;
    readonly sig: string;
  }[];
};

/** Shape `conformance`: schemas/json/conformance.schema.json. */
export type Conformance = {
  readonly schema: "ratebook/conformance";
  readonly schemaVersion: string;
  /** Every compared amount is equal, and everything could be read */
  readonly matched: boolean;
  readonly payments: readonly {
    readonly file: string;
    readonly sha256: string;
    /** Release that it was compared with */
    readonly release: string;
    /** Set when the release of the file is not available and another one was used */
    readonly fallback: ({
      readonly wanted: string;
      readonly reason: string;
    } | null);
    /** Why the file belongs to this release */
    readonly releaseBecause: string;
    readonly conversionFactor: {
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    };
    /** Why the file belongs to this track; null where there is one factor */
    readonly trackBecause: (string | null);
    readonly inputs: readonly {
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    }[];
    /** Records, including copies */
    readonly rows: number;
    /** Codes and localities of the readable records, each counted once */
    readonly distinctRows: number;
    /** Records without a difference */
    readonly equalRows: number;
    readonly passedOver: {
      readonly header: number;
      readonly trailer: number;
      readonly blank: number;
      readonly endMark: number;
    };
    readonly columns: Readonly<Record<string, {
      readonly matched: number;
      readonly compared: number;
    }>>;
    /** Primary Care First fees in the therapy column since 2021: not compared */
    readonly flatVisitFees: {
      readonly rows: number;
      readonly codes: readonly string[];
    };
    /** Rows that we price in the file's localities and that the file lacks: a problem when its name promises all codes; null for a file with a few codes */
    readonly unlisted: ({
      readonly rows: number;
      readonly codes: readonly string[];
      /** Localities in the file */
      readonly localities: {
        readonly listed: number;
        readonly all: number;
      };
    } | null);
    readonly differenceCount: number;
    /** The first 1,000 */
    readonly differences: readonly {
      /** Line of the published file, from 1 */
      readonly line: number;
      readonly hcpcs: string;
      readonly modifier: string;
      readonly locality: string;
      readonly column: ("rows" | "nonFacility" | "facility" | "pctcIndicator" | "status" | "multipleSurgery" | "oppsIndicator" | "oppsNonFacility" | "oppsFacility" | "therapyNonInstitutional" | "therapyInstitutional");
      readonly published: string;
      /** Null where we have none; `reason` says why */
      readonly ours: (string | null);
      readonly reason?: string;
      readonly derivation?: {
        /** Id of the rule */
        readonly rule: string;
        /** The rule with the figures of this row and locality */
        readonly formula: string;
        /** The exact result of the formula */
        readonly unrounded: string;
        /** Cells of the figures */
        readonly cells: readonly {
          readonly file: string;
          readonly row: number;
          readonly columns: readonly {
            /** Column letter in the file */
            readonly column: string;
            /** Joined heading as CMS prints it */
            readonly heading: string;
          }[];
        }[];
      };
    }[];
    readonly problems: readonly {
      /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
      readonly code: string;
      readonly place: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
      /** What is wrong: the value that was read, and what was expected */
      readonly message: string;
      /** What to do about it */
      readonly cure: string;
    }[];
  }[];
  readonly lookUps: readonly {
    readonly file: string;
    readonly sha256: string;
    /** Null where no release with its conversion factor is available */
    readonly release: (string | null);
    /** Why it was compared with this release, or with none */
    readonly releaseBecause: string;
    /** As printed in the export; null when no row could be read */
    readonly conversionFactor: ({
      readonly value: string;
      /** The clinicians that it is for: one factor for all until 2025, two tracks since 2026 */
      readonly track: (("all-clinicians" | "non-qualifying-apm" | "qualifying-apm") | null);
    } | null);
    readonly inputs: readonly {
      readonly name: string;
      readonly sha256: string;
      readonly origin: ("cms" | "edited" | "reconstructed" | "transcribed" | "unverified");
    }[];
    readonly rows: number;
    /** Rows without a difference */
    readonly equalRows: number;
    /** Rows whose differences are all explained */
    readonly explainedRows: number;
    /** Prices and limiting charges, and how many of them are the product of the row's own RVUs, GPCIs and conversion factor */
    readonly arithmetic: {
      readonly matched: number;
      readonly compared: number;
    };
    readonly columns: Readonly<Record<string, {
      readonly matched: number;
      readonly explained: number;
      readonly compared: number;
    }>>;
    /** Listed differences that occurred */
    readonly explained: readonly {
      /** The GPCI or NA mark that differs; amounts depend on it */
      readonly field: string;
      readonly published: string;
      readonly ours: string;
      readonly reason: string;
      readonly source: string;
      readonly rows: number;
    }[];
    readonly differenceCount: number;
    /** The first 1,000 */
    readonly differences: readonly {
      /** Row of the export as a spreadsheet numbers it, from 1 */
      readonly line: number;
      readonly hcpcs: string;
      readonly modifier: string;
      /** 0000000 for national amounts */
      readonly locality: string;
      /** Heading in the export; `row` where we do not have the row */
      readonly column: string;
      readonly published: string;
      /** Null where we have none; `reason` says why */
      readonly ours: (string | null);
      readonly reason?: string;
    }[];
    readonly problems: readonly {
      /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
      readonly code: string;
      readonly place: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
      /** What is wrong: the value that was read, and what was expected */
      readonly message: string;
      /** What to do about it */
      readonly cure: string;
    }[];
  }[];
  /** Files with the same bytes as an earlier one: not compared again */
  readonly copies: readonly {
    readonly file: string;
    readonly of: string;
    readonly sha256: string;
  }[];
  /** Files in the folders and archives that are not payment amount files or exports */
  readonly notRead: readonly string[];
  readonly oppsCap: readonly {
    readonly release: string;
    readonly file: string;
    readonly sha256: string;
    /** Rows with two prices each */
    readonly rows: number;
    readonly matched: number;
    /** Codes and localities that the file must have, and how many of them it has */
    readonly listed: {
      readonly matched: number;
      readonly compared: number;
    };
    readonly excepted: readonly {
      readonly key: string;
      readonly rows: number;
      readonly reason: string;
      readonly source: string;
    }[];
    readonly differenceCount: number;
    /** Rows that differ and are not listed exceptions, the first 1,000; and what could not be read */
    readonly problems: readonly {
      /** Kind of problem, for example heading.missing or check.pfs.non-facility-total */
      readonly code: string;
      readonly place: {
        /** Archive and member as published, for example RVU25A.zip > PPRRVU25_JAN.csv */
        readonly file: string;
        /** Worksheet, for workbooks */
        readonly sheet?: string;
        /** Row as a spreadsheet numbers it, from 1 */
        readonly row?: number;
        /** Column letter, or two joined by a colon */
        readonly column?: string;
        /** Joined heading of the column */
        readonly heading?: string;
        /** HCPCS and modifier, or locality, of the row */
        readonly key?: string;
      };
      /** What is wrong: the value that was read, and what was expected */
      readonly message: string;
      /** What to do about it */
      readonly cure: string;
    }[];
  }[];
};
