import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Downloads } from './downloads.tsx'
import { Choose, ListFilter, listAddress } from './list-filter.tsx'
import type { loader } from './route.tsx'

export function PersonsPage() {
  const { filter, total, everybody, page, size, organisations, tags, canEdit } =
    useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const t = useText()
  const language = useLanguage()
  const shown = formatNumber(total, language)
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('directory:persons.title')}</h1>
        {canEdit && (
          <div className="row">
            <Link className="button quiet" to="/desk/imports">
              {t('directory:import')}
            </Link>
            <Link className="button" to="/desk/persons/new">
              {t('directory:persons.add')}
            </Link>
          </div>
        )}
      </div>
      {search.get('done') === 'removed' && <Notice kind="success">{t('directory:done.removed')}</Notice>}
      {everybody === 0 ? (
        <p className="card empty">{t('directory:persons.empty')}</p>
      ) : (
        <>
          <ListFilter
            key={search.toString()}
            filter={filter}
            searchLabel={t('directory:persons.search')}
            tags={tags}
            sorts={['name', 'organisation', 'precedence', 'latest']}
          >
            {organisations.length > 0 ? (
              <Choose
                name="organisation"
                label={t('directory:filter.organisation')}
                value={filter.organisationId}
              >
                {organisations.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {localize(name, language)}
                  </option>
                ))}
              </Choose>
            ) : (
              <input type="hidden" name="organisation" value={filter.organisationId ?? ''} />
            )}
          </ListFilter>
          <div className="row between">
            <p className="muted">{t('directory:persons.count', { count: total, shown })}</p>
            <Downloads of="persons" />
          </div>
          <PersonsTable />
          <Pager
            label={t('directory:persons.title')}
            page={page}
            pages={Math.ceil(total / size)}
            to={(next) => listAddress(filter, next)}
          />
        </>
      )}
    </div>
  )
}

function PersonsTable() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useText()
  if (!rows.length) return <p className="card empty">{t('directory:persons.nothingFound')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className="scroll card flush" tabIndex={0} aria-label={t('directory:persons.list')}>
      <table className="directory">
        <thead>
          <tr>
            <th scope="col">{t('directory:field.name')}</th>
            <th scope="col">{t('directory:field.organisation')}</th>
            <th scope="col">{t('directory:field.email')}</th>
            <th scope="col">{t('directory:field.language')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function PersonRow({ person }: { person: Row }) {
  const t = useText()
  const language = useLanguage()
  const name = displayName(person.names, language)
  const other = [person.names.latin?.full, person.names.arabic?.full].find((full) => full && full !== name)
  return (
    <tr>
      <th scope="row">
        <Link to={`/desk/persons/${person.id}`}>
          <bdi className="wraps">{name}</bdi>
        </Link>
        {other && (
          <small className="muted block">
            <bdi className="wraps">{other}</bdi>
          </small>
        )}
      </th>
      <td>
        <LocalizedText text={person.organisationName} language={language} />
        <small className="muted block">
          <LocalizedText text={person.position} language={language} />
        </small>
      </td>
      <td>
        {person.email ? (
          <bdi dir="ltr" className="wraps">
            {person.email}
          </bdi>
        ) : (
          <span className="tag wait">{t('directory:persons.noAddress')}</span>
        )}
        {person.tags.length > 0 && (
          <span className="row tags">
            {person.tags.map((tag) => (
              <Link key={tag} className="tag quiet" to={`?${new URLSearchParams({ tag })}`}>
                {tag}
              </Link>
            ))}
          </span>
        )}
      </td>
      <td>{person.language && <span lang={person.language}>{languageNames[person.language]}</span>}</td>
    </tr>
  )
}
