/** What somebody keeps of an exhibition may be so much, and an address stays short enough to be sent. */
const mostKept = 60

/**
 * The exhibits that an address names by the code on their posters, `keep=a,b` or once for each as a form sends them; in
 * their order, each once. The code stays whatever becomes of title and booth. What can be none is left out.
 */
export function readKept(search: URLSearchParams): string[] {
  const given = search.getAll('keep').flatMap((codes) => codes.split(','))
  return [...new Set(given.filter((code) => /^[\w-]{1,20}$/.test(code)))].slice(0, mostKept)
}

/** The address of what was kept; of nothing it is the page of this device. */
export function keptAddress(home: string, codes: readonly string[]): string {
  return codes.length ? `${home}/kept?keep=${codes.join()}` : `${home}/kept`
}
