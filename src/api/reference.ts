/** The document of the API as a page a person reads: made on the server, without scripts. */
import {html, raw} from 'hono/html'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: {
    readonly type?: unknown
    readonly enum?: readonly string[]
    readonly example?: unknown
    readonly default?: unknown
  }
}

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {readonly content?: Record<string, {readonly schema?: object}>}
  readonly responses?: Record<string, {readonly description?: string}>
}

export interface ApiDocument {
  readonly info: {readonly title: string; readonly version: string; readonly description?: string}
  readonly paths?: Record<string, Record<string, Operation>>
}

export function referencePage({info, paths = {}}: ApiDocument) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({path, method, operation}))
  )
  const groups = Map.groupBy(operations, ({operation}) => operation.tags?.[0] ?? 'Other')
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        <link rel="stylesheet" href="/api/reference.css" />
      </head>
      <body>
        <h1>${info.title} ${info.version}</h1>
        <p>${info.description}</p>
        <p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
        ${[...groups].map(
          ([tag, own]) => html`<section>
            <h2>${tag}</h2>
            ${own.map(operationPart)}
          </section>`
        )}
      </body>
    </html>`
}

function operationPart({
  path,
  method,
  operation
}: {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}) {
  const {summary, description, parameters = [], responses = {}} = operation
  const body = operation.requestBody?.content?.['application/json']?.schema
  return html`<details>
    <summary><code>${method.toUpperCase()} ${path}</code> ${summary}</summary>
    ${description ? html`<p>${description}</p>` : raw('')}
    ${parameters.length ? html`<table><tr><th>Name</th><th>In</th><th>Value</th><th>Meaning</th></tr>${parameters.map(parameterRow)}</table>` : raw('')}
    ${body ? html`<pre>${JSON.stringify(body, null, 2)}</pre>` : raw('')}
    <ul>${Object.entries(responses).map(([status, {description: meaning}]) => html`<li>${status}: ${meaning}</li>`)}</ul>
  </details>`
}

function parameterRow({name, in: place, required, description, schema}: Parameter) {
  const value = schema?.enum?.join(' | ') ?? String(schema?.type ?? '')
  const preset = schema?.default === undefined ? '' : ` = ${String(schema.default)}`
  return html`<tr><td><code>${name}</code>${required ? ' (needed)' : ''}</td><td>${place}</td><td>${value}${preset}</td><td>${description ?? ''}</td></tr>`
}

export const referenceStyle = `
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
summary { cursor: pointer; padding: .25rem 0; }
table { border-collapse: collapse; } td, th { text-align: start; padding: .2rem .75rem .2rem 0; vertical-align: top; }
pre { overflow: auto; max-block-size: 24rem; }
`
