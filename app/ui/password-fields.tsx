import { useText } from '../i18n/use-text.ts'
import { type Meta, TextField } from './field.tsx'

/** A password somebody chooses, and once more. */
export function PasswordFields({
  password,
  repeated,
  label,
}: {
  password: Meta
  repeated: Meta
  label: string
}) {
  const t = useText()
  return (
    <>
      <TextField
        meta={password}
        label={label}
        hint={t('accounts:passwordHint')}
        type="password"
        autoComplete="new-password"
      />
      <TextField
        meta={repeated}
        label={t('accounts:field.repeated')}
        type="password"
        autoComplete="new-password"
      />
    </>
  )
}
