/** A moment to the minute, in UTC: the desk is kept from several time zones. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{formatMinute(at)}</time>
}

/** `2026-11-23 22:40 UTC` */
export function formatMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
