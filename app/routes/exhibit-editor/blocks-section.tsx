import { Link } from '@remix-run/react'
import { type Block, blockKinds } from '#app/exhibition/content/blocks.ts'
import { mostBlocks } from '#app/exhibition/content/content.ts'
import { publishingNeeds } from '#app/exhibition/content/needs.ts'
import { useText } from '#app/i18n/use-text.ts'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { BlockForm } from './block-form.tsx'
import { BlockNotes } from './comments-section.tsx'
import { Done } from './done.tsx'
import { useEditor, useIsLocked } from './editor.ts'
import { useBlockName } from './part-name.ts'

/** The blocks in their order. One form at a time: that of a block, or of one to be added. */
export function BlocksSection() {
  const { content, open } = useEditor()
  const t = useText()
  const { blocks } = content
  return (
    <section className="card stack" aria-labelledby="blocks">
      <h2 id="blocks">{t('exhibit:blocks.title')}</h2>
      <Done among={['blockSaved', 'blockRemoved']} />
      {blocks.length === 0 && !open.add && <p className="muted">{t('exhibit:blocks.none')}</p>}
      <ul className="plain-list rows">
        {blocks.map((block, index) => (
          <li key={block.id} id={`at-${block.id}`}>
            {block.id === open.block ? (
              <BlockForm kind={block.kind} block={block} />
            ) : (
              <BlockRow block={block} isFirst={index === 0} isLast={index === blocks.length - 1} />
            )}
          </li>
        ))}
      </ul>
      {open.add && <BlockForm kind={open.add} />}
      {!open.isWriting && blocks.length < mostBlocks && <AddBlock />}
    </section>
  )
}

function BlockRow({ block, isFirst, isLast }: { block: Block; isFirst: boolean; isLast: boolean }) {
  const { content, languages, open, version } = useEditor()
  const t = useText()
  const name = useBlockName()(block)
  const isLocked = useIsLocked(`blocks/${block.id}`)
  const need = publishingNeeds(content, languages).find(({ path }) => path === `blocks/${block.id}`)
  return (
    <div className="row between part-row">
      <p>
        {name} <BlockNotes block={block} />{' '}
        {need && <span className="tag wait">{t(`exhibit:need.${need.need}`)}</span>}
      </p>
      {!open.isWriting && (
        <div className="row">
          <OrderButtons
            name="block"
            value={block.id}
            up={t('exhibition:order.up', { name })}
            down={t('exhibition:order.down', { name })}
            isFirst={isFirst}
            isLast={isLast}
          >
            <input type="hidden" name="seen" value={version} />
          </OrderButtons>
          {!isLocked && (
            <Link
              className="button quiet"
              to={`?block=${block.id}#at-${block.id}`}
              aria-label={`${t('common:edit')}: ${name}`}
            >
              {t('common:edit')}
            </Link>
          )}
        </div>
      )}
    </div>
  )
}

function AddBlock() {
  const t = useText()
  return (
    <nav className="stack tight" aria-labelledby="add-block">
      <h3 id="add-block">{t('exhibit:blocks.add')}</h3>
      <p className="row">
        {blockKinds.map((kind) => (
          <Link key={kind} className="button quiet" to={`?add=${kind}#blocks`}>
            {t(`exhibit:kind.${kind}`)}
          </Link>
        ))}
      </p>
    </nav>
  )
}
