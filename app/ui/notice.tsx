import type { ReactNode } from 'react'

/** What happened, what was kept, what to do. Errors are announced at once, the rest politely. */
export function Notice({
  kind,
  children,
}: {
  kind: 'success' | 'error' | 'info' | 'warning'
  children: ReactNode
}) {
  return (
    <div className={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
