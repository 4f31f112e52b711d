const FORMULA = /^[=+\-@\t\r]/

/** Whether a spreadsheet would run a text as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text)
}

/** Text a spreadsheet would run as a formula gets an apostrophe in front; figures go without. */
export function neutraliseText(text: string): string {
  return isFormula(text) ? `'${text}` : text
}
