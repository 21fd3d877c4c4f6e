// What a loop of pages looks like at a moment: the definition at Signage.Core.Shows.Effects, once more for browsers. Pure: no clock, no page.
// Golden vectors exported from there are played against it, cell for cell. Times are whole microseconds.

const blinkSteps = 32;
const shortestStay = 1000;

/** Bytes from one row to the next within a plane. */
export const strideOf = (width, layout) => layout === "rgb" ? width * 3 : (width + 7) >> 3;

/** Planes that follow one another in the cells of a picture. */
export const planesOf = layout => layout === "dual" ? 2 : 1;

/** The time of one round of a page, its repeat not counted. */
function roundOf(page, face) {
  const stay = page.stayMilliseconds * 1000;
  switch (page.effect) {
    case "moveLeft": return page.step * face.width + stay;
    case "moveUp": return page.step * face.height + stay;
    case "continuousLeft": return page.step * page.width;
    case "blink": {
      const pair = page.step * 2 * blinkSteps;
      return Math.max(1, Math.ceil(stay / pair)) * pair;
    }
    default: return Math.max(stay, shortestStay);
  }
}

/** Makes a show playable: { width, height, layout, pages: [{ effect, step, stayMilliseconds, repeat, width, cells }] }, cells in base64. */
export function prepare(sent) {
  const face = { width: sent.width, height: sent.height };
  let length = 0;
  const pages = sent.pages.map(page => {
    const ready = { ...page, cells: bytesOf(page.cells), start: length, round: roundOf(page, face) };
    length += ready.round * page.repeat;
    return ready;
  });
  return { ...face, layout: sent.layout, pages, length };
}

/** The page that plays at a moment and the whole steps since it, or its repetition, began. */
export function placeAt(show, t) {
  const within = Math.floor(t) % show.length;
  let index = show.pages.length - 1;
  while (show.pages[index].start > within) index--;
  const page = show.pages[index];
  return { page, index, steps: Math.floor((within - page.start) % page.round / page.step) };
}

/** The cells of the glass at a moment, laid out like a frame of the face. */
export function frameAt(show, t) {
  const { page, steps } = placeAt(show, t);
  const cells = new Uint8Array(strideOf(show.width, show.layout) * show.height * planesOf(show.layout));
  const { width, height } = show;
  if (page.effect === "moveLeft" && steps < width) {
    blit(show, page, 0, cells, width - steps, 0, steps, height);
  } else if (page.effect === "moveUp" && steps < height) {
    blit(show, page, 0, cells, 0, height - steps, width, steps);
  } else if (page.effect === "continuousLeft") {
    strip(show, page, steps % page.width, cells);
  } else if (page.effect !== "blink" || Math.floor(steps / blinkSteps) % 2 === 0) {
    blit(show, page, 0, cells, 0, 0, width, height);
  }
  return cells;
}

/** The moment at which the first page has arrived: what somebody sees who asked for less motion. */
export function restingTime(show) {
  const first = show.pages[0];
  return first.effect === "moveLeft" ? first.step * show.width : first.effect === "moveUp" ? first.step * show.height : 0;
}

// The end of the strip is followed by its beginning, as often as the glass is wide.
function strip(show, page, from, cells) {
  for (let x = 0; x < show.width;) {
    const width = Math.min(page.width - from, show.width - x);
    blit(show, page, from, cells, x, 0, width, show.height);
    x += width;
    from = 0;
  }
}

// Copies columns from..from+width, rows 0..height, of a page to (x, y) of the glass, in every plane.
function blit(show, page, from, cells, x, y, width, height) {
  const source = strideOf(page.width, show.layout);
  const target = strideOf(show.width, show.layout);
  for (let plane = 0; plane < planesOf(show.layout); plane++) {
    for (let row = 0; row < height; row++) {
      const read = (plane * show.height + row) * source;
      const write = (plane * show.height + y + row) * target;
      if (show.layout === "rgb") {
        cells.set(page.cells.subarray(read + from * 3, read + (from + width) * 3), write + x * 3);
      } else {
        copyBits(page.cells, read, from, cells, write, x, width);
      }
    }
  }
}

function copyBits(source, read, from, target, write, x, width) {
  for (let i = 0; i < width; i++) {
    if (source[read + ((from + i) >> 3)] & (0x80 >> ((from + i) & 7))) {
      target[write + ((x + i) >> 3)] |= 0x80 >> ((x + i) & 7);
    }
  }
}

const bytesOf = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
