import { toReading } from '@/components/view/reading'
import { listNamed, nameView } from '@/components/view/view-name'
import { getLabels } from '@/db/get-labels'
import type { Address } from '@/domain/address'

/** What the view of an address is called in an edition, in its language. */
export async function readViewName({ language, page, view }: Address, n: number): Promise<string> {
  const edition = { edition: n, current: n, pinned: false }
  const labels = await getLabels(n, [], listNamed(view))
  return nameView(toReading(language, edition, new Date(0), labels), page, view)
}
