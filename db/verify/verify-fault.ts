/** The first thing found wrong: in which edition, with which record, and what. */
export type Fault = { edition: number; noun?: string; id?: string; fault: FaultKind; detail?: string }
export type FaultKind =
  | 'number'
  | 'digest'
  /** A document without its salt that no redaction sealed like this. */
  | 'mark'
  /** What was redacted still stands in a version. */
  | 'unmarked'
  /** The count of redactions is not that of the editions that hold one. */
  | 'redactions'
  | 'content'
  | 'previous'
  | 'hash'
  | 'base'
  | 'reference'
  | 'rests'
  | 'row-missing'
  | 'row-differs'
  | 'row-end'
  | 'rows-more'
  | 'totals'

/** Thrown where a fault is found. */
export class Found extends Error {
  constructor(readonly fault: Fault) {
    super(fault.fault)
  }
}
