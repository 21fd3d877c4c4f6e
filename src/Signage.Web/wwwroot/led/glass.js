// Draws cells as round LEDs. The picture goes, one pixel a LED, to a small canvas, is blown up by a whole factor, and a mask of dots is laid over
// it: two copies a frame, whatever is lit.
import { strideOf } from "./frames.js";

const off = [30, 27, 27];
const red = [255, 58, 42];
const green = [64, 226, 92];
const yellow = [255, 190, 36];
const smallestDot = 3;

// A lit LED looks paler than its colour: the eye adds the glare.
const paleness = 0.2;

/** A glass on a canvas; measures how much room it has and keeps every LED the same size. */
export class Glass {
  #canvas;
  #small = document.createElement("canvas");
  #mask = document.createElement("canvas");
  #size = { width: 1, height: 1 };

  constructor(canvas) {
    this.#canvas = canvas;
  }

  /** Screen pixels for one LED. */
  pitch = 1;

  /** Fits the glass into so many CSS pixels. */
  fit(face, room) {
    const ratio = window.devicePixelRatio || 1;
    const pitch = Math.max(1, Math.floor(Math.min(room.width * ratio / face.width, room.height * ratio / face.height)));
    const width = face.width * pitch;
    const height = face.height * pitch;
    if (pitch === this.pitch && this.#canvas.width === width && this.#canvas.height === height) {
      return;
    }
    this.pitch = pitch;
    this.#size = { width: face.width, height: face.height };
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#canvas.style.width = `${width / ratio}px`;
    this.#canvas.style.height = `${height / ratio}px`;
    this.#small.width = face.width;
    this.#small.height = face.height;
    this.#drawMask();
  }

  /** Lights cells laid out as the layout says. */
  light(cells, layout) {
    const { width, height } = this.#size;
    const small = this.#small.getContext("2d");
    const image = small.createImageData(width, height);
    const stride = strideOf(width, layout);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at += 4) {
        const [r, g, b] = colourOf(cells, layout, stride, height, x, y);
        image.data[at] = r;
        image.data[at + 1] = g;
        image.data[at + 2] = b;
        image.data[at + 3] = 255;
      }
    }
    small.putImageData(image, 0, 0);
    const context = this.#canvas.getContext("2d");
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#small, 0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#mask, 0, 0);
  }

  // Black with a hole for each LED. Below three screen pixels a hole would be a square: the picture is left as it is.
  #drawMask() {
    this.#mask.width = this.#canvas.width;
    this.#mask.height = this.#canvas.height;
    if (this.pitch < smallestDot) {
      return;
    }
    const tile = document.createElement("canvas");
    tile.width = tile.height = this.pitch;
    const dot = tile.getContext("2d");
    dot.fillStyle = "#000";
    dot.fillRect(0, 0, this.pitch, this.pitch);
    dot.globalCompositeOperation = "destination-out";
    dot.beginPath();
    dot.arc(this.pitch / 2, this.pitch / 2, this.pitch * 0.46, 0, 2 * Math.PI);
    dot.fill();
    const mask = this.#mask.getContext("2d");
    mask.fillStyle = mask.createPattern(tile, "repeat");
    mask.fillRect(0, 0, this.#mask.width, this.#mask.height);
  }
}

function colourOf(cells, layout, stride, height, x, y) {
  if (layout === "rgb") {
    const at = y * stride + x * 3;
    const most = Math.max(cells[at], cells[at + 1], cells[at + 2]);
    return most === 0 ? off : [0, 1, 2].map(part => cells[at + part] + (most - cells[at + part]) * paleness);
  }
  const bit = 0x80 >> (x & 7);
  const isRed = cells[y * stride + (x >> 3)] & bit;
  const isGreen = layout === "dual" && cells[(height + y) * stride + (x >> 3)] & bit;
  return isRed ? (isGreen ? yellow : red) : isGreen ? green : off;
}
