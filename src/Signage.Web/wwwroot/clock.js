// Site time in the header: set by the site, then counted here, whatever this computer believes the time to be.
const two = number => String(number).padStart(2, "0");

/** A clock in an element; it stands still until it is set. */
export function mount(element) {
  let next = 0;
  let ahead = 0;
  const tick = () => {
    const now = performance.now() + ahead;
    const time = new Date(now);
    element.textContent = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
    next = setTimeout(tick, 1000 - now % 1000);
  };
  return {
    set: siteMilliseconds => {
      clearTimeout(next);
      ahead = siteMilliseconds - performance.now();
      tick();
    },
    leave: () => clearTimeout(next),
  };
}
