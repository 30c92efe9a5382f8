import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { EmbedCode } from '../site/embed-code.tsx'
import type { loader } from './route.tsx'

/** How to show this exhibit on another site; nothing while it is not public. */
export function Reuse() {
  const { exhibit, content, isPreview } = useLoaderData<typeof loader>()
  const title = localize(content.title, useLanguage())
  if (isPreview) return null
  return (
    <EmbedCode
      frames={[{ name: title, path: `exhibits/${exhibit.slug}`, height: 640 }]}
      json={`exhibits/${exhibit.slug}.json`}
    />
  )
}
