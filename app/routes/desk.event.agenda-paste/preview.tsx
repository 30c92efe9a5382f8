import type { useActionData } from '@remix-run/react'
import type { PastedItem } from '#app/agenda/paste.ts'
import { formatInstant, formatList, formatNumber, isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { action } from './route.tsx'

type Read = NonNullable<NonNullable<ReturnType<typeof useActionData<typeof action>>>['read']>

/** What was read out of the table, with what is odd about it, before anything is added. */
export function Preview({ read: { items, leftOut, newRooms, isCut, columns } }: { read: Read }) {
  const t = useText()
  const language = useLanguage()
  const known = columns.flatMap((column) => (column ? [t(`planner:paste.column.${column}`)] : []))
  return (
    <section className="card stack" aria-labelledby="preview">
      <h2 id="preview">{t('planner:paste.found', { count: items.length })}</h2>
      <p className="muted small">{t('planner:paste.columns', { columns: formatList(known, language) })}</p>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" className="capital">
                {t('planner:paste.column.time')}
              </th>
              <th scope="col" className="capital">
                {t('planner:paste.column.title')}
              </th>
              <th scope="col" className="capital">
                {t('planner:paste.column.room')}
              </th>
              <th scope="col" className="capital">
                {t('planner:paste.column.speaker')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemLine key={item.line} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {leftOut.length > 0 && (
        <div className="tight">
          <h3>{t('planner:paste.leftOut', { count: leftOut.length })}</h3>
          <ul>
            {leftOut.map(({ line, text, reason }) => (
              <li key={line}>
                {t(`planner:paste.reason.${reason}`, {
                  line: formatNumber(line, language),
                  text: isolate(text),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isCut && <p>{t('planner:paste.cut')}</p>}
      {newRooms.length > 0 && (
        <div className="field check">
          <label>
            <input type="checkbox" name="makesRooms" defaultChecked />
            <span>{t('planner:paste.newRooms', { rooms: formatList(newRooms.map(isolate), language) })}</span>
          </label>
        </div>
      )}
      <p>
        <button type="submit" className="button" name="intent" value="confirm">
          {t('planner:paste.add', { count: items.length })}
        </button>
      </p>
    </section>
  )
}

function ItemLine({ item }: { item: PastedItem }) {
  const t = useText()
  const language = useLanguage()
  const at = (minutes: number) =>
    formatInstant(new Date(Date.UTC(2000, 0, 1, 0, minutes)), 'time', language, 'UTC')
  return (
    <tr>
      <td>
        <bdi>{`${at(item.from)}–${at(item.to)}`}</bdi>
        <br />
        <span className="muted small">
          {formatInstant(new Date(`${item.day}T12:00Z`), 'shortDay', language, 'UTC')}
        </span>
      </td>
      <td>
        <span dir="auto">{localize(item.title, language)}</span>{' '}
        <span className="tag">{t(`agenda:kind.${item.kind}`)}</span>
        {item.remarks.map((remark) => (
          <span key={remark} className="tag wait wraps">
            {t(`planner:paste.remark.${remark}`)}
          </span>
        ))}
      </td>
      <td dir="auto">{item.room}</td>
      <td>
        {item.speakers.map((name) => (
          <span key={name} dir="auto" className="block">
            {name}
          </span>
        ))}
      </td>
    </tr>
  )
}
