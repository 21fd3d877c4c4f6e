// Plays shows on canvases. The site sends pages and phase once for each change; from then on the browser keeps time by itself, counted from the
// moment of arrival, so that its own clock may be as wrong as it likes.
import { frameAt, placeAt, planesOf, prepare, restingTime, strideOf } from "./frames.js";
import { Glass } from "./glass.js";

const players = new WeakMap();
const lessMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

class Player {
  #canvas;
  #glass;
  #tallest;
  #face = { width: 1, height: 1 };
  #show = null;
  #startedAt = 0;
  #drawn = null;
  #asked = 0;
  #wake = () => this.#look();
  #room = new ResizeObserver(() => this.#redraw());

  constructor(canvas, tallest) {
    this.#canvas = canvas;
    this.#glass = new Glass(canvas);
    this.#tallest = tallest;
    this.#room.observe(this.#wall);
    document.addEventListener("visibilitychange", this.#wake);
    lessMotion.addEventListener("change", this.#wake);
  }

  /** Plays a show whose loop began so many milliseconds ago. */
  play(show, elapsed) {
    this.#show = prepare(show);
    this.#face = show;
    this.phase(elapsed);
  }

  /** The same show, its loop begun so many milliseconds ago. */
  phase(elapsed) {
    this.#startedAt = performance.now() - elapsed;
    this.#redraw();
  }

  /** Lights nothing: nobody knows what the panel shows. */
  darken(width, height) {
    this.#show = null;
    this.#face = { width, height };
    this.#redraw();
  }

  /** What is drawn: time in the loop, cells and pitch; for whoever wants to check. */
  get drawn() {
    return { ...this.#drawn, pitch: this.#glass.pitch };
  }

  /** Stops for good. */
  leave() {
    players.delete(this.#canvas);
    cancelAnimationFrame(this.#asked);
    this.#room.disconnect();
    document.removeEventListener("visibilitychange", this.#wake);
    lessMotion.removeEventListener("change", this.#wake);
  }

  // The frame hugs the glass; the wall behind it says how much room there is.
  get #wall() {
    return this.#canvas.parentElement.parentElement;
  }

  #redraw() {
    this.#drawn = null;
    const frame = getComputedStyle(this.#canvas.parentElement);
    const width = this.#wall.clientWidth - parseFloat(frame.paddingLeft) - parseFloat(frame.paddingRight);
    this.#glass.fit(this.#face, { width, height: this.#tallest });
    this.#look();
  }

  // Draws when the picture has changed, and comes again with the next frame as long as anybody looks and anything moves.
  #look() {
    cancelAnimationFrame(this.#asked);
    if (this.#show === null) {
      this.#draw("dark", 0, () => new Uint8Array(strideOf(this.#face.width, "mono") * this.#face.height), "mono");
      return;
    }
    const t = lessMotion.matches ? restingTime(this.#show) : Math.max(0, Math.floor((performance.now() - this.#startedAt) * 1000));
    const { index, steps } = placeAt(this.#show, t);
    this.#draw(`${index}/${steps}`, t, () => frameAt(this.#show, t), this.#show.layout);
    if (!document.hidden && !lessMotion.matches) {
      this.#asked = requestAnimationFrame(this.#wake);
    }
  }

  #draw(name, t, paint, layout) {
    if (this.#drawn?.name === name) {
      return;
    }
    const cells = paint();
    this.#glass.light(cells, layout);
    this.#drawn = { name, t, cells, layout, planes: planesOf(layout) };
  }
}

/** A player for a canvas, whose glass is at most so many CSS pixels high; null when the canvas has gone meanwhile. */
export function mount(canvas, tallest) {
  if (!canvas?.isConnected) {
    return null;
  }
  players.get(canvas)?.leave();
  players.set(canvas, new Player(canvas, tallest));
  return players.get(canvas);
}

/** What is drawn on a canvas; null when nobody plays there. */
export const drawn = canvas => players.get(canvas)?.drawn ?? null;
