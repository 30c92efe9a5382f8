/** One choice of a form that asks for another list, with its label. */
export function FilterChoice({
  name,
  label,
  value,
  choices,
}: {
  name: string
  label: string
  value: string
  choices: { value: string; label: string }[]
}) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
