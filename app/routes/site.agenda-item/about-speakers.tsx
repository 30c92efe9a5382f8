import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { RoleHolder } from '../site.agenda/role-holder.tsx'
import { SpeakerPicture } from '../speaker/presented.tsx'
import type { loader } from './route.tsx'

/** What speakers say of themselves, as the public version has it; each once, whatever roles they have here. */
export function AboutSpeakers() {
  const { item } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const told = item.roles.flatMap((role) => (role.presented ? { ...role, presented: role.presented } : []))
  const once = [...new Map(told.map((role) => [JSON.stringify(role.names), role])).values()]
  if (once.length === 0) return null
  return (
    <section aria-labelledby="about" className="stack">
      <h2 id="about">{t('speakers:site.about')}</h2>
      {once.map((role) => (
        <article key={role.id} className="speaker-card">
          {role.presented.picture && <SpeakerPicture picture={role.presented.picture} />}
          <div className="stack">
            <p>
              <RoleHolder holder={role} />
            </p>
            <Markdown text={role.presented.biography} language={language} />
          </div>
        </article>
      ))}
    </section>
  )
}
