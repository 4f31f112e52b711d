/** How an input of the desk looks. */
export const inputClass = 'block w-full min-h-11 rounded-xs border border-muted bg-field px-3 py-2 text-ink'
