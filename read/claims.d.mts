// ratebook/read/claims: what Medicare pays for the lines of one claim. Apache-2.0

/** Shape `together`: schemas/json/together.schema.json. */
export type TogetherDocument = {
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

/** Shape `price`: schemas/json/price.schema.json. */
export type PriceDocument = {
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

/** What is wrong with a file or a question, as the command line says it with `--json`. */
export interface ClaimsProblem {
    /** `document.changed`, `code.unknown`, `release.not-built`, `question.malformed`, ... */
    readonly code: string;
    readonly place: {
        readonly file: string;
    };
    readonly message: string;
    /** What to do. */
    readonly cure: string;
}
/** Where built releases are: the folder with `index.json` as a path (Node only) or a URL; or who reads its files. */
export type ClaimsSource = string | URL | {
    /** Bytes of a file by its path in the folder, such as `2026A/manifest.json`; undefined where there is none. */
    readonly read: (path: string) => Promise<Uint8Array | undefined>;
};
/** Which release answers: the one in force on a day, one by name, or without both the latest. */
export type WhichRelease = {
    readonly on?: undefined;
    readonly release?: undefined;
}
/** Day of service: `"2026-02-14"`. */
 | {
    readonly on: string;
    readonly release?: undefined;
}
/** `"2026A"`. */
 | {
    readonly release: string;
    readonly on?: undefined;
};
/** The place of the physician's amounts; without one they are national. */
export type ClaimPlace = {
    readonly locality?: undefined;
    readonly zip?: undefined;
}
/** A key, `"0111205"`, or a name. */
 | {
    readonly locality: string;
    readonly zip?: undefined;
} | {
    readonly zip: string;
    readonly locality?: undefined;
};
/** What is paid together with a code, or for two codes. */
export type TogetherQuestion = WhichRelease & {
    readonly code: string;
    readonly other?: string | undefined;
};
/** What the lines of one claim are paid: one patient, one day, one physician, one facility. */
export type PriceQuestion = WhichRelease & ClaimPlace & {
    /** HCPCS codes with their modifiers and units: `["22511", "22512x2", "77012-26"]`. */
    readonly lines: readonly string[];
    /** Without it: all three. */
    readonly setting?: "office" | "hopd" | "asc" | undefined;
};
/** Built releases that answer questions about claims. Files are read when an answer first needs them, each once. */
export interface OpenedClaims {
    /**
     * The document that `ratebook together --json` prints.
     *
     * @throws ClaimsError for a file that is not as built, and for a question without an answer
     */
    together(question: TogetherQuestion): Promise<TogetherDocument>;
    /**
     * The document that `ratebook price --json` prints.
     *
     * @throws ClaimsError for a file that is not as built, and for a question without an answer
     */
    price(question: PriceQuestion): Promise<PriceDocument>;
}

/** A file that is not as built, a release that is not there, or a question without an answer. */
export declare class ClaimsError extends Error {
    readonly problem: ClaimsProblem;
    constructor(problem: ClaimsProblem, message: string);
}

/**
 * Opens built releases for questions about claims. It reads nothing yet.
 *
 * ```js
 * const claims = openClaims("out");
 * const { settings } = await claims.price({ lines: ["22511", "22512"], setting: "hopd", release: "2025A" });
 * settings[0].facility.total.value; // "7143.73"
 * ```
 *
 * @param source the folder that `ratebook build` wrote, or `claims/` of a package that `ratebook pack --claims` wrote
 */
export declare function openClaims(source: ClaimsSource): OpenedClaims;
