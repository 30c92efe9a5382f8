import { useLoaderData } from '@remix-run/react'
import { labelOf } from '#app/exhibition/plan/labels.ts'
import { comma } from '#app/i18n/format.ts'
import { direction, type Language, localize, localizeWithLanguage } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { named } from './named.ts'
import type { loader } from './route.tsx'
import type { DrawnBooth, Plan } from './use-plan.ts'

/** The booths in walking order: what is published is a link to it, the others say that they are free or kept. */
export function DrawnBooths({ plan }: { plan: Plan }) {
  return plan.told.map((booth) => <OneBooth key={booth.id} booth={booth} plan={plan} />)
}

function OneBooth({ booth, plan }: { booth: DrawnBooth; plan: Plan }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { hits, here } = plan
  const classes = [
    'plan-booth',
    booth.state,
    ...(booth.category ? [`of-${booth.category}`] : []),
    ...(hits ? [hits.has(booth.id) ? 'is-hit' : 'is-dim'] : []),
    ...(booth.id === here?.id ? ['is-here'] : []),
  ].join(' ')
  const name = boothName(booth, { t, language })
  const [exhibit] = booth.exhibits
  const shape = (
    <>
      <title>{name}</title>
      <Shape booth={booth} width={plan.view.width} language={language} />
    </>
  )
  return exhibit ? (
    <a
      className={classes}
      href={`/${language}/${event.slug}/exhibition/${exhibit.slug}`}
      aria-current={booth.id === here?.id ? 'location' : undefined}
    >
      {shape}
    </a>
  ) : (
    <g className={classes} {...named(name)}>
      {shape}
    </g>
  )
}

function Shape({ booth, width, language }: { booth: DrawnBooth; width: number; language: Language }) {
  const { box, code, exhibits, category } = booth
  const title = localizeWithLanguage(exhibits[0]?.title, language)
  const label = labelOf(box, { code, title: title.text }, { lineSize: width / 90, codeSize: width / 30 })
  const { codeSize, lineSize, lines } = label
  const x = box.x + box.width / 2
  const top = box.y + (box.depth - codeSize - lines.length * lineSize * 1.25) / 2
  return (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={box.depth} />
      {category && (
        <path
          className="plan-stripe"
          d={`M${box.x} ${box.y}h${box.width}v${Math.round(box.depth / 12)}h-${box.width}z`}
        />
      )}
      <text className="plan-code" x={x} y={Math.round(top + codeSize * 0.85)} fontSize={codeSize}>
        {code}
      </text>
      {lines.length > 0 && (
        <text
          className="plan-title"
          fontSize={Math.round(lineSize)}
          lang={title.language === language ? undefined : title.language}
          direction={direction(title.language)}
        >
          {lines.map((line, at) => (
            <tspan
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
              key={at}
              x={x}
              y={Math.round(top + codeSize + lineSize * 1.25 * (at + 1))}
            >
              {line}
            </tspan>
          ))}
        </text>
      )}
    </>
  )
}

/** A booth as it is called: its code, what is shown there and by whom, or that it is free. */
function boothName(
  { code, exhibits, state }: DrawnBooth,
  { t, language }: { t: Translator; language: Language },
): string {
  if (state !== 'taken') return `${code}${comma(language)}${t(`plan:state.${state}`)}`
  const shown = exhibits.flatMap(({ title, organisationName }) => [
    localize(title, language),
    localize(organisationName, language),
  ])
  return [code, ...shown].filter(Boolean).join(comma(language))
}
