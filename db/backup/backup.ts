import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { tables } from '@/db/record-table'
import { nouns } from '@/domain/field'
import { BACKUP_VERSION, type BackupHead, type LineKind, LineSeal } from './backup-format'

/**
 * Not in a backup: the versions of records, which follow from the change documents, and what lets somebody in without a
 * password, so that an old backup opens no session again that was closed, and no link or token that was used up.
 */
const left = new Set([
  ...nouns.map((noun) => `public.${getTableName(tables[noun])}`),
  'public.tombstone',
  ...['session', 'link', 'token', 'sign_in_try'].map((name) => `desk.${name}`),
])

const ROWS_A_FETCH = 500

type StoredTable = { name: string; columns: string[]; key: string[]; hasFiles: boolean }

/**
 * The whole record and desk as the lines of a backup file (see {@link BackupHead}), from one snapshot; what is published
 * meanwhile is not in it. Rows are fetched as they are taken, a file that proves something one at a time.
 * @param ownerUrl the login that owns the database
 */
export async function* writeBackup(ownerUrl: string): AsyncGenerator<string> {
  const client = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', search_path: 'public' },
  })
  const connection = await client.reserve()
  try {
    await connection`begin isolation level repeatable read read only`
    yield* seal(writeLines(connection))
    await connection`commit`
  } finally {
    connection.release()
    await client.end({ timeout: 5 })
  }
}

async function* seal(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  const made = new LineSeal()
  for await (const line of lines) {
    made.add(line)
    yield line
  }
  yield toLine('end', JSON.stringify(made.toEnd()))
}

async function* writeLines(connection: postgres.ReservedSql): AsyncGenerator<string> {
  const [newest] = await connection<{ n: number | null }[]>`select max(n) as n from edition`
  const head: BackupHead = {
    backup: 'pot-and-iron',
    version: BACKUP_VERSION,
    at: new Date().toISOString(),
    edition: newest?.n ?? 0,
  }
  yield toLine('head', JSON.stringify(head))
  for (const table of await listTables(connection)) {
    if (table.name === 'public.edition_change') continue
    yield toLine('table', JSON.stringify({ name: table.name, columns: table.columns }))
    if (table.name === 'public.edition') yield* writeEditions(connection)
    else for await (const row of readRows(connection, table)) yield toLine('row', row)
  }
}

async function* writeEditions(connection: postgres.ReservedSql): AsyncGenerator<string> {
  const change = await describeTable(connection, 'public.edition_change')
  yield toLine('change-columns', JSON.stringify({ columns: change.columns }))
  const editions = await connection<
    { n: number; line: string }[]
  >`select n, to_json(e)::text as line from edition e order by n`
  for (const { n, line } of editions) {
    yield toLine('edition', line)
    const changes = connection<{ line: string }[]>`
      select to_json(c)::text as line from edition_change c where edition = ${n} order by seq`.cursor(ROWS_A_FETCH)
    for await (const rows of changes) for (const row of rows) yield toLine('change', row.line)
  }
}

async function* readRows(
  connection: postgres.ReservedSql,
  { name, key, hasFiles }: StoredTable,
): AsyncGenerator<string> {
  const order = key.map((column) => `"${column}"`).join(', ')
  const rows = connection
    .unsafe<{ line: string }[]>(`select to_json(t)::text as line from ${name} t order by ${order}`)
    .cursor(hasFiles ? 1 : ROWS_A_FETCH)
  for await (const page of rows) for (const { line } of page) yield line
}

/** All tables of both schemas but those left out, each after those it refers to. */
async function listTables(connection: postgres.ReservedSql): Promise<StoredTable[]> {
  const rows = await connection<{ name: string; rests: string[] }[]>`
    select format('%s.%I', n.nspname, c.relname) as name,
      array(
        select format('%s.%I', tn.nspname, t.relname) from pg_constraint f
        join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and t.oid <> c.oid
      ) as rests
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'desk') order by 1`
  const waiting = new Map(
    rows.filter(({ name }) => !left.has(name.replaceAll('"', ''))).map((row) => [row.name, row.rests]),
  )
  const ordered: string[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, rests]) => !rests.some((name) => waiting.has(name))).map(([name]) => name)
    if (ready.length === 0) throw new Error(`these tables refer to each other: ${[...waiting.keys()].join(', ')}`)
    for (const name of ready) waiting.delete(name)
    ordered.push(...ready)
  }
  const described: StoredTable[] = []
  for (const name of ordered) described.push(await describeTable(connection, name))
  return described
}

async function describeTable(connection: postgres.ReservedSql, name: string): Promise<StoredTable> {
  const columns = await connection<{ column: string; type: string; place: number | null }[]>`
    select a.attname as column, a.atttypid::regtype::text as type, array_position(k.conkey::int[], a.attnum::int) as place
    from pg_attribute a left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p'
    where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`
  const key = columns.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place))
  return {
    name,
    columns: columns.map(({ column }) => column),
    key: key.map(({ column }) => column),
    hasFiles: columns.some(({ type }) => type === 'bytea'),
  }
}

function toLine(kind: LineKind, json: string): string {
  return `${kind} ${json}\n`
}
