// Plays golden vectors with the browser's player: node play.mjs < vectors.json. Prints a line for each frame that differs, and how many there were.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("frames.js", import.meta.url), "utf8");
const { frameAt, prepare } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
let frames = 0;
for (const { name, show, expected } of JSON.parse(readFileSync(0, "utf8"))) {
  const ready = prepare(show);
  for (const { t, cells } of expected) {
    frames++;
    const played = Buffer.from(frameAt(ready, t)).toString("base64");
    if (played !== cells) {
      console.log(`${name} at ${t}: ${played} instead of ${cells}`);
    }
  }
}
console.log(`${frames} frames`);
