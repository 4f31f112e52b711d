import { DatabaseUnavailable } from './client'

/** Whether something failed because the database did not answer, so that the same may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseUnavailable
}
