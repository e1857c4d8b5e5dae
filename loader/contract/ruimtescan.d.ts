// Types of <ruimte-scan>. Importing "ruimtescan" defines the element; it exports nothing.

/** What `scan-step` says: a question is on the screen. */
export interface ScanStepDetail {
  /** Its number, from 1. */
  number: number;
  /** How many questions there are. */
  total: number;
}

/** What `scan-problem` says: something that the page, or whoever keeps it, can mend. Never an answer. */
export interface ScanProblemDetail {
  /** `program`, `arrival`, `crash`; or the attribute or method that was given something unknown; or `content-problem`. */
  problem: string;
  /** What was given there; of `content-problem` the place in the content. */
  value?: string;
  /** What can be given there; of `content-problem` what to do. */
  allowed?: string;
}

/** The events of a scan. They bubble and cross shadow roots, and never carry an answer. */
export interface RuimteScanEventMap {
  "scan-started": CustomEvent<null>;
  "scan-step": CustomEvent<ScanStepDetail>;
  "scan-completed": CustomEvent<null>;
  "scan-problem": CustomEvent<ScanProblemDetail>;
}

/** Where the scan can be told to go: a screen, or the number of a question. No further than the answers reach. */
export type ScanScreen = "intro" | "result" | "method" | number | `${number}`;

export interface RuimteScan extends HTMLElement {
  /** Forgets every answer, in memory and in storage, and goes to the intro: for the next person. */
  reset(): void;
  /** Goes to this screen. */
  open(screen: ScanScreen): void;
  addEventListener<K extends keyof RuimteScanEventMap>(
    type: K,
    listener: (this: RuimteScan, event: RuimteScanEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ruimte-scan": RuimteScan;
  }
}
