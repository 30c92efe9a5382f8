/** What somebody picked out of an agenda may be so much, and an address stays short enough to be sent. */
const most = 100

/**
 * The items that an address names, `items=a,b` or once for each as a form sends them; in their order, each once. What
 * can be no id is left out.
 */
export function readChosen(search: URLSearchParams): string[] {
  const given = search.getAll('items').flatMap((ids) => ids.split(','))
  return [...new Set(given.filter((id) => /^[\w-]{1,40}$/.test(id)))].slice(0, most)
}

/** Of an agenda, what was chosen, in the agenda's order; what is no longer in it is left out. */
export function chosenFrom<Item extends { id: string }>(
  items: readonly Item[],
  chosen: readonly string[],
): Item[] {
  const wanted = new Set(chosen)
  return items.filter(({ id }) => wanted.has(id))
}
