import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { ZodType, z } from 'zod'

/**
 * Reads a form by its schema. Errors are the keys of namespace `errors` (`required`, `email` …), so that the page can
 * say them in the reader's language; a schema may name its own: `z.string().max(80, 'tooLong')`.
 */
export function readForm<Schema extends ZodType>(
  form: FormData | URLSearchParams,
  schema: Schema,
): Submission<z.input<Schema>, string[], z.output<Schema>> {
  return parseWithZod(cleaned(form), { schema, error: (issue) => errorKey(issue) })
}

/** Browsers send line ends as CR LF, and a text with a NUL is refused by PostgreSQL: nobody types one. */
function cleaned(form: FormData | URLSearchParams): FormData {
  const texts = new FormData()
  for (const [name, value] of form)
    texts.append(
      name,
      typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : value,
    )
  return texts
}

function errorKey(issue: { code?: string; input?: unknown; format?: string; expected?: string }): string {
  if (issue.input === undefined || issue.input === '') return 'required'
  if (issue.code === 'too_big') return 'tooLong'
  if (issue.code === 'too_small') return 'tooShort'
  if (issue.format === 'email' || issue.format === 'url') return issue.format
  if (issue.expected === 'number' || issue.expected === 'int') return 'number'
  return 'invalid'
}
