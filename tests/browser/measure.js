// What a page costs in the browser: `node measure.js PAGE.html`. Milliseconds, the best of five tries, as JSON.
import { resolve } from "node:path";
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { browser, close } from "./browser.js";

const TRIES = 5;
const file = resolve(process.argv[2]);
const best = {};
const keep = (name, took) => (best[name] = Math.min(best[name] ?? Infinity, Math.round(took)));

for (let at = 0; at < TRIES; at += 1) {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  keep("first paint", await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
  keep("loaded", await page.evaluate(() => performance.timing.loadEventEnd - performance.timing.navigationStart));
  const article = await page.evaluate(() => document.querySelector("#f-source option:nth-child(3)")?.value ?? "");
  const choices = [["verdict", "input[value=conflict]", true], ["verdict off", "input[value=conflict]", false],
    ["kind", "#f-kind", "date"], ["kind off", "#f-kind", ""], ["article", "#f-source", article], ["article off", "#f-source", ""],
    ["text", "#f-text", "nato"], ["text off", "#f-text", ""]];
  const times = await page.evaluate(async (choices) => {
    await new Promise((done) => setTimeout(done, 500));
    const times = {};
    for (const [name, field, value] of choices) {
      const element = document.querySelector(field);
      if (!element) continue;
      if (typeof value === "boolean") element.checked = value;
      else element.value = value;
      const start = performance.now();
      element.dispatchEvent(new Event("change", { bubbles: true }));
      document.body.getBoundingClientRect();
      times[name] = performance.now() - start;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    }
    return times;
  }, choices);
  for (const [name, took] of Object.entries(times)) keep(name, took);
  await context.close();
}
console.log(JSON.stringify({ bytes: statSync(file).size, ...best }));
await close();
