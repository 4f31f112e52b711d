import Link from 'next/link'
import type { Noun } from '@/domain/field'
import { getName, hrefToRecord, type Name, type Reading } from './reading'

/** A name, marked with its language where that is not the page's. */
export function NameText({ name }: { name: Name }) {
  return name.lang ? <span lang={name.lang === 'zh' ? 'zh-Hans' : 'en'}>{name.text}</span> : name.text
}

/** The name of a record, leading to its page. */
export function RecordLink({ reading, noun, id, text }: { reading: Reading; noun: Noun; id: string; text?: string }) {
  return (
    <Link href={hrefToRecord(reading, noun, id)} prefetch={false}>
      {text ?? <NameText name={getName(noun, id, reading.labels[noun]?.[id], reading)} />}
    </Link>
  )
}
