// What a file of `static/words/` becomes in a build: one text a line, in the order of the file, without names, comments
// and empty lines. A line that begins with blanks belongs to the one above. Natively src/locale/texts.rs does the same.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const packed = (text) =>
  text
    .replace(/^#.*\n/gm, "")
    .replace(/\n +/g, "")
    .split("\n")
    .filter((line) => line)
    .map((line) => line.replace(/^\w+: */, ""))
    .join("\n");

/** Packs all files of a folder in place. */
export const packWords = (folder) => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, packed(readFileSync(file, "utf8")));
  }
};
