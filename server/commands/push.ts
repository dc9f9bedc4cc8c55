/** `kith push`: copies the graph into a Neo4j (or another folder). Pushing twice changes nothing. */
import type { Command } from '@commander-js/extra-typings'
import { sha256Of } from '../canonical.ts'
import { readConfig } from '../config.ts'
import { rememberRoot, rootOf } from '../sources.ts'
import type { Database } from '../store/database.ts'
import { openGraph, replaceGraph } from '../store/open.ts'
import { readGraph } from '../store/read.ts'
import { readSkipped } from '../store/state.ts'
import { createProgress, print, printJson } from '../terminal.ts'

export function addPush(program: Command): void {
  program
    .command('push')
    .description('copy the graph into a Neo4j')
    .argument('<url>', 'neo4j://…, neo4j+s://…, bolt://…')
    .option('--graph <url>', 'the graph to copy')
    .option('--json', 'print the outcome as JSON')
    .action(async (url, { graph: from, json }) => {
      const config = readConfig({ graph: from })
      const database = openGraph(config.graph, config.credentials)
      const { graph, skipped } = await readWhole(database).finally(() => database.close())
      const sha256 = sha256Of(graph)
      const progress = await createProgress()
      try {
        await replaceGraph(url, config.credentials, graph, {
          sha256,
          skipped,
          onProgress: (done, total) => progress.report('saving', done, total),
        })
      } finally {
        progress.end()
      }
      const root = await rootOf(config.graph)
      if (root) await rememberRoot(url, root)
      const counts = { entities: graph.entities.length, edges: graph.edges.length, sha256 }
      if (json) printJson(counts)
      else print(`${counts.entities} entities and ${counts.edges} edges are there now. sha256 ${sha256}`)
    })
}

async function readWhole(database: Database) {
  return { graph: await readGraph(database), skipped: await readSkipped(database) }
}
