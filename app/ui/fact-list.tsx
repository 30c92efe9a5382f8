/** Terms and what is known of them; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (readonly [string, string | null | undefined])[] }) {
  return (
    <dl className="facts card">
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi className="wraps">{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
