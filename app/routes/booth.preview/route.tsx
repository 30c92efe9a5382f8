import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { LostBooth } from '../booth/lost-booth.tsx'
import { openBooth } from '../booth/open.server.ts'
import { PreviewFrames } from '../exhibit-editor/preview-frames.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** What a team has written, as visitors will see it on a phone and on a desktop. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, exhibit, path, language, asked } = await openBooth(args)
  if (!asked) throw redirect(`${path}/preview?lang=${language}`)
  const title = `${translator(language)('exhibit:preview.title')}: ${localize(exhibit.title, language)}`
  return { title, path, office: event.office.name, name: exhibit.title }
}

export default function BoothPreview() {
  const { path, office, name } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <GuestFrame office={office} href={(other) => `${path}/preview?lang=${other}`} isWide>
      <p>
        <a className="target" href={`${path}?lang=${language}`}>
          {t('team:own.back')}
        </a>
      </p>
      <h1>
        {t('exhibit:preview.title')}: <LocalizedText text={name} language={language} />
      </h1>
      <PreviewFrames address={`${path}/preview/page?lang=${language}`} />
    </GuestFrame>
  )
}

export function ErrorBoundary() {
  return <LostBooth />
}
