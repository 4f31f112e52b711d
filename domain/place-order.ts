import type { AnyFields } from './field'

type Place = { id: string; fields?: AnyFields | undefined }

/**
 * Where a place stands in the official order of GB/T 2260: the nation, then each province from Beijing to Xinjiang, followed by
 * what lies in it. A statistical scope, which has no code of its own, follows its parent by the code its id begins with.
 */
export function getPlaceOrder({ id, fields }: Place): string {
  return String(fields?.gbCode ?? id)
}

export function comparePlaces(a: Place, b: Place): number {
  const [first, second] = [getPlaceOrder(a), getPlaceOrder(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
