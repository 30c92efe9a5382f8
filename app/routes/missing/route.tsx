import { notFound } from '#app/accounts/guard.server.ts'

export function loader() {
  throw notFound()
}

export default function Missing() {
  return null
}
