import { type RefObject, useEffect, useState } from 'react'

const pauseMs = 700

type Preview = {
  /** Name of the frame, and the target of the button that shows the preview without script. */
  frame: string
  /** Names of the fields whose change shows it anew; all of them where it is left out. Made once, outside the component. */
  among?: RegExp
  /** Also when the page opens. */
  atOnce?: boolean
}

/** Shows a form's preview in its frame anew whenever its writer pauses. Counts the times. */
export function useFramePreview(
  form: RefObject<HTMLFormElement | null>,
  { frame, among, atOnce = false }: Preview,
): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = ({ target }: Event) => {
      if (among && !among.test((target as HTMLInputElement).name ?? '')) return
      clearTimeout(timer)
      timer = setTimeout(() => setTurn((last) => last + 1), pauseMs)
    }
    const element = form.current
    element?.addEventListener('input', refresh)
    if (atOnce) setTurn(1)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('input', refresh)
    }
  }, [form, among, atOnce])
  useEffect(() => {
    if (turn > 0 && form.current) sendToFrame(form.current, frame)
  }, [turn, form, frame])
  return turn
}

/** Sends the form into the frame as its preview button would, but without the events that a button sets off. */
function sendToFrame(form: HTMLFormElement, frame: string): void {
  const address = form.querySelector<HTMLButtonElement>(`button[formtarget="${frame}"]`)?.formAction
  if (!address) return
  const { action, target } = form
  form.action = address
  form.target = frame
  HTMLFormElement.prototype.submit.call(form)
  form.action = action
  form.target = target
}
