/** On which line of a YAML file an entry or a field stands: `[0, "triggers", 2, "verb"]` is the verb of the third trigger of the first entry. */
import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'

export type YamlPath = readonly (string | number)[]

/** A field that is not there has the line of the nearest entry around it. */
export function yamlLines(source: string): (path: YamlPath) => number {
  const lines = new LineCounter()
  const {contents} = parseDocument(source, {lineCounter: lines})
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  return path => {
    let node: unknown = contents
    let line = 1
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find(item => isScalar(item.key) && item.key.value === key)
        if (!pair) return line
        line = lineAt((pair.key as {range?: [number, number, number]}).range?.[0])
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[Number(key)]
        if (!node) return line
        line = lineAt((node as {range?: [number, number, number]}).range?.[0])
      } else return line
    }
    return line
  }
}
