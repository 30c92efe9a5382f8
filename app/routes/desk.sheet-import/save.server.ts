import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { activityChoices } from '#app/exhibition/activities/choices.ts'
import { programmeChoices } from '#app/exhibition/programmes/read.server.ts'
import { activitiesReadingForm, resultsReadingForm, sectorsIn } from '#app/exhibition/sheets/forms.ts'
import { chooseReading, type OpenSheet, type SheetChoices } from '#app/exhibition/sheets/uploads.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Saving = { form: FormData; row: OpenSheet }

/** Keeps how a sheet is read where it does not say itself, each kind in its own way. */
export function saveReading(context: MajlisContext, scope: OfficeScope, saving: Saving) {
  return saving.row.kind === 'programmes'
    ? saveResults(context, scope, saving)
    : saveActivities(context, scope, saving)
}

async function saveResults({ database }: MajlisContext, scope: OfficeScope, { form, row }: Saving) {
  const submission = readForm(form, resultsReadingForm)
  if (submission.status !== 'success') return { refusal: null, result: submission.reply() }
  const ours = await programmeChoices(database.read, scope.officeId)
  const programmeId = ours.find(({ id }) => id === submission.value.programmeId)?.id ?? null
  const change = (before: SheetChoices) => ({ ...before, own: { programmeId } })
  return database.write((tx) => chooseReading(tx, scope, { kind: row.kind, id: row.id, change }))
}

async function saveActivities({ database }: MajlisContext, scope: OfficeScope, { form, row }: Saving) {
  const submission = readForm(form, activitiesReadingForm)
  if (submission.status !== 'success') return { refusal: null, result: submission.reply() }
  const change = (before: SheetChoices) => {
    const sectors = { ...activityChoices(before.own).sectors, ...sectorsIn(form) }
    return { ...before, own: { ...submission.value, sectors } }
  }
  return database.write((tx) => chooseReading(tx, scope, { kind: row.kind, id: row.id, change }))
}
