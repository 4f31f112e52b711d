const words = (text: string): readonly string[] => text.split(' ')

/** Of a citation, in every format so far. */
export const citationFields = words('source place quote evidence')

const first = {
  debt: words(
    'id indicator area period frequency value unit unitMult status claimant usdBillionAsStated wordingAsStated note citations',
  ),
  indicators: words('id nameEn nameZh definitionEn definitionZh unit unitMult measure'),
  'task-forces': words(
    'id area nameEn nameZh documentNumber document establishedOn leadRole deputyRoles office staffing duties confirmedBy note citations',
  ),
  mentions: words('id area documentKind date quoteEn quoteZh summary note citations'),
  provinces: words('id status list area stay from to attestedOn note citations'),
  areas: words('id nameEn nameZh kind parent isoCode gbCode latitude longitude note citations'),
  documents: words('id number titleEn titleZh issuer issuedOn summary note citations'),
  sources: words('id title publisher url publishedOn language kind reliability canonicalUrl archiveUrl note'),
  claimants: words('id nameEn nameZh kind note'),
  lists: words('id nameEn nameZh document note citations'),
  reports: words('id member kind date note citations'),
  editions: words('n author authorName summary changes at'),
}

/** Figures may bear what a view asks to be computed of them; figures compared are figures. */
const second = {
  ...first,
  debt: [...first.debt, 'computed'],
  compare: [...first.debt, 'computed'],
}

/** A source may have files that prove something. */
const third = { ...second, sources: [...first.sources, 'files'] }

/**
 * What of a row is hashed: the fields a `.json` of this `format` number gives, page by page. A format that gains fields
 * gets an entry of its own here; one that stands is never edited, since every hash made under it would break.
 * Of an edition, its hash (salted, so of one database only) and its totals (which gain nouns) are left out.
 */
export const fieldsOfFormat: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  1: first,
  2: second,
  3: third,
  /** Gained `redacted` in changes and histories; its rows are those of the third. */
  4: third,
}
