/** What is made of a whole graph is made once for each graph. */
import { expect, it } from '@jest/globals'
import { derive } from '../../../server/ask/derived.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { serving } from '../app/serving.ts'
import { smallGraph } from '../graph.ts'

it('is made when first asked for, kept while the graph stands, and made anew for another; a failure is not kept', async () => {
  const kith = await serving()
  try {
    let made = 0
    let fails = true
    const derived = derive(kith.database, async () => {
      if (fails) throw new Error('not this time')
      return ++made
    })
    await expect(derived()).rejects.toThrow('not this time')
    fails = false
    expect(await Promise.all([derived(), derived(), derived()])).toEqual([1, 1, 1])
    expect(await derived()).toBe(1)
    await kith.replace(graphOf({ 'a.md': 'RWKV and Mamba.\n' }))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await derived()).toBe(2)
    await kith.replace(smallGraph())
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await derived()).toBe(3)
  } finally {
    await kith.close()
  }
})
