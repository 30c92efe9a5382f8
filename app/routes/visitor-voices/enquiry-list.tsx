import { Form } from '@remix-run/react'
import type { Enquiry } from '#app/exhibition/voices/enquiries.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'

type Given = {
  enquiries: readonly Enquiry[]
  zone: string
  /** The desk sees those of all exhibits, and may erase one. */
  isDesk: boolean
}

/** What visitors left, each with whom to answer and how. */
export function EnquiryList({ enquiries, ...given }: Given) {
  return (
    <ul className="plain-list rows card">
      {enquiries.map((enquiry) => (
        <li key={enquiry.id}>
          <Row enquiry={enquiry} {...given} />
        </li>
      ))}
    </ul>
  )
}

type RowGiven = Omit<Given, 'enquiries'> & { enquiry: Enquiry }

function Row({ enquiry, zone, isDesk }: RowGiven) {
  const t = useText()
  const language = useLanguage()
  const { name, email, phone, message, exhibit, createdAt, doneAt } = enquiry
  return (
    <article className="stack tight">
      <div className="row between">
        <div className="tight">
          <h2 className="voice-name">
            <bdi>{name}</bdi>
          </h2>
          <p className="small">
            {email && (
              <span className="apart">
                <a href={`mailto:${email}`}>
                  <bdi dir="ltr">{email}</bdi>
                </a>
              </span>
            )}
            {phone && (
              <span className="apart">
                <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                  <bdi dir="ltr">{phone}</bdi>
                </a>
              </span>
            )}
            <span className="apart" lang={enquiry.language}>
              {languageNames[enquiry.language]}
            </span>
          </p>
        </div>
        {doneAt && <span className="tag yes">{t('voices:desk.done')}</span>}
      </div>
      <p className="voice-text" dir="auto">
        {message}
      </p>
      <p className="muted small">
        {isDesk && (
          <span className="apart">
            {exhibit.booth && (
              <>
                <bdi>{exhibit.booth}</bdi> ·{' '}
              </>
            )}
            <LocalizedText text={exhibit.title} language={language} />
          </span>
        )}
        <span className="apart">{formatInstant(new Date(createdAt), 'dayAndTime', language, zone)}</span>
      </p>
      <Acts enquiry={enquiry} isDesk={isDesk} />
    </article>
  )
}

function Acts({ enquiry: { id, name, doneAt }, isDesk }: Omit<RowGiven, 'zone'>) {
  const t = useText()
  const word = t(doneAt ? 'voices:desk.reopen' : 'voices:desk.settle')
  return (
    <div className="row">
      <Form method="post">
        <input type="hidden" name="enquiry" value={id} />
        <button
          type="submit"
          className="button quiet"
          name="intent"
          value={doneAt ? 'reopen' : 'settle'}
          aria-label={`${word}: ${name}`}
        >
          {word}
        </button>
      </Form>
      {isDesk && (
        <Confirm
          intent="erase"
          title={t('voices:desk.erase')}
          label={`${t('voices:desk.erase')}: ${name}`}
          effect={t('voices:desk.eraseHint')}
        >
          <input type="hidden" name="enquiry" value={id} />
        </Confirm>
      )}
    </div>
  )
}
