import { customType } from 'drizzle-orm/pg-core'

/** Ids, codes and partial dates: compared and ordered by code point on every machine. */
export const code = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** A file as it is. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
