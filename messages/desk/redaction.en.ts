/** Every word of asking for and confirming redactions, in English. */
export const redactionEn = {
  title: 'Redactions',
  lede: 'What one administrator asks to have taken out of every version of a record, another confirms. It cannot be brought back.',
  waiting: 'Waiting',
  decided: 'Decided',
  none: 'None.',
  more: 'Only the newest {count} are listed.',
  record: 'Record and fields',
  reason: 'Reason, and who asked',
  outcome: 'Outcome',
  action: 'Action',
  separator: ', ',
  done: 'Redacted in edition {n}, confirmed by {name}',
  withdrawn: 'Taken back by {name}',
  confirm: 'Redact for good',
  withdraw: 'Take back',
  named: '{action}: {record}',
  own: 'Another administrator has to confirm what you asked for.',
  link: 'Redact',
  askTitle: 'Redact: {name}',
  askLede:
    'What you choose is replaced by a mark in every version of this record, published or proposed. Nobody can bring it back. Another administrator has to confirm it.',
  limits:
    'Not reached are summaries of editions, notes on proposals, attached files, other records, backups, and copies that others have taken.',
  choose: 'What is to be redacted',
  reasonLabel: 'Public reason',
  reasonHint: 'Stands beside the new edition for everyone to read. Do not repeat what is redacted.',
  ask: 'Ask for the redaction',
  nothing: 'No version of this record holds anything that can be redacted.',
}
export type RedactionMessages = typeof redactionEn
