/** What was wrong with a request for a file and what to do, by the code of the problem, in English. */
export const problemEn = {
  'malformed-address': 'The address holds signs that no address of this site has.',
  'not-understood': 'Not understood: {keys}. Correct it or take it away.',
  'too-long': 'The view names too much for one address: at most {most} characters.',
  'not-here': 'There is nothing at this address. See /about for what there is.',
  'no-edition': 'There is no edition {n}; the newest is {newest}.',
  'not-found': 'There is no such record in this edition.',
  'no-frame': 'This is no view of this site that fits in a frame.',
  'frame-format': 'Only format=json is given.',
  unavailable: 'The database does not answer; try again in a minute.',
  'foreign-origin': 'Forms are taken from pages of this site only.',
  'signed-out': 'Nobody is signed in.',
  method: 'This address is only read: GET or HEAD.',
}
export type ProblemMessages = typeof problemEn
