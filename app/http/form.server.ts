import { newId } from '#db/id.server.ts'

// More than any page of ours sends: 300 delegates with six fields each, or 500 guests chosen for an invitation.
const mostFields = 4000
/** `name`, `name.ar`, `answers[0].reply`: the names that pages of ours give their fields. */
const fieldName = /^(?!__)([\w-]{1,60})(?:\[(\d{0,3})\])?(?:\.[\w-]{1,60}){0,3}$/
/** A number in a name makes a list of that length, and whatever reads the form looks at each of its places. */
const mostPlaces = 4000

/**
 * The form that a request brings. Throws 400 when it brings none, 413 when there is more in it than any page sends.
 * Fields that no page names are dropped: the form library would make lists of a thousand million places of them, nest
 * objects until the stack is full, and take commands from `__intent__`. A NUL is refused by PostgreSQL; nobody types one.
 */
export async function readRequestForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const form = new FormData()
  const lists = new Map<string, number>()
  let [fields, places] = [0, 0]
  for (const [name, value] of sent) {
    const [, list = '', index = ''] = fieldName.exec(name) ?? []
    if (!list) continue
    const longer = Number(index) - (lists.get(list) ?? 0)
    if (longer > 0) lists.set(list, Number(index))
    places += Math.max(0, longer)
    if (++fields > mostFields || places > mostPlaces) throw new Response(null, { status: 413 })
    form.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  }
  return form
}

// One spelling only: an id in capitals would be another row's.
const idOfAForm = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** The id that a form carries for what it makes (`NewId`); a fresh one when it carries none, or nothing of the kind. */
export function newIdOf(form: FormData): string {
  const given = String(form.get('newId') ?? '')
  return idOfAForm.test(given) ? given : newId()
}
