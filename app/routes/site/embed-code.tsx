import { useRouteLoaderData } from '@remix-run/react'
import { useId } from 'react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader as siteLoader } from './route.tsx'

type Frame = {
  /** What is in it, for those who hear the page it stands in. */
  name: string
  /** Below `/{lang}/{event}/embed/`, with its query. */
  path: string
  /** In pixels: without a script of ours the frame cannot follow what is in it. */
  height: number
}

/** How to show this on another site: the code to copy, which works without script, and the same as data. */
export function EmbedCode({
  frames,
  json,
}: {
  frames: readonly Frame[]
  /** The file below `/{event}/`. */
  json: string
}) {
  const site = useRouteLoaderData<typeof siteLoader>('routes/site/route')
  const t = useText()
  // What is not published has no frame yet, and what is cancelled has none any more.
  if (site?.event?.state !== 'published') return null
  return (
    <details className="card fold embed-code">
      <summary>{t('embed:title')}</summary>
      <div className="stack">
        <p className="hint">{t('embed:hint')}</p>
        {frames.map((frame) => (
          <Code
            key={frame.path}
            frame={frame}
            label={frames.length > 1 ? t('embed:codeOf', { name: frame.name }) : t('embed:code')}
            site={{ slug: site.event?.slug ?? '', canonical: site.canonical }}
          />
        ))}
        <p>
          <a className="more" href={`/${site.event.slug}/${json}`}>
            {t('embed:data')}
          </a>
        </p>
      </div>
    </details>
  )
}

type Given = { frame: Frame; label: string; site: { slug: string; canonical: string } }

function Code({ frame, label, site }: Given) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const address = new URL(`/${language}/${site.slug}/embed/${frame.path}`, site.canonical).href
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={3} dir="ltr" spellCheck={false} value={codeOf(address, frame)} />
      <a className="more" href={address} aria-label={`${t('embed:see')}: ${frame.name}`}>
        {t('embed:see')}
      </a>
    </div>
  )
}

/** As it is written into another site: whatever the name says, it stays within its quotation marks. */
function codeOf(address: string, { name, height }: Frame): string {
  const attributes = [
    `src="${escaped(address)}"`,
    `title="${escaped(name)}"`,
    `width="100%" height="${height}" loading="lazy" style="border:0"`,
  ]
  return `<iframe ${attributes.join(' ')}></iframe>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
