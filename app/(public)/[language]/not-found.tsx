import MissingPage from './missing/page'

/** A record that never was, in an edition that is there. */
export default function NotFound() {
  return <MissingPage params={Promise.resolve({ language: 'en' })} />
}
