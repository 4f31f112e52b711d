import { notFound } from 'next/navigation'
import type { DeskDone, DeskError } from '@/domain/desk-code'
import type { Language } from '@/domain/field'
import { getDeskMessages } from '@/messages/desk/desk'
import type { DeskMessages } from '@/messages/desk/desk.en'

/** What Next hands a page of the desk. */
export type DeskPageProps<P extends object = object> = {
  params: Promise<{ language: string } & P>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** The language of a page of the desk and its words. */
export async function getDeskWords(props: DeskPageProps): Promise<{ language: Language; words: DeskMessages }> {
  const { language } = await props.params
  if (language !== 'en' && language !== 'zh') notFound()
  return { language, words: getDeskMessages(language) }
}

/** What a form post left in the address: codes that are known, and where to go on. Everything else is left aside. */
export async function getAfterPost(props: DeskPageProps, words: DeskMessages) {
  const { error, done, to } = await props.searchParams
  return {
    error: isCode<DeskError>(error, words.errors) ? error : null,
    done: isCode<DeskDone>(done, words.done) ? done : null,
    to: typeof to === 'string' ? to : null,
  }
}

/** One value of the address; null where it is not there or there more than once. */
export async function getQuery(props: DeskPageProps, name: string): Promise<string | null> {
  const value = (await props.searchParams)[name]
  return typeof value === 'string' ? value : null
}

function isCode<C extends string>(given: unknown, known: { [code in C]: string }): given is C {
  return typeof given === 'string' && Object.hasOwn(known, given)
}

/** The words that every form of the desk takes along into the browser. */
export function pickFormWords({ errors, done, summary, pending, link, copy, prove, factor }: DeskMessages) {
  return { errors, done, summary, pending, link, copy, prove, factor }
}
