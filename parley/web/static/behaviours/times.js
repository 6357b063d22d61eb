// times.js: "3 hours ago" for the last week, with the reader's own clock behind it.
import { behave } from "./behave.js";

const language = `${document.documentElement.lang}-u-nu-latn`; // digits as everywhere on the page
const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const full = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" });
const steps = [["minute", 60], ["hour", 3600], ["day", 86400]];

behave("time[data-when]", (time) => {
  const then = new Date(time.dateTime), seconds = (Date.now() - then) / 1000;
  time.title = full.format(then);
  if (seconds < 0 || seconds > 7 * 86400) return;
  const [unit, size] = steps.findLast(([, least]) => seconds >= least) ?? ["minute", 60];
  time.textContent = ago.format(-Math.floor(seconds / size), unit);
});
