import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The same build settings as apps/web, so that only what is written differs.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
})
