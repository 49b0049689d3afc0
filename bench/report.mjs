/** Runs benches one after the other and prints their figures; the process ends with 1 when one breaks its bound. */
export const report = async (benches) => {
  for (const bench of benches) for (const figure of await bench()) print(figure);
};

/** A figure without a bound is printed beside another one, for people to judge. */
const print = ({ name, figure, bound, least, detail }) => {
  const isWithin = (bound === undefined || figure <= bound) && (least === undefined || figure >= least);
  if (!isWithin) process.exitCode = 1;
  const limits = [
    ...(bound === undefined ? [] : [`, at most ${bound}`]),
    ...(least === undefined ? [] : [`, at least ${least}`]),
  ];
  console.log(
    `${isWithin ? 'ok  ' : 'FAIL'} ${name}: ${Number(figure.toPrecision(5))}${limits.join('')}\n     ${detail}`,
  );
};

export const medianOf = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
