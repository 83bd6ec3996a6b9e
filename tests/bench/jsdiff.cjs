// Compares pairs of texts with jsdiff's words. Takes the package's folder as its argument and a JSON
// list of pairs on standard input; gives the marks of each pair and the milliseconds of them all.
const { diffWords } = require(process.argv[2]);
const pairs = JSON.parse(require("fs").readFileSync(0, "utf8"));
diffWords("warm up", "warmed up");
const start = process.hrtime.bigint();
const found = pairs.map(([enacted, proposed]) => diffWords(enacted, proposed));
const taken = Number(process.hrtime.bigint() - start) / 1e6;
const marks = found.map((parts) =>
  parts.map((part) => [part.removed ? "-" : part.added ? "+" : "=", part.value]),
);
process.stdout.write(JSON.stringify({ taken, marks }));
