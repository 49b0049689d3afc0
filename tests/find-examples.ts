import ts from 'typescript';

/** An example in the comment of a declaration, or on a page. */
export interface Example {
  /** The file that it stands in, from the root of the repository. */
  readonly path: string;
  /** The line of its first line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

const fenced = /```ts\n(.*?)\n```/s;

/** Every `@example` of a source; its code stands between three backticks and `ts`. */
export const examplesIn = (tree: ts.SourceFile, path: string): readonly Example[] =>
  tree.statements.flatMap((statement) =>
    ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === 'example')
      .map((tag) => {
        const line = tree.getLineAndCharacterOfPosition(tag.getStart(tree)).line + 3;
        return { path, line, text: codeIn(ts.getTextOfJSDocComment(tag.comment)) };
      }),
  );

/** The code of an example; empty where it is not marked as code. */
export const codeIn = (comment: string | undefined): string => fenced.exec(comment ?? '')?.[1] ?? '';

/** Every piece of TypeScript on a page of Markdown. */
export const examplesOn = (page: string, path: string): readonly Example[] =>
  [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ 1: text = '', index }) => ({
    path,
    line: page.slice(0, index).split('\n').length + 1,
    text,
  }));
