import { readFile } from 'node:fs/promises';
import type { PageFiles } from '../page-files.ts';

/** Reads the built page, which lies in `page-files` beside the built library; rejects when it was never built. */
export const readPageFiles = async (): Promise<PageFiles> => {
  const read = (file: string) => readFile(new URL(`../../../page-files/${file}`, import.meta.url), 'utf8');
  const [html, script, style] = await Promise.all([read('index.html'), read('page.js'), read('page.css')]);
  return { html, script, style };
};
