/**
 * A browser for the tests: the one that is named or installed, else Playwright's own, else Debian's Chromium.
 * Returns `{file}`, or `{missing}`: why there is none.
 */
import { canInstall, install, isExecutable, onPath } from './shell.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export async function findBrowser() {
  const named = process.env.KITH_TEST_BROWSER
  if (named)
    return isExecutable(named) ? { file: named } : { missing: `KITH_TEST_BROWSER is ${named}, which is no program` }
  const present = onPath(...NAMES) ?? (await ofPlaywright())
  if (present) return { file: present }
  if (!canInstall()) return { missing: 'there is no Chromium here; set KITH_TEST_BROWSER or install chromium' }
  try {
    // Without Chinese letters a picture of Chinese notes is a picture of boxes.
    await install('chromium', 'fonts-noto-cjk')
  } catch (error) {
    return { missing: `chromium could not be installed (${error.message})` }
  }
  const installed = onPath(...NAMES)
  return installed ? { file: installed } : { missing: 'chromium was installed and is not on the PATH' }
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core')
  const file = chromium.executablePath()
  return file && isExecutable(file) ? file : null
}
