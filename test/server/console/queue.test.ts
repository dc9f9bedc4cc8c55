/** Whose turn it is: few at a time, and nobody's many before another's one. */
import { describe, expect, it } from '@jest/globals'
import { createQueue } from '../../../server/console/queue.ts'

/** Work that ends when it is told to, and a list of what has begun. */
function benches() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (name: string) => () =>
      new Promise<string>((resolve) => {
        begun.push(name)
        ends.set(name, () => resolve(name))
      }),
    end: async (name: string) => {
      await settled()
      ends.get(name)?.()
      await settled()
    },
  }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('a queue', () => {
  it('takes clients in turn, however many questions one of them has', async () => {
    const queue = createQueue({ workers: 1 })
    const { begun, work, end } = benches()
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void queue.run(name.charAt(0), work(name))
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
  })

  it('answers as many at once as it has workers', async () => {
    const queue = createQueue({ workers: 2 })
    const { begun, work, end } = benches()
    for (const name of ['a', 'b', 'c']) void queue.run('one', work(name))
    await settled()
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('refuses a client with too many, and lets another in', async () => {
    const queue = createQueue({ workers: 1, each: 2 })
    const { begun, work, end } = benches()
    for (const name of ['a1', 'a2', 'a3']) void queue.run('a', work(name))
    await expect(queue.run('a', work('a4'))).rejects.toMatchObject({ code: 'too_many' })
    void queue.run('b', work('b1'))
    for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name)
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('refuses everybody when all together are too many', async () => {
    const queue = createQueue({ workers: 1, most: 2 })
    const { work } = benches()
    for (const name of ['a', 'b', 'c']) void queue.run(name, work(name))
    await expect(queue.run('d', work('d'))).rejects.toMatchObject({ code: 'too_many' })
  })

  it('drops what is taken back before its turn', async () => {
    const queue = createQueue({ workers: 1 })
    const { begun, work, end } = benches()
    const gone = new AbortController()
    void queue.run('a', work('a1'))
    const taken = queue.run('b', work('b1'), gone.signal)
    void queue.run('c', work('c1'))
    gone.abort()
    await expect(taken).rejects.toMatchObject({ message: 'The question was taken back.' })
    await end('a1')
    expect(begun).toEqual(['a1', 'c1'])
  })

  it('goes on after a failure, and refuses those that wait when it is closed', async () => {
    const queue = createQueue({ workers: 1 })
    await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const { work, end } = benches()
    const first = queue.run('a', work('a1'))
    const second = queue.run('b', work('b1'))
    queue.close()
    await expect(second).rejects.toMatchObject({ code: 'unavailable' })
    await settled()
    await end('a1')
    expect(await first).toBe('a1')
  })

  it('tells how long a question has waited', async () => {
    const queue = createQueue({ workers: 1 })
    const first = queue.run('a', () => new Promise((resolve) => setTimeout(resolve, 40)))
    const waited = queue.run('a', async (milliseconds) => milliseconds)
    await first
    expect(await waited).toBeGreaterThan(20)
  })
})
