import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { enclosingValues } from '#app/invitations/enclosing-form.ts'
import { mailingForm } from '#app/invitations/forms.ts'
import { scheduleValues } from '#app/invitations/schedule-form.ts'
import { FormErrors, TextField, textsIn } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { TextSheet } from '#app/ui/text-sheet.tsx'
import { useFramePreview } from '#app/ui/use-frame-preview.ts'
import { AudienceFields } from './audience-fields.tsx'
import { AudienceList } from './audience-list.tsx'
import { EnclosingSection } from './enclosing-section.tsx'
import { MergeFields } from './merge-fields.tsx'
import { Preview, previewFrame } from './preview.tsx'
import type { action, loader } from './route.tsx'
import { ScheduleSection } from './schedule-section.tsx'

export type Given = z.input<ReturnType<typeof mailingForm>>

/** What a preview is made of: texts, and the guest who reads it. */
const previewed = /^(subject\.|body\.|guest$)/

/** The letter while it may be changed: for whom, the text in each language, how it will look, and what comes next. */
export function LetterForm() {
  const { mailing, event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { who, side, partId, status, language, kind, organisationId, tag } = mailing.audience
  const [form, fields] = useForm<Given>({
    id: 'letter',
    lastResult: answer && 'result' in answer ? answer.result : undefined,
    constraint: getZodConstraint(mailingForm(event.languages)),
    defaultValue: {
      name: mailing.name,
      ...{ who, side, part: partId, status, language, kind, organisation: organisationId, tag },
      ...(scheduleValues(mailing.schedule) as Partial<Given>),
      ...enclosingValues(mailing.withCalendar, mailing.enclosing),
      subject: mailing.subject,
      body: mailing.body,
    },
  })
  const [subjects, bodies] = [textsIn(fields.subject), textsIn(fields.body)]
  const own = useLanguage()
  const first = event.languages.includes(own) ? own : event.languages[0]
  const element = useRef<HTMLFormElement>(null)
  const turn = useFramePreview(element, { frame: previewFrame, among: previewed })
  return (
    // A plain form: the preview's button sends it into a frame, which a scripted one would not do.
    <form method="post" {...getFormProps(form)} ref={element} className="stack">
      <NewId />
      <FormErrors form={form} />
      <section className="card stack" aria-labelledby="audience">
        <h2 id="audience">{t('invitations:mailing.audience')}</h2>
        <AudienceFields fields={fields} />
        <AudienceList />
      </section>
      <section className="card stack" aria-labelledby="text">
        <h2 id="text">{t('invitations:mailing.text')}</h2>
        <TextField
          meta={fields.name}
          label={t('invitations:mailing.name')}
          hint={t('invitations:mailing.nameHint')}
          dir="auto"
        />
        <MergeFields form={element} />
        {event.languages.map((language) => (
          <TextSheet
            key={language}
            language={language}
            subject={subjects[language]}
            body={bodies[language]}
            hint={t('invitations:mailing.bodyHint')}
            rows={16}
            isOpen={language === first}
          />
        ))}
      </section>
      <section className="card stack" aria-labelledby="preview">
        <h2 id="preview">{t('invitations:mailing.preview')}</h2>
        <Preview turn={turn} isEditor />
      </section>
      <EnclosingSection fields={fields} />
      <ScheduleSection fields={fields} />
      <Buttons />
    </form>
  )
}

function Buttons() {
  const { audience, mailing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  // One with a time is prepared when it goes.
  const count = mailing.schedule ? 0 : audience.reachable
  const number = formatNumber(count, language)
  return (
    <div className="stack">
      {count > 0 && <p className="muted">{t('invitations:mailing.prepareHint')}</p>}
      <input type="hidden" name="expected" value={count} />
      <p className="row">
        {count > 0 && (
          <button type="submit" className="button" name="intent" value="prepare">
            {t('invitations:mailing.prepare', { count, number })}
          </button>
        )}
        <button type="submit" className={count ? 'button quiet' : 'button'} name="intent" value="save">
          {t('invitations:mailing.save')}
        </button>
        <button type="submit" className="button quiet" name="intent" value="test">
          {t('invitations:mailing.test')}
        </button>
      </p>
    </div>
  )
}
