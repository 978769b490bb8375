/** The clause that tells a figure, with the words of the figure: "at least 14 people were injured". */
import {clauseHead, clauseSpan} from '../languages/en/clauses.ts'
import {overlaps, type Span} from '../model/span.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'

/** Clauses beside it are left out unless one of the spans stands there. */
export function clauseAround(syntax: Syntax, token: Token, spans: readonly Span[]): Span {
  const verb = clauseHead(syntax, token)
  const outside = (child: Token) =>
    ['advcl', 'acl', 'appos', 'ccomp'].includes(child.relation) && !spans.some(span => overlaps(span, child))
  const clause = clauseSpan(syntax, verb, outside)
  return spans.some(span => overlaps(span, clause)) ? spanOf([clause, ...spans])! : spanOf(spans)!
}
