import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.BUILD_DIR ?? '.next',
  // Written into the code as it is built: what a kept file is told apart by, besides its edition and view.
  env: { BUILD_STAMP: Date.now().toString(36) },
  poweredByHeader: false,
  // proxy.ts gives every address its one spelling, this among it.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // The tests check the types of everything, themselves included; a start has no use for theirs.
  typescript: { ignoreBuildErrors: true },
  // What is addressed by edition never goes stale: it is kept in memory, bounded, and never written to disk.
  cacheHandler: fileURLToPath(new URL('./cache-handler.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'sharp'],
  // The guard bounds bodies by their address; a file that proves something is the largest.
  experimental: {
    staleTimes: { static: 30 },
    proxyClientMaxBodySize: '24mb',
    serverActions: { bodySizeLimit: '24mb' },
  },
}

export default config
