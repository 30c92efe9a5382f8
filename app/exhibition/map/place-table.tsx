import { useText } from '../../i18n/use-text.ts'
import { Swatch } from './map-legend.tsx'
import { byValue, type Place } from './places.ts'
import { shadeOf } from './shades.ts'

type Given = {
  places: readonly Place[]
  steps: readonly number[]
  caption: string
  /** What is counted, as a column's head. */
  title: string
  /** A value as it is read, with how exact it is there. */
  format: (value: number, pcode: string) => string
}

/** What the map says, as a table: highest first. */
export function PlaceTable({ places, steps, caption, title, format }: Given) {
  const t = useText()
  return (
    <table className="place-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('map:table.governorate')}</th>
          <th scope="col" className="n">
            {title}
          </th>
        </tr>
      </thead>
      <tbody>
        {byValue(places).map(({ pcode, name, value, said, href }) => (
          <tr key={pcode}>
            <th scope="row">
              <Swatch shade={shadeOf(value, steps)} />
              <a href={href}>{name}</a>
            </th>
            <td className="n">
              {value === null ? <span className="muted">{said}</span> : <bdi>{format(value, pcode)}</bdi>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
