// Every day of 1900 to 2100: date, lunar year, month (negative in a leap month), day, solar term.
const { Solar } = require('lunar-javascript');

const days = [];
for (let at = new Date(Date.UTC(1900, 0, 1)); at.getUTCFullYear() <= 2100; at.setUTCDate(at.getUTCDate() + 1)) {
  const lunar = Solar.fromYmd(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()).getLunar();
  days.push([at.toISOString().slice(0, 10), lunar.getYear(), lunar.getMonth(), lunar.getDay(), lunar.getJieQi()].join(','));
}

process.stdout.write(days.join('\n'));
