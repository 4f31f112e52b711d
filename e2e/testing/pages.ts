/** The languages of the record by the prefix of their addresses, and the `lang` their pages bear. */
export const languages = [
  { prefix: '', lang: 'en' },
  { prefix: '/zh', lang: 'zh-Hans' },
] as const

/** Pages that are a table, each of which is also served as files. */
export const tables = [
  '/debt',
  '/indicators',
  '/task-forces',
  '/mentions',
  '/provinces',
  '/areas',
  '/documents',
  '/sources',
  '/claimants',
  '/lists',
  '/reports',
  '/editions',
] as const

/** One record of every noun, as the first data have it. */
export const records = [
  '/debt/lgd_balance_total.CN.2024-12-31.I.official',
  '/indicators/lgd_balance_total',
  '/task-forces/tf-bishan-2024',
  '/mentions/m-02',
  '/provinces/doc47-2023.CN-JL.1',
  '/areas/CN-GZ',
  '/documents/jilin-gwr-2026',
  '/sources/s-ap-npcsc',
  '/claimants/goldman-sachs',
  '/lists/doc47-2023',
  '/reports/r-qinghai-pledged-2026',
  '/editions/2',
] as const

/** Every address a reader can be led to, but for the language and the edition. */
export const addresses = [
  '/',
  ...tables,
  ...records,
  '/about',
  '/accessibility',
  '/checks',
  '/search',
  '/compare',
] as const

/** A page in one of the languages: `/` keeps no slash behind a prefix. */
export function inLanguage(prefix: string, path: string): string {
  return prefix === '' ? path : `${prefix}${path === '/' ? '' : path}`
}
