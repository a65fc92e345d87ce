// Builds the console into web/dist; `vite web` serves it for development and passes /api on to a running service.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    target: 'es2022',
    // Nothing is inlined: the service's content security policy allows files of its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // In kB before compression; what counts is the first load, which is under 300 kB compressed.
    chunkSizeWarningLimit: 800,
  },
})
