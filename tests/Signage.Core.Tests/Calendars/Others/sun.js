// Sunrise and sunset of every third day of ten years in cities of China, by China time: city, latitude, longitude, date, both instants.
const { Body, Observer, SearchRiseSet } = require('astronomy-engine');

const cities = [
  ['Beijing', 39.904, 116.407], ['Shanghai', 31.23, 121.474], ['Guangzhou', 23.129, 113.264], ['Chengdu', 30.573, 104.066],
  ['Lhasa', 29.65, 91.132], ['Urumqi', 43.825, 87.617], ['Kashgar', 39.47, 75.99], ['Mohe', 52.972, 122.538], ['Sanya', 18.253, 109.512],
];
const day = 86_400_000;
const lines = [];
for (const [city, latitude, longitude] of cities) {
  const observer = new Observer(latitude, longitude, 0);
  for (let noon = Date.UTC(2024, 0, 1, 4); noon < Date.UTC(2034, 0, 1); noon += 3 * day) {
    const midnight = new Date(noon - day / 2);
    const [rise, set] = [1, -1].map((way) => SearchRiseSet(Body.Sun, observer, way, midnight, 1).date.toISOString());
    lines.push([city, latitude, longitude, new Date(noon).toISOString().slice(0, 10), rise, set].join(','));
  }
}

process.stdout.write(lines.join('\n'));
