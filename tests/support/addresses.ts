import routes from '#app/routes.ts'

type Entry = {
  path?: string | undefined
  index?: boolean | undefined
  file: string
  children?: Entry[] | undefined
}

/** What stands in an address after a colon in `app/routes.ts`, each by its name there. */
export type Ids = Record<string, string>

/** Every address of Majlis as `app/routes.ts` writes it, with the name of its folder. */
export async function patterns(): Promise<{ name: string; pattern: string }[]> {
  return flatten(await (routes as Entry[] | Promise<Entry[]>), '')
}

function flatten(entries: readonly Entry[], above: string): { name: string; pattern: string }[] {
  return entries.flatMap(({ path, file, children }) => {
    const pattern = path ? `${above}/${path}` : above
    const name = file.split('/')[1] ?? file
    return children ? flatten(children, pattern) : [{ name, pattern: pattern || '/' }]
  })
}

/** The names that stand for something in a pattern. */
export function namesIn(pattern: string): string[] {
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
}

/** The address of a pattern. An id nobody has thought of is a fault of the test that asks, not of the pattern. */
export function addressOf(pattern: string, ids: Ids): string {
  return pattern.replace(/\/:(\w+)(\?)?/g, (_, name: string, optional?: string) => {
    const id = ids[name]
    if (id === undefined && optional) return ''
    if (id === undefined)
      throw new Error(`${pattern}: no id for “${name}”; say in the test which one to ask for`)
    return `/${id}`
  })
}
