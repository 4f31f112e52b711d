import { getLabel, type Reading } from '@/components/view/reading'
import { OFFICIAL } from '@/domain/claimant'
import type { Messages } from '@/messages/en'
import { getMessages } from '@/messages/messages'

/** Who published an edition: an editor's public name; the record itself by the name it has in the reader's language. */
export function getAuthorText(words: Messages, authorName: string): string {
  return authorName === getMessages('en').site.name ? words.site.name : authorName
}

/** Who claims a figure, short: an official one is called so, since the publisher of its source is named beside it. */
export function getClaimantText(reading: Reading, id: string): string {
  return id === OFFICIAL ? reading.words.codes['observation.status'].official : getLabel(reading, 'claimant', id).text
}
