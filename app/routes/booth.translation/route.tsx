import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLocks } from '#app/exhibition/team/locks.server.ts'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { LostBooth } from '../booth/lost-booth.tsx'
import { openBooth } from '../booth/open.server.ts'
import {
  askedIn,
  leftAs,
  saveSideBySide,
  sideBySide,
  typedIn,
} from '../exhibit-translation/side-by-side.server.ts'
import { TranslationPage } from '../exhibit-translation/translation-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

/** Where a team translates what it wrote, all but what its editor keeps for themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { path, event, asked, translator } = await openTranslation(args)
  const { url, language } = translator
  if (!asked) {
    url.searchParams.set('lang', language)
    throw redirect(`${path}/translation${url.search}`)
  }
  return { path, office: event.office.name, ...(await sideBySide(translator)) }
}

export async function action(args: ActionFunctionArgs) {
  const { path, event, scope, translator } = await openTranslation(args)
  const typed = typedIn(await readRequestForm(args.request))
  if (!(await args.context.limits.write(scope.memberId)))
    return data({ left: leftAs('tooMany', typed.texts) }, { status: 429 })
  if (event.state === 'cancelled') return data({ left: leftAs('cancelled', typed.texts) }, { status: 409 })
  const left = await saveSideBySide(translator, typed)
  if (left.length) return data({ left }, { status: 409 })
  const { language } = translator
  return redirect(`${path}/translation?${askedIn(translator)}&lang=${language}&done=saved`, 303)
}

async function openTranslation(args: LoaderFunctionArgs) {
  const { scope, event, path, language, asked } = await openBooth(args)
  const { context, request } = args
  const { exhibitId } = scope
  const locks = await readLocks(context.database.read, exhibitId)
  const url = new URL(request.url)
  const { languages } = event
  return {
    path,
    event,
    scope,
    asked,
    translator: { context, scope, exhibitId, languages, language, locks, url },
  }
}

export default function BoothTranslation() {
  const { path, office, pair } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <GuestFrame
      office={office}
      href={(other) => `${path}/translation?${pairQuery(pair)}&lang=${other}`}
      isWide
    >
      <p>
        <a className="target" href={`${path}?lang=${language}`}>
          {t('team:own.back')}
        </a>
      </p>
      <TranslationPage />
    </GuestFrame>
  )
}

export function ErrorBoundary() {
  return <LostBooth />
}
