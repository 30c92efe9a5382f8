import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { TextField } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { LetterRow, LetterStateTag } from '../desk.event.letters/letter-row.tsx'
import { DocumentField } from '../desk.event.letters-incoming/document-field.tsx'
import type { action, loader } from './route.tsx'

/** One letter of the register: its facts, its PDF or scan, what answers it. */
export function LetterPage() {
  const { letter, slug, canEdit, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const home = `/desk/events/${slug}/letters`
  const isOut = letter.way === 'out'
  return (
    <div className="stack">
      <p>
        <Link className="target" to={home}>
          {t('letters:letter.back')}
        </Link>
      </p>
      <div className="row">
        <h1>
          <bdi dir="ltr">{letter.reference}</bdi>
        </h1>
        <LetterStateTag state={letter.state} />
      </div>
      <Said isAnswered={answer !== undefined} asked={asked} />
      <Facts />
      <section className="card stack" aria-labelledby="paper">
        <h2 id="paper">{t('letters:letter.paper')}</h2>
        <p className="row">
          {isOut && canEdit && (
            <a className="button" href={`${home}/${letter.id}/pdf`}>
              {t('letters:letter.pdf')}
            </a>
          )}
          {letter.scanId && (
            <a className="button quiet" href={`/desk/events/${slug}/documents/${letter.scanId}`}>
              {t(isOut ? 'letters:letter.signedScan' : 'letters:letter.scan')}
            </a>
          )}
        </p>
        {!letter.scanId && !isOut && <p className="muted">{t('letters:letter.noScan')}</p>}
        {canEdit && <ScanForm />}
      </section>
      <Related />
      {canEdit && !letter.voidedAt && <VoidForm />}
    </div>
  )
}

type Asked = ReturnType<typeof useLoaderData<typeof loader>>['asked']
const doings = ['scanned', 'void', 'received', 'answered'] as const

function Said({ asked, isAnswered }: { asked: Asked; isAnswered: boolean }) {
  const t = useText()
  const done = doings.find((doing) => doing === asked.done)
  if (isAnswered || !done) return null
  return (
    <>
      <Notice kind="success">{t(`letters:done.${done}`)}</Notice>
      {asked.refused && (
        <Notice kind="warning">
          {t('letters:incoming.notRecorded')}{' '}
          {t([`answer:refused.${asked.refused}` as 'answer:refused.withdrawn', 'errors:invalid'])}
        </Notice>
      )}
    </>
  )
}

function Facts() {
  const { letter, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const rows = [
    [t('letters:column.subject'), <LocalizedText key="subject" text={letter.subject} language={language} />],
    [t('letters:column.date'), formatPartialDate(letter.datedOn, language)],
    [t('letters:column.receivedOn'), letter.receivedOn && formatPartialDate(letter.receivedOn, language)],
    [t('letters:column.theirReference'), letter.theirReference],
    [t('letters:letter.kind'), letter.kind && t(`letters:kind.${letter.kind}`)],
    [t('letters:letter.by'), letter.by],
    [t('letters:letter.voidReason'), letter.voidReason],
    [
      t('letters:letter.voidedAt'),
      letter.voidedAt && formatInstant(letter.voidedAt, 'dayAndTime', language, zone),
    ],
  ] as const
  return (
    <dl className="facts card">
      <div>
        <dt>{letter.way === 'out' ? t('letters:letter.to') : t('letters:letter.from')}</dt>
        <dd>
          <bdi className="wraps">
            {letter.invitationId ? (
              <Link to={`/desk/events/${slug}/guests/${letter.invitationId}`}>
                <LocalizedText text={letter.correspondent} language={language} />
              </Link>
            ) : (
              <LocalizedText text={letter.correspondent} language={language} />
            )}
          </bdi>
        </dd>
      </div>
      {rows.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi className="wraps">{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

function ScanForm() {
  const { letter } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const refused = answer?.intent === 'scan' ? answer.refused : null
  const isOut = letter.way === 'out'
  return (
    <Form method="post" encType="multipart/form-data" className="stack">
      <DocumentField
        label={t(isOut ? 'letters:letter.addSigned' : 'letters:letter.addScan')}
        refused={refused}
      />
      <p>
        <button type="submit" className="button quiet" name="intent" value="scan">
          {letter.scanId ? t('letters:letter.replace') : t('letters:letter.upload')}
        </button>
      </p>
    </Form>
  )
}

function Related() {
  const { letter, slug, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/desk/events/${slug}/letters`
  const canReply = canEdit && letter.way === 'out' && !letter.voidedAt
  if (!letter.related.length && !canReply) return null
  return (
    <section className="card stack" aria-labelledby="related">
      <h2 id="related">{t(letter.way === 'out' ? 'letters:letter.replies' : 'letters:letter.repliesTo')}</h2>
      {letter.related.length > 0 && (
        <ul className="plain-list message-list">
          {letter.related.map((row) => (
            <LetterRow key={row.id} row={row} home={home} />
          ))}
        </ul>
      )}
      {canReply && (
        <p>
          <Link className="button quiet" to={`${home}/incoming?letter=${letter.id}`}>
            {t('letters:letter.enterReply')}
          </Link>
        </p>
      )}
    </section>
  )
}

function VoidForm() {
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'void',
    lastResult: answer?.intent === 'void' ? answer.result : undefined,
    constraint: { reason: { required: true } },
  })
  return (
    <details className="confirm" open={answer?.intent === 'void'}>
      <summary>{t('letters:letter.void')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <p>{t('letters:letter.voidHint')}</p>
        <TextField meta={fields.reason} label={t('letters:letter.voidReason')} dir="auto" />
        <p>
          <button type="submit" className="button danger" name="intent" value="void">
            {t('letters:letter.voidAct')}
          </button>
        </p>
      </Form>
    </details>
  )
}
