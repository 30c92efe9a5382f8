import { useLocation } from '@remix-run/react'

/** Where the forms about people send to: this very page, opened at its people, also where no script scrolls there. */
export function usePeopleAddress(): string {
  return `${useLocation().search}#people`
}
