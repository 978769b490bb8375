/** The commands and their names. */
import {buildApplication, buildRouteMap, text_en} from '@stricli/core'
import {actors} from './commands/actors.ts'
import {backup} from './commands/backup.ts'
import {captures} from './commands/captures.ts'
import {code} from './commands/code.ts'
import {codebookCheck} from './commands/codebook-check.ts'
import {corrections} from './commands/corrections.ts'
import {doctor} from './commands/doctor.ts'
import {evaluate} from './commands/eval.ts'
import {explain} from './commands/explain.ts'
import {exportIncidents} from './commands/export.ts'
import {feeds} from './commands/feeds.ts'
import {gazetteerImport} from './commands/gazetteer-import.ts'
import {gazetteerInfo} from './commands/gazetteer-info.ts'
import {importFile} from './commands/import.ts'
import {incidents} from './commands/incidents.ts'
import {ingest} from './commands/ingest.ts'
import {jobs} from './commands/jobs.ts'
import {publications} from './commands/publications.ts'
import {publish} from './commands/publish.ts'
import {relink} from './commands/relink.ts'
import {restore} from './commands/restore.ts'
import {retry} from './commands/retry.ts'
import {rule} from './commands/rule.ts'
import {rulings} from './commands/rulings.ts'
import {schema} from './commands/schema.ts'
import {serve} from './commands/serve.ts'
import {show} from './commands/show.ts'
import {site} from './commands/site.ts'
import {start} from './commands/start.ts'
import {train} from './commands/train.ts'
import {undo} from './commands/undo.ts'
import {userAdd} from './commands/user-add.ts'
import {userDisable, userEnable} from './commands/user-disable.ts'
import {userList} from './commands/user-list.ts'
import {userReset} from './commands/user-reset.ts'
import {verify} from './commands/verify.ts'
import {watch} from './commands/watch.ts'
import {withdraw} from './commands/withdraw.ts'
import {worker} from './commands/worker.ts'

// Each command loads what it needs when it runs, so that starting costs nothing.

export function application(debug: boolean) {
  const routes = buildRouteMap({
    routes: {
      code,
      ingest,
      watch,
      feeds,
      incidents,
      show,
      explain,
      export: exportIncidents,
      import: importFile,
      rule,
      undo,
      rulings,
      relink,
      publications,
      publish,
      withdraw,
      corrections,
      captures,
      verify,
      backup,
      site,
      restore,
      doctor,
      worker,
      jobs,
      retry,
      serve,
      start,
      schema,
      user: buildRouteMap({
        routes: {add: userAdd, list: userList, disable: userDisable, enable: userEnable, reset: userReset},
        docs: {brief: 'Who may use a server, and what they may do'}
      }),
      eval: evaluate,
      train,
      actors,
      codebook: buildRouteMap({
        routes: {check: codebookCheck},
        docs: {brief: 'The knowledge that analysts edit'}
      }),
      gazetteer: buildRouteMap({
        routes: {import: gazetteerImport, info: gazetteerInfo},
        docs: {brief: 'The places that are known'}
      })
    },
    docs: {brief: 'Reads news reports of political violence and keeps who said what happened, on whose word'}
  })
  return buildApplication(routes, {
    name: 'dateline',
    scanner: {caseStyle: 'allow-kebab-for-camel'},
    localization: {
      text: {
        ...text_en,
        exceptionWhileRunningCommand: errorText,
        exceptionWhileParsingArguments: (error: unknown) => (error as Error).message
      }
    }
  })

  function errorText(error: unknown): string {
    const {message, cause, stack} = error as Error
    if (debug) return stack ?? message
    return cause instanceof Error && !message.includes(cause.message)
      ? `${message} (${cause.message}). --debug shows where`
      : `${message}. --debug shows where`
  }
}
