import type { WireAnswer } from './request.ts';
import type { WholeAnswer } from './whole-answer.ts';

/** Says in an answer what time it is here: a client whose signature is refused for its time sets its clock by this header. */
export const dated = (answered: WireAnswer, now: number): WireAnswer => {
  switch (answered.kind) {
    case 'answer':
      return withDate(answered, now);
    case 'slow':
      return { ...answered, answer: withDate(answered.answer, now) };
    case 'reset':
    case 'stream':
      return answered;
    default:
      return answered satisfies never;
  }
};

const withDate = (answered: WholeAnswer, now: number): WholeAnswer => ({
  ...answered,
  headers: { date: new Date(now).toUTCString(), ...answered.headers },
});
