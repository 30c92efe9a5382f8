// The one build configuration: every script passes `--config remix.config.js`, so no vite.config.ts exists.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Assets are few and small; inlining them as data: URLs would need a looser content security policy.
  build: { assetsInlineLimit: 0 },
})
