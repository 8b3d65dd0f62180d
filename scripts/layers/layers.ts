// `npm run check` calls this for the layer rules of .dependency-cruiser.mjs.
import { checkLayers } from "./check-layers.ts";

const report = await checkLayers(process.cwd());
for (const { rule, from, to, instead } of report.problems) console.log(`${rule}: ${from} -> ${to}\n    ${instead}`);
if (report.seen < report.onDisk) console.log(`only ${report.seen} of ${report.onDisk} source files were seen: dependency-cruiser needs typescript 6`);
console.log(`${report.seen} source files, ${report.problems.length} layer rules broken`);
if (report.problems.length > 0 || report.seen < report.onDisk || report.seen === 0) process.exitCode = 1;
