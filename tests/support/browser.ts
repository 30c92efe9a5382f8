import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/**
 * Chromium from inside an npm package, with Noto fonts so that Arabic and Kurdish look as they will. The package
 * unpacks the system libraries it needs only where it believes itself to be on a bare host, hence the variable.
 */
export async function launchBrowser(): Promise<Browser> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    // Not the package's own list: it is meant for one page in one short life, and puts web security off.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  })
}

function fontConfiguration(): string {
  const require = createRequire(import.meta.url)
  const folder = mkdtempSync(join(tmpdir(), 'majlis-fonts-'))
  mkdirSync(join(folder, 'cache'))
  for (const family of ['noto-sans', 'noto-sans-arabic']) {
    const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    for (const weight of ['400Regular', '600SemiBold', '700Bold']) {
      cpSync(join(home, weight), folder, {
        recursive: true,
        filter: (path) => !path.endsWith('.js') && !path.endsWith('.ts'),
      })
    }
  }
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir>
<alias><family>system-ui</family><prefer><family>Noto Sans</family><family>Noto Sans Arabic</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Noto Sans</family><family>Noto Sans Arabic</family></prefer></alias></fontconfig>`,
  )
  return file
}
