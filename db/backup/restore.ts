import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Transaction } from '@/db/client'
import type { SettledChange } from '@/db/publish-result'
import { describeVersions } from '@/db/write-versions'
import { type Operation, parseChangeDocument } from '@/domain/change'
import {
  BACKUP_VERSION,
  type BackupHead,
  type BackupTable,
  type LineKind,
  LineSeal,
  lineKinds,
  readLines,
} from './backup-format'

/** Why a backup was not restored. Nothing was written. */
export class RestoreRefused extends Error {
  constructor(
    readonly reason: 'not-empty' | 'no-backup' | 'newer' | 'cut' | 'damaged' | 'unknown-table',
    detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason)
  }
}

/** `next` is the number that the next edition gets. */
export type Restored = { at: string; edition: number; next: number }

const ROWS_AT_ONCE = 500
const BYTES_AT_ONCE = 8 * 2 ** 20

/**
 * Replays a backup into an empty, migrated database, whole or not at all: the tables as they were, and the versions of
 * records out of their change documents, by the statements that publish them.
 * @param issued the highest edition number known to have been given out, where that is more than the backup holds
 * @throws RestoreRefused where the database is not empty or the file is not a whole backup
 */
export async function restoreBackup(ownerUrl: string, bytes: AsyncIterable<Buffer>, issued = 0): Promise<Restored> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { search_path: 'public' } })
  try {
    return await drizzle(client, { casing: 'snake_case' }).transaction(async (transaction) => {
      await requireEmpty(transaction)
      const head = await new Replay(transaction).read(bytes)
      await restartSequences(transaction)
      const next = await skipLostNumbers(transaction, head.edition, issued)
      return { at: head.at, edition: head.edition, next }
    })
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function requireEmpty(transaction: Transaction): Promise<void> {
  const rows = await transaction.execute(sql`
    select from edition union all select from editor union all select from desk.user union all select from lost_numbers limit 1`)
  if (rows.length > 0) throw new RestoreRefused('not-empty')
}

/** Reads lines and writes rows, some hundreds at a time. */
class Replay {
  private readonly seal = new LineSeal()
  private head: BackupHead | null = null
  private isEnded = false
  private table: { name: SQL; columns: SQL } | null = null
  private changeColumns: SQL | null = null
  private edition = 0
  private rows: string[] = []
  private bytes = 0
  private gathers: 'row' | 'change' = 'row'

  constructor(private readonly transaction: Transaction) {}

  async read(bytes: AsyncIterable<Buffer>): Promise<BackupHead> {
    for await (const line of readLines(bytes)) {
      if (this.isEnded) throw new RestoreRefused('damaged', 'there is more after the end')
      const { kind, json } = parseLine(line)
      if (!this.head && kind !== 'head') throw new RestoreRefused('no-backup')
      if (kind === 'end') this.compareSeal(json)
      else this.seal.add(line)
      await this.take(kind, json)
    }
    if (!this.head) throw new RestoreRefused('no-backup')
    if (!this.isEnded) throw new RestoreRefused('cut')
    return this.head
  }

  private async take(kind: LineKind, json: string): Promise<void> {
    if (kind !== this.gathers || this.rows.length >= ROWS_AT_ONCE || this.bytes >= BYTES_AT_ONCE) await this.flush()
    if (kind === 'head') this.head = readHead(json)
    else if (kind === 'table') this.table = await this.openTable(JSON.parse(json))
    else if (kind === 'change-columns')
      this.changeColumns = (await this.openTable({ ...JSON.parse(json), name: 'public.edition_change' })).columns
    else if (kind === 'edition') {
      await this.insert(this.getTable(), [json])
      this.edition = (JSON.parse(json) as { n: number }).n
    } else if (kind === 'row' || kind === 'change') {
      this.gathers = kind
      this.rows.push(json)
      this.bytes += json.length
    }
  }

  private async flush(): Promise<void> {
    const rows = this.rows
    this.rows = []
    this.bytes = 0
    if (rows.length === 0) return
    if (this.gathers === 'row') return this.insert(this.getTable(), rows)
    if (!this.changeColumns) throw new RestoreRefused('damaged', 'changes without their columns')
    await this.insert({ name: sql`public.edition_change`, columns: this.changeColumns }, rows)
    for (const statement of describeVersions(rows.map((row) => ({ ...toSettled(row), edition: this.edition }))))
      await this.transaction.execute(statement)
  }

  private async insert({ name, columns }: { name: SQL; columns: SQL }, rows: readonly string[]): Promise<void> {
    await this.transaction.execute(sql`
      insert into ${name} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::json)`)
  }

  private getTable(): { name: SQL; columns: SQL } {
    if (!this.table) throw new RestoreRefused('damaged', 'rows without their table')
    return this.table
  }

  /** A backup of an older version lacks columns, and they get their defaults; one of a newer version is refused. */
  private async openTable({ name, columns }: BackupTable): Promise<{ name: SQL; columns: SQL }> {
    const [schema = '', table = ''] = name.replaceAll('"', '').split('.')
    const known = await this.transaction.execute<{ column: string }>(sql`
      select column_name as column from information_schema.columns where table_schema = ${schema} and table_name = ${table}`)
    const unknown = columns.find((column) => !known.some((row) => row.column === column))
    if (unknown !== undefined) throw new RestoreRefused('unknown-table', `${name}.${unknown}`)
    const names = columns.map((column) => sql.identifier(column))
    return { name: sql`${sql.identifier(schema)}.${sql.identifier(table)}`, columns: sql.join(names, sql`, `) }
  }

  private compareSeal(json: string): void {
    const wanted = this.seal.toEnd()
    const said = JSON.parse(json) as typeof wanted
    if (said.lines !== wanted.lines || said.sha256 !== wanted.sha256)
      throw new RestoreRefused('damaged', 'its hash is another')
    this.isEnded = true
  }
}

function parseLine(line: Buffer): { kind: LineKind; json: string } {
  const text = line.toString('utf8')
  const space = text.indexOf(' ')
  const kind = lineKinds.find((known) => known === text.slice(0, space))
  if (!kind) throw new RestoreRefused(text.startsWith('head ') ? 'damaged' : 'no-backup')
  if (!text.endsWith('\n')) throw new RestoreRefused('cut')
  return { kind, json: text.slice(space + 1, -1) }
}

function readHead(json: string): BackupHead {
  const head = JSON.parse(json) as BackupHead
  if (head.backup !== 'pot-and-iron') throw new RestoreRefused('no-backup')
  if (head.version > BACKUP_VERSION) throw new RestoreRefused('newer', `format ${head.version}`)
  return head
}

function toSettled(json: string): SettledChange {
  const { operation, document } = JSON.parse(json) as { operation: Operation; document: string }
  return { change: parseChangeDocument(document), operation, document }
}

/** A sequence goes on after the highest number in its column. */
async function restartSequences(transaction: Transaction): Promise<void> {
  const columns = await transaction.execute<{ schema: string; table: string; column: string; sequence: string }>(sql`
    select n.nspname as schema, c.relname as table, a.attname as column,
      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'desk') and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`)
  for (const { schema, table, column, sequence } of columns) {
    await transaction.execute(sql`
      select setval(${sequence}::regclass, max(${sql.identifier(column)}))
      from ${sql.identifier(schema)}.${sql.identifier(table)} having max(${sql.identifier(column)}) is not null`)
  }
}

/** Writes down which numbers were lost, where more were given out than the backup holds. */
async function skipLostNumbers(transaction: Transaction, edition: number, issued: number): Promise<number> {
  const rows = await transaction.execute<{ through: number | null }>(
    sql`select max(through) as through from lost_numbers`,
  )
  const known = Math.max(edition, rows[0]?.through ?? 0)
  if (issued <= known) return known + 1
  await transaction.execute(sql`insert into lost_numbers (after, through) values (${known}, ${issued})`)
  return issued + 1
}
