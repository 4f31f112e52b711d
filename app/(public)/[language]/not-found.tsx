import { language } from 'next/root-params'
import MissingPage from './missing/page'

/** A record that never was, in an edition that is there. */
export default async function NotFound() {
  return <MissingPage params={Promise.resolve({ language: String(await language()) })} />
}
