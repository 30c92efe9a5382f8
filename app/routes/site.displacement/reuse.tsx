import { useText } from '#app/i18n/use-text.ts'
import { EmbedCode } from '../site/embed-code.tsx'

/** How to show the figures of a dataset on another site, always of its latest round. */
export function Reuse({ dataset }: { dataset: string }) {
  const t = useText()
  const frame = (view: string, name: string, height: number) => ({
    ...{ name: `${t('displacement:title')} · ${name}`, height },
    path: `displacement?dataset=${dataset}&view=${view}`,
  })
  return (
    <EmbedCode
      frames={[
        frame('trend', t('displacement:trend.title'), 640),
        frame('map', t('displacement:map.title'), 760),
        frame('top', t('displacement:top.title'), 560),
      ]}
      json={`displacement.json?dataset=${dataset}`}
    />
  )
}
