/** Neo4j in a container of its own, removed at the end. */
import { spawnSync } from 'node:child_process'
import { onPath, outputOf, run } from '../shell.mjs'

const IMAGE = 'neo4j:5.26-community'

export async function startDocker(password) {
  if (!onPath('docker') || outputOf('docker', ['info'], { timeout: 5_000 }) === null)
    throw new Error('no Docker engine answers')
  process.stderr.write(`Starting ${IMAGE} …\n`)
  const name = `kith-test-${process.pid}`
  const remove = () => void spawnSync('docker', ['rm', '--force', '--volumes', name], { timeout: 30_000 })
  try {
    // The password goes by the environment: arguments can be read by everyone on the machine.
    await run(
      'docker',
      ['run', '--detach', '--name', name, '--publish', '127.0.0.1::7687', '--env', 'NEO4J_AUTH', IMAGE],
      {
        env: { ...process.env, NEO4J_AUTH: `neo4j/${password}` },
      },
    )
    const port = /:(\d+)\s*$/m.exec(outputOf('docker', ['port', name, '7687/tcp']) ?? '')?.[1]
    if (!port) throw new Error('the container opened no port')
    return { uri: `bolt://127.0.0.1:${port}`, stop: async () => remove() }
  } catch (error) {
    remove()
    throw new Error(`${IMAGE} did not start (${error.message})`, { cause: error })
  }
}
