import type { Language, Noun } from '@/domain/field'

/** Where a record is edited; strangers are sent to sign in and come back. */
export function editHref(language: Language, noun: Noun, id?: string): string {
  return `${language === 'zh' ? '/zh' : ''}/edit/${noun}${id === undefined ? '' : `/${id}`}`
}

/** Where an edition is taken back. */
export function undoHref(language: Language, edition: number): string {
  return `${language === 'zh' ? '/zh' : ''}/edit/undo/${edition}`
}
