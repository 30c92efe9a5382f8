import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { templateForm } from '#app/invitations/forms.ts'
import { textMistakes } from '#app/invitations/letter.ts'
import { letterKinds } from '#app/invitations/rules.ts'
import { readTemplates, resetTemplate, saveTemplate } from '#app/invitations/texts.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Owner = { context: MajlisContext; scope: OfficeScope | EventScope; kind: string | undefined }

function kindOf(named: string | undefined) {
  const kind = letterKinds.find((known) => known === named)
  if (!kind) throw notFound()
  return kind
}

/** One template of an office or of an event, as its page shows it. */
export async function templatePage({ context, scope, kind }: Owner, request: Request, among: Language[]) {
  const wanted = kindOf(kind)
  const template = (await readTemplates(context.database.read, scope)).find((one) => one.kind === wanted)
  if (!template) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t(`templates:name.${wanted}`)} · ${t('common:appName')}`,
    template,
    among,
    done: new URL(request.url).searchParams.get('done'),
  }
}

/** Keeps what was written, or goes back to the proposed text. */
export async function changeTemplate({ context, scope, kind }: Owner, request: Request, among: Language[]) {
  const form = await readRequestForm(request)
  const change = { kind: kindOf(kind), now: context.now() }
  const here = new URL(request.url).pathname.replace(/\.data$/, '')
  if (form.get('intent') === 'reset') {
    await context.database.write((tx) => resetTemplate(tx, scope, change))
    return redirect(`${here}?done=reset`, { status: 303 })
  }
  const submission = readForm(form, templateForm(among))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const texts = submission.value
  const mistakes = textMistakes(texts)
  if (mistakes.length) {
    const fieldErrors = Object.fromEntries(
      mistakes.map(({ path, reason, field }) => [path, [`${reason} ${field}`]]),
    )
    return data({ result: submission.reply({ fieldErrors }) }, { status: 400 })
  }
  const saved = await context.database.write((tx) => saveTemplate(tx, scope, { ...change, texts }))
  if (!saved.ok)
    return data(
      { result: submission.reply({ formErrors: ['invitations:refused.badText'] }) },
      { status: 409 },
    )
  return redirect(`${here}?done=saved`, { status: 303 })
}
