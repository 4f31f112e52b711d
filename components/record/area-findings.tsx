import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { getLabel, hrefTo, hrefToRecord, type Reading } from '@/components/view/reading'
import { getPercent } from '@/domain/decimal'
import type { Frequency } from '@/domain/period'
import { getCompactText } from './amount'
import { formatPeriodCode } from './dates'
import type { RecordLike } from './record-like'

type Series = readonly RecordLike[]
type AreaFindingsProps = {
  reading: Reading
  id: string
  area: { balances: Series; limits: Series; bonds: Series; peers: Series }
}

/** What the figures of a place come to, each computed from published ones that it names and links. */
export function AreaFindings({ reading, id, area }: AreaFindingsProps) {
  const { words } = reading
  const findings = [
    findLatest(reading, area),
    findUse(reading, area),
    findRank(reading, id, area),
    findRefinancing(reading, area),
  ]
  const found = findings.filter((finding) => finding !== null)
  if (found.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{words.area.findings}</h2>
      <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {found.map(({ name, value, text, href }) => (
          <div key={name} className="border-t border-rule pt-2">
            <dt className="text-sm">{name}</dt>
            <dd>
              <Link href={href} prefetch={false} className="font-serif text-2xl font-semibold">
                {value}
              </Link>
              <p className="text-sm text-muted">{text}</p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Finding = { name: string; value: string; text: string; href: string } | null

function findLatest(reading: Reading, { balances }: AreaFindingsProps['area']): Finding {
  const [newest] = balances
  if (!newest) return null
  return {
    name: getLabel(reading, 'indicator', String(newest.fields.indicator)).text,
    value: getAmount(reading, newest),
    text: getPeriod(reading, newest),
    href: hrefToRecord(reading, 'observation', newest.id),
  }
}

/** Balance at the end of the newest year for which the limit is published too, in percent of the limit. */
function findUse(reading: Reading, { balances, limits }: AreaFindingsProps['area']): Finding {
  const { words } = reading
  for (const limit of limits) {
    const balance = balances.find(({ fields }) => fields.period === `${String(limit.fields.period)}-12-31`)
    const share = balance ? getPercent(String(balance.fields.value), String(limit.fields.value)) : null
    if (!balance || share === null) continue
    return {
      name: words.area.use,
      value: `${share}%`,
      text: fillTemplate(words.area.useFormula, {
        balance: getAmount(reading, balance),
        limit: getAmount(reading, limit),
        date: getPeriod(reading, balance),
      }),
      href: hrefToRecord(reading, 'observation', limit.id),
    }
  }
  return null
}

function findRank(reading: Reading, id: string, { peers }: AreaFindingsProps['area']): Finding {
  const { words } = reading
  const own = peers.find(({ fields }) => fields.area === id)
  if (!own || peers.length < 2) return null
  const indicator = String(own.fields.indicator)
  const period = String(own.fields.period)
  const larger = peers.filter(({ fields }) => Number(fields.value) > Number(own.fields.value)).length
  const view = {
    indicator: [indicator],
    frequency: [String(own.fields.frequency)],
    from: period,
    to: period,
    chart: 'ranking',
  }
  return {
    name: words.area.rank,
    value: fillTemplate(words.area.rankOf, { rank: larger + 1, count: peers.length }),
    text: fillTemplate(words.area.rankFormula, {
      indicator: getLabel(reading, 'indicator', indicator).text,
      date: getPeriod(reading, own),
    }),
    href: hrefTo(reading, 'debt', { view }),
  }
}

/** Refinancing bonds in percent of all bonds, in the newest period for which both are published. */
function findRefinancing(reading: Reading, { bonds }: AreaFindingsProps['area']): Finding {
  const { words } = reading
  for (const refi of bonds.filter(({ fields }) => fields.indicator === 'lgb_issue_refi')) {
    const { period, frequency } = refi.fields
    const total = bonds.find(
      ({ fields }) =>
        fields.indicator === 'lgb_issue_total' && fields.period === period && fields.frequency === frequency,
    )
    const share = total ? getPercent(String(refi.fields.value), String(total.fields.value)) : null
    if (!total || share === null) continue
    return {
      name: words.home.share,
      value: `${share}%`,
      text: fillTemplate(words.area.refinancingFormula, {
        refi: getAmount(reading, refi),
        total: getAmount(reading, total),
        period: getPeriod(reading, refi),
      }),
      href: hrefToRecord(reading, 'observation', refi.id),
    }
  }
  return null
}

function getAmount(reading: Reading, { fields }: RecordLike): string {
  return getCompactText(reading, String(fields.value), reading.labels.indicator?.[String(fields.indicator)] ?? {})
}

function getPeriod(reading: Reading, { fields }: RecordLike): string {
  return formatPeriodCode(reading.words, String(fields.period), fields.frequency as Frequency)
}
