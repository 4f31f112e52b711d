import type { AnyFields, Noun } from '@/domain/field'

/** A version of a record, as the database lists it. */
export type RecordLike = { noun: Noun; id: string; fromEdition: number; fields: AnyFields }
