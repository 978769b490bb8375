import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import {defineConfig} from 'vite'
import {mapLabelData} from './label-data.ts'

export default defineConfig({
  plugins: [react(), tailwindcss(), mapLabelData()],
  worker: {format: 'es'},
  // Fonts and small pictures stay files: the page's policy allows no others.
  build: {target: 'es2022', chunkSizeWarningLimit: 2000, manifest: true},
  server: {proxy: {'/api': 'http://127.0.0.1:4100'}}
})
