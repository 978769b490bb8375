/** The six rules; another one shows what it would change before it is taken. */
import {useEffect, useRef} from 'react'
import {Radio, RadioGroup} from 'react-aria-components'
import type {Figure, LinkedIncident, RuleId} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import type {Words} from '../../messages/words.ts'
import {Sentence} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {rangeText} from '../../parts/range.tsx'
import {rules} from './matrix.ts'
import {chosenRule, useWorkbench} from './use-workbench.ts'

interface Props {
  readonly incident: LinkedIncident
  readonly rule: RuleId
  readonly trying: RuleId | null
  readonly onTry: (rule: RuleId | null) => void
}

export function RuleSwitch({incident, rule, trying, onTry}: Props) {
  const {t} = useWords()
  return (
    <>
      <RadioGroup
        className="flex items-center gap-2"
        orientation="horizontal"
        value={trying ?? rule}
        onChange={chosen => onTry(chosen === rule ? null : (chosen as RuleId))}
        aria-label={t('incidents.rule')}
      >
        <span className="text-small text-ink-3" aria-hidden="true">
          {t('incidents.rule')}
        </span>
        <span className="flex flex-wrap rounded border border-edge bg-surface" dir="ltr" lang="en">
          {rules.map(name => (
            <Radio
              key={name}
              value={name}
              className="cursor-pointer border-s border-line-2 px-2 py-1 text-small text-ink-2 first:border-0 data-focus-visible:outline-2 data-focus-visible:outline-focus data-selected:bg-ink data-selected:font-semibold data-selected:text-surface"
            >
              {name}
            </Radio>
          ))}
        </span>
      </RadioGroup>
      {trying && trying !== rule && (
        <Difference incident={incident} from={rule} to={trying} onDone={() => onTry(null)} />
      )}
    </>
  )
}

function Difference({
  incident,
  from,
  to,
  onDone
}: {
  readonly incident: LinkedIncident
  readonly from: RuleId
  readonly to: RuleId
  readonly onDone: () => void
}) {
  const words = useWords()
  const {t, label} = words
  const {go} = useWorkbench()
  const use = useRef<HTMLButtonElement>(null)
  useEffect(() => use.current?.focus(), [])
  const [was, now] = [incident.assessments[from] ?? {}, incident.assessments[to] ?? {}]
  const outcomes = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  const changed = outcomes.filter(name => held(words, was[name]) !== held(words, now[name]))
  const take = () => {
    chosenRule.set(to)
    go({rule: to})
    onDone()
  }
  return (
    <section
      aria-label={to}
      className="absolute inset-e-3 top-full z-10 grid w-[min(30rem,calc(100%-24px))] gap-2 border border-edge bg-raised p-3 shadow-over"
    >
      <b>{t('incidents.rule.changes', {rule: to, n: changed.length, total: outcomes.length})}</b>
      <table className="w-full text-small">
        <tbody>
          {changed.map(name => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="py-1 pe-2 text-start font-semibold">
                {label('outcome', name)}
              </th>
              <td className="py-1 pe-2 whitespace-nowrap">
                <del className="text-ink-3">{held(words, was[name])}</del>{' '}
                {was[name]?.contested && <ContestedMark />}
              </td>
              <td className="py-1 pe-2 whitespace-nowrap">
                <b>{held(words, now[name])}</b> {now[name]?.contested && <ContestedMark />}
              </td>
              <td className="py-1 text-ink-3">
                <Sentence>
                  {now[name]?.derivation.steps.find(({step}) => step === 'best' || step === 'range')
                    ?.because ?? ''}
                </Sentence>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flex justify-end gap-2">
        <button type="button" className="btn" onClick={onDone}>
          {t('incidents.rule.keep', {rule: from})} <kbd>Esc</kbd>
        </button>
        <button type="button" ref={use} className="btn primary" onClick={take}>
          {t('incidents.rule.use', {rule: to})} <kbd>↵</kbd>
        </button>
      </p>
    </section>
  )
}

/** "2 (0–2)", "0–2", "no figure". */
function held(words: Words, figure: Figure | undefined): string {
  if (!figure || figure.low === null) return words.t('value.noFigure')
  const range = rangeText(words, figure)
  if (figure.best === null) return range
  return figure.low === figure.high && !figure.open ? range : `${words.number(figure.best)} (${range})`
}
