// Drives a WLED controller with the client of others. One command a line comes in, one line of JSON with what the client then believes goes out.
import { createInterface } from "node:readline";
import { WLEDClient } from "wled-client";

const [host, port] = process.argv.slice(2);
const wled = new WLEDClient({ host, port: Number(port), websocket: false, immediate: false, init: { config: false } });

const commands = {
  connect: async () => {
    wled.init();
    await wled.isReady;
  },
  refresh: () => wled.refreshContext({ config: false }),
  brightness: (level) => wled.setBrightness(Number(level)),
  off: () => wled.turnOff(),
  on: () => wled.turnOn(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(" ");
  await commands[command](argument);
  const { matrix } = (await wled.JSONAPI.getInfo()).leds;
  const { brand, version, live, liveSource, leds } = wled.info;
  console.log(JSON.stringify({ on: wled.state.on, brightness: wled.state.brightness, brand, version, live, liveSource, leds: leds.count, matrix }));
}
