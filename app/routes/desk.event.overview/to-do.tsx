import { Link } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { Amount } from '#app/ui/amount.tsx'
import { useTasks } from './use-tasks.ts'

/** What waits for the reader, the most urgent first, each with the way to it; and a good word when nothing does. */
export function ToDo() {
  const t = useText()
  const tasks = useTasks()
  return (
    <section className="card stack" aria-labelledby="to-do">
      <h2 id="to-do">{t('outlook:now.title')}</h2>
      {tasks.length === 0 ? (
        <p>
          <span className="tag yes">{t('guests:toDo.clear')}</span> {t('guests:toDo.nothing')}
        </p>
      ) : (
        <ul className="plain-list rows decide">
          {tasks.map(({ key, to, label, count }) => (
            <li key={key}>
              <Link to={to}>
                <span className="tag wait" aria-hidden="true">
                  <Amount value={Math.min(count, 1000)} isMore={count > 1000} />
                </span>
                <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** On a phone the list stands further down: one line says that there is something, and leads to it. */
export function Waiting() {
  const t = useText()
  const count = useTasks().length
  if (count === 0) return null
  return (
    <p className="overview-waiting">
      <a href="#to-do" className="target">
        <span className="tag wait">{t('outlook:now.matters', { count })}</span>
      </a>
    </p>
  )
}
