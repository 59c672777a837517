// One browser for all tests, and pages that tell of everything that went wrong in them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const folder = new URL("./out/", import.meta.url);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let running;
export const browser = () =>
  (running ??= chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags }));
export const close = async () => (await running)?.close();

/** Names of the reports that were made. */
export const reports = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -5)).sort();

/** The text of a report. */
export const html = (name) => readFileSync(new URL(`${name}.html`, folder), "utf8");

/**
 * Opens a report, hands its page to `work`, and fails on any error of the page and on any request but the report itself.
 * `options` are those of a browser context, and `hash` a link into the page.
 */
export async function open(name, options, work) {
  const { hash = "", ...context } = options;
  const own = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const page = await own.newPage();
  page.setDefaultTimeout(10_000);
  const wrong = [];
  const address = new URL(`${name}.html`, folder).href;
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().split("#")[0] !== address && wrong.push(`asks for ${request.url()}`));
  try {
    await page.goto(address + hash);
    await work(page);
    assert.deepEqual(wrong, [], `${name}: what the page complains of`);
  } finally {
    await own.close();
  }
}

/** Fails on every violation that axe-core finds of WCAG 2.2 A and AA and of its best practices. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const told = found.violations.map((one) =>
    `${one.id}: ${one.help}\n` + one.nodes.slice(0, 4).map((node) => `    ${node.target} ${node.failureSummary}`).join("\n"));
  assert.deepEqual(told, [], what);
}

/** Names of the facts, figures or copies that can be seen. */
export const visible = (page, selector) =>
  page.$$eval(selector, (elements) => elements.filter((one) => one.checkVisibility()).map((one) => one.id));

// Opens whatever is folded.
export const unfolded = (page) => page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
