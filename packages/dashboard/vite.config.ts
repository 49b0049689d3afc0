import { defineConfig } from 'vite';

/** One script and one style sheet under fixed names: the local server and the report put them where they belong. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../orgcontacts/page-files',
    emptyOutDir: true,
    // Chrome 111, Firefox 114, Safari 16.4 and later.
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: true,
    rolldownOptions: { output: { entryFileNames: 'page.js', assetFileNames: 'page.[ext]' } },
  },
});
