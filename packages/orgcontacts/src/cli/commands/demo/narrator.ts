import type { Io } from '../../io.ts';

/** Runs one command line of this program, as typed after its name, and gives its exit status. */
type Call = (argv: readonly string[]) => Promise<number>;

/** Tells a story at the terminal and runs the commands in it. */
export interface Narrator {
  say(text: string): void;
  /** Begins a numbered step. */
  step(title: string): void;
  /** Shows a file, indented. */
  show(text: string): void;
  /** Shows a command as one would type it, runs it, and insists on how it ends. */
  run(argv: readonly string[], expected?: readonly number[]): Promise<void>;
}

/** Makes a narrator; `hidden` are arguments that every command gets and nobody needs to see. */
export const makeNarrator = (io: Io, call: Call, hidden: readonly string[]): Narrator => {
  let steps = 0;
  const say = (text: string) => io.out(`${text}\n`);
  return {
    say,
    step: (title) => say(`\n${io.paint('strong', `${++steps}. ${title}`)}\n`),
    show: (text) => say(io.paint('quiet', text.trimEnd().replaceAll(/^/gm, '   '))),
    run: async (argv, expected = [0]) => {
      say(io.paint('strong', `$ orgcontacts ${argv.map(quote).join(' ')}`));
      const talksToAws = argv[0] !== 'history';
      const status = await call([...argv, ...(talksToAws ? hidden : []), '--show-values']);
      say('');
      if (!expected.includes(status)) {
        throw new Error(
          `orgcontacts ${argv.join(' ')} ended with exit status ${status}; expected ${expected.join(' or ')}.`,
        );
      }
    },
  };
};

const quote = (argument: string): string => (/\s/.test(argument) ? JSON.stringify(argument) : argument);
