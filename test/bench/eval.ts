/** `npm run eval`: how well names are found, on hand annotations. Without `../shared`, on the annotated sample. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { evaluate, type Gold } from '../../server/evaluate.ts'
import { table } from '../../server/terminal.ts'

const root = resolve(import.meta.dirname, '..', '..')
const shared = resolve(root, '..', 'shared')

const SETS = existsSync(join(shared, 'gold'))
  ? [
      { name: 'logs', gold: join(shared, 'gold'), text: join(shared, 'corpus', 'notes') },
      { name: 'arXiv pages', gold: join(shared, 'gold', 'arxiv'), text: join(shared, 'corpus', 'arxiv') },
      { name: 'articles', gold: join(shared, 'gold', 'zh-notes'), text: join(shared, 'corpus', 'zh-notes') },
    ]
  : [{ name: 'sample', gold: join(root, 'test', 'bench', 'gold'), text: join(root, 'sample') }]

for (const { name, gold, text } of SETS) {
  const files = readdirSync(gold).filter((file) => file.endsWith('.json'))
  const scores = await evaluate(
    files.map((file) => JSON.parse(readFileSync(join(gold, file), 'utf8')) as Gold),
    [text],
  )
  console.log(`\n${name}: ${files.length} annotated documents`)
  const cells = (value: number) => value.toFixed(3)
  const rows = Object.entries(scores).map(([what, { precision, recall, f1, gold, found }]) => [
    what,
    cells(precision),
    cells(recall),
    cells(f1),
    String(gold),
    String(found),
  ])
  console.log(table(['', 'P', 'R', 'F1', 'gold', 'found'], rows))
}
