/** The built page. */
export interface PageFiles {
  /** The shell; it names `page.js` and `page.css` beside it. */
  readonly html: string;
  readonly script: string;
  readonly style: string;
}
