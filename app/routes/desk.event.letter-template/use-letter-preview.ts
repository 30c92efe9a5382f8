import { type RefObject, useEffect, useState } from 'react'

export const previewFrame = 'letter-preview'

const pauseMs = 700

/** Shows the letter when the page opens, and anew whenever its writer pauses. Counts the times. */
export function useLetterPreview(form: RefObject<HTMLFormElement | null>): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setTurn((last) => last + 1), pauseMs)
    }
    const element = form.current
    element?.addEventListener('input', refresh)
    setTurn(1)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('input', refresh)
    }
  }, [form])
  useEffect(() => {
    if (turn > 0 && form.current) sendToFrame(form.current)
  }, [turn, form])
  return turn
}

/** Sends the form into the frame as its preview button would, but without the events that a button sets off. */
function sendToFrame(form: HTMLFormElement): void {
  const address = form.querySelector<HTMLButtonElement>(`button[formtarget="${previewFrame}"]`)?.formAction
  if (!address) return
  const { action, target } = form
  form.action = address
  form.target = previewFrame
  HTMLFormElement.prototype.submit.call(form)
  form.action = action
  form.target = target
}
