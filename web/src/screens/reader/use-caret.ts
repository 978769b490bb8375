/**
 * Words of the text are selected by keys as by the mouse: arrows move, with Shift they select, with Ctrl by words.
 *
 * Browsers show no caret in a text that is not edited, so the letter behind it is lit.
 */
import {type KeyboardEvent, type RefObject, useRef} from 'react'
import {draw, erase, rangesIn} from './highlights.ts'

export interface Caret {
  /** At this place of the text, with the word there selected. */
  begin(from: number): void
  onKeyDown(event: KeyboardEvent): void
  end(): void
}

const moves: Readonly<Record<string, readonly ['left' | 'right' | 'forward' | 'backward', string]>> = {
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary']
}

export function useCaret(box: RefObject<HTMLDivElement | null>): Caret {
  const isOn = useRef(false)
  const end = () => {
    isOn.current = false
    erase('caret')
  }
  return {
    end,
    begin(from) {
      const text = box.current
      const selection = getSelection()
      const [range] = text ? rangesIn(text, {from, to: from + 1}) : []
      if (!text || !selection || !range) return
      text.focus({preventScroll: true})
      selection.collapse(range.startContainer, range.startOffset)
      selection.modify('extend', 'forward', 'word')
      isOn.current = true
      show(text, selection)
    },
    onKeyDown(event) {
      const text = box.current
      const selection = getSelection()
      if (!text || !selection || !(isOn.current || isIn(text, selection))) return
      if (event.key === 'Escape') {
        selection.removeAllRanges()
        end()
        event.stopPropagation()
        return
      }
      const move = moves[event.key]
      if (!move || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      const [direction, unit] = move
      const by = unit === 'character' && (event.ctrlKey || event.metaKey) ? 'word' : unit
      const {anchorNode, anchorOffset, focusNode, focusOffset} = selection
      selection.modify(event.shiftKey ? 'extend' : 'move', direction, by)
      // It stays in the text.
      if (!text.contains(selection.focusNode) && anchorNode && focusNode)
        selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
      isOn.current = true
      show(text, selection)
    }
  }
}

function isIn(text: HTMLElement, {isCollapsed, focusNode}: Selection): boolean {
  return !isCollapsed && text.contains(focusNode)
}

function show(text: HTMLElement, {focusNode, focusOffset, isCollapsed}: Selection): void {
  const paragraph = focusNode?.parentElement?.closest<HTMLElement>('[data-from]')
  if (!paragraph) return
  paragraph.scrollIntoView({block: 'nearest'})
  const at = Number(paragraph.dataset.from) + focusOffset
  if (isCollapsed) draw('caret', rangesIn(text, {from: at, to: at + 1}), 3)
  else erase('caret')
}
