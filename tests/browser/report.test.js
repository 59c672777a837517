// The HTML report in a browser: what a reader sees and does.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { close, html, open, reports, unfolded, visible } from "./browser.js";

after(close);

const conflicts = "01-typhoon";
const shown = (page) => page.textContent("#shown");

test("reports of all articles were made", () => {
  assert.ok(reports.length >= 8, reports.join(", "));
});

test("nothing is wider than a telephone", async () => {
  for (const name of reports) {
    await open(name, { viewport: { width: 360, height: 740 } }, async (page) => {
      await unfolded(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, name);
    });
  }
});

test("a report of five articles is small", () => {
  for (const name of reports) assert.ok(Buffer.byteLength(html(name)) < 1_000_000, name);
});

test("the first heading is the verdict, and the counts lead to their sections", async () => {
  await open(conflicts, {}, async (page) => {
    assert.match(await page.textContent("h1"), /contradict each other/);
    const counts = page.locator(".tiles a");
    for (let at = 0; at < (await counts.count()); at += 1) {
      const [link, n] = [await counts.nth(at).getAttribute("href"), await counts.nth(at).locator("b").textContent()];
      const cards = await page.locator(`${link} .item`).count();
      if (link !== "#not-checked") assert.equal(String(cards), n, link);
    }
  });
});

test("a conflict shows its values side by side, marked, with publisher, date and place", async () => {
  await open(conflicts, {}, async (page) => {
    const card = page.locator(".card.conflict").first();
    const sides = card.locator(".side");
    assert.ok((await sides.count()) >= 2);
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    assert.ok(Math.abs(left.y - right.y) < 2 && left.x + left.width <= right.x, "beside each other");
    for (let at = 0; at < (await sides.count()); at += 1) {
      assert.ok((await sides.nth(at).locator("mark").count()) >= 1);
      assert.notEqual((await sides.nth(at).locator(".who").first().textContent()).trim(), "");
      assert.match(await sides.nth(at).locator(".where").first().textContent(), /line \d+/);
    }
    const why = card.locator(".why");
    assert.equal(await why.locator("li").first().isVisible(), false);
    await why.locator("summary").click();
    assert.equal(await why.locator("li").first().isVisible(), true);
  });
});

test("the filter by verdict, article, kind and text", async () => {
  await open(conflicts, {}, async (page) => {
    const all = await page.locator(".item").count();
    assert.match(await shown(page), new RegExp(`^${all} `));
    await page.check('input[value="conflict"]');
    const left = await page.$$eval(".item", (items) => items.filter((one) => !one.hidden).map((one) => one.dataset.v));
    assert.ok(left.length > 0 && left.every((verdict) => verdict === "conflict"), left.join());
    assert.equal(await page.isVisible("#section-agreement"), false);
    assert.match(await shown(page), new RegExp(`^${left.length} of ${all} `));
    await page.click("#show-all");
    assert.match(await shown(page), new RegExp(`^${all} `));
    assert.equal(await page.isVisible("#section-agreement"), true);

    await page.selectOption("#f-source", "2");
    const sources = await page.$$eval(".item", (items) => items.filter((one) => !one.hidden).map((one) => one.dataset.s));
    assert.ok(sources.length > 0 && sources.length < all && sources.every((of) => of.split(" ").includes("2")));
    assert.equal(await page.isVisible("#source-1"), false);
    await page.click("#show-all");

    await page.selectOption("#f-kind", "digit-swap");
    const kinds = await page.$$eval(".item", (items) => items.filter((one) => !one.hidden).map((one) => one.dataset.k));
    assert.ok(kinds.length > 0 && kinds.every((of) => of.split(" ").includes("digit-swap")), kinds.join());
    await page.click("#show-all");

    await page.fill("#f-text", "12.450");
    await page.waitForFunction(() => document.querySelectorAll(".item[hidden]").length > 0);
    const texts = await page.$$eval(".item", (items) => items.filter((one) => !one.hidden).map((one) => one.textContent));
    assert.ok(texts.length > 0 && texts.every((text) => text.includes("12.450")));
    const rows = await page.$$eval("tr.row", (all) => all.filter((one) => !one.hidden).map((one) => one.textContent));
    assert.ok(rows.every((text) => text.includes("12.450")));

    await page.fill("#f-text", "no such words anywhere");
    await page.waitForSelector("#no-match:visible");
    await page.click("#show-all");
    assert.equal(await page.isVisible("#no-match"), false);
  });
});

test("a search without marks finds words with marks, in any normal form", async () => {
  await open(conflicts, {}, async (page) => {
    const count = async (words) => {
      await page.fill("#f-text", words);
      await page.waitForTimeout(200);
      return page.$$eval(".item", (items) => items.filter((one) => !one.hidden).length);
    };
    const [bare, marked, apart] = [await count("nguoi"), await count("người"), await count("người".normalize("NFD"))];
    assert.ok(marked > 0 && bare >= marked);
    assert.equal(apart, marked);
  });
});

test("a link to a fact opens what it lies in and goes there", async () => {
  let single;
  await open(conflicts, {}, async (page) => {
    single = await page.getAttribute('.item[data-v="uncorroborated"]', "id");
    assert.match(single, /^fact-/);
    assert.equal(await page.isVisible(`#${single}`), false, "folded away at first");
  });
  await open(conflicts, { hash: `#${single}` }, async (page) => {
    assert.equal(await page.isVisible(`#${single}`), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), single);
    const box = await page.locator(`#${single}`).boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, `in sight, not at ${box.y}`);
    // A link to something that the filter hides takes the filter away.
    await page.check('input[value="agreement"]');
    assert.equal(await page.isVisible(`#${single}`), false);
    const conflict = await page.getAttribute(".card.conflict", "id");
    await page.evaluate((id) => { location.hash = id; }, conflict);
    await page.waitForFunction((id) => document.activeElement.id === id, conflict);
    assert.equal(await page.isVisible(`#${conflict}`), true);
  });
});

test("from a passage to the article in full and back to the fact", async () => {
  await open(conflicts, {}, async (page) => {
    const card = page.locator(".card.conflict").first();
    const fact = await card.getAttribute("id");
    const where = card.locator(".where").first();
    const claim = (await where.getAttribute("href")).slice(1);
    await where.click();
    await page.waitForFunction((id) => document.activeElement.id === id, claim);
    const figure = page.locator(`#${claim}`);
    assert.equal(await figure.isVisible(), true);
    assert.match(await figure.getAttribute("class"), /\bconflict\b/);
    await figure.click();
    await page.waitForFunction((id) => document.activeElement.id === id, fact);
    await page.goBack();
    await page.waitForFunction((id) => location.hash === `#${id}`, claim);
  });
});

test("an article can be read in full, every word of it", async () => {
  const plain = (text) => text.normalize("NFC").replace(/[\s\uFEFF]+/g, " ").trim();
  const folder = new URL("../../seeds/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  await open("seeds-en", {}, async (page) => {
    for (const [at, file] of files.entries()) {
      await page.locator(`#source-${at + 1} > summary`).click();
      const passages = await page.$$eval(`#source-${at + 1} .article-text > p`, (all) => all.map((one) => one.textContent));
      assert.equal(plain(passages.join("\n")), plain(readFileSync(new URL(file, folder), "utf8")), file);
    }
    const links = await page.$$eval(".article-text a.m", (all) =>
      all.filter((one) => !document.getElementById(one.getAttribute("href").slice(1))).length);
    assert.equal(links, 0, "figures that lead nowhere");
  });
});

test("every link within the page leads somewhere, and no two things have one name", async () => {
  for (const name of reports) {
    await open(name, {}, async (page) => {
      const wrong = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
        const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
        const known = new Set(ids);
        const links = [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href").slice(1));
        return { twice, lost: links.filter((id) => !known.has(id)) };
      });
      assert.deepEqual(wrong, { twice: [], lost: [] }, name);
    });
  }
});

test("the keys", async () => {
  await open(conflicts, {}, async (page) => {
    const active = () => page.evaluate(() => document.activeElement.id);
    const order = await visible(page, ".item");
    await page.keyboard.press("j");
    assert.equal(await active(), order[0]);
    await page.keyboard.press("j");
    assert.equal(await active(), order[1]);
    await page.keyboard.press("k");
    assert.equal(await active(), order[0]);
    await page.keyboard.press("k");
    assert.equal(await active(), order[0], "stays at the first");

    await page.keyboard.press("/");
    assert.equal(await active(), "f-text");
    await page.keyboard.type("jk?");
    assert.equal(await page.inputValue("#f-text"), "jk?", "keys are text in a text field");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#f-text"), "");

    await page.keyboard.press("?");
    assert.equal(await page.isVisible("#keys"), true);
    await page.uncheck("#keys-on");
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#keys"), false);
    await page.keyboard.press("?");
    assert.equal(await page.isVisible("#keys"), false, "switched off");
  });
});

test("the tabulator goes through the page from top to bottom", async () => {
  await open(conflicts, {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    const tops = [];
    for (let at = 0; at < 25; at += 1) {
      await page.keyboard.press("Tab");
      tops.push(await page.evaluate(() =>
        [...document.querySelectorAll("a, button, input, select, summary")].indexOf(document.activeElement)));
    }
    assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
  });
});

test("light, dark, and the reader's choice", async () => {
  const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = {};
  for (const colorScheme of ["light", "dark"]) {
    await open(conflicts, { colorScheme }, async (page) => { seen[colorScheme] = await paper(page); });
  }
  assert.notEqual(seen.light, seen.dark);
  await open(conflicts, { colorScheme: "light" }, async (page) => {
    await page.selectOption("#theme", "dark");
    assert.equal(await paper(page), seen.dark);
    await page.selectOption("#theme", "auto");
    assert.equal(await paper(page), seen.light);
  });
});

test("on paper: a PDF, without controls, with the grounds of each conflict", async () => {
  await open(conflicts, { colorScheme: "dark" }, async (page) => {
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.isVisible("#filter"), false);
    assert.equal(await page.isVisible("#theme"), false);
    assert.equal(await page.locator(".card.conflict .why li").first().isVisible(), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".card.conflict .why li").first().isVisible(), false);
  });
});

test("in Vietnamese: words, numbers and dates", async () => {
  await open("01-typhoon-vi", {}, async (page) => {
    assert.equal(await page.getAttribute("html", "lang"), "vi");
    assert.match(await page.textContent("h1"), /^Các bài mâu thuẫn với nhau ở \d+ chỗ/);
    const own = ".page-head, #filter, h2, .intro, .size, .when, .weight, .badge, .slip, summary, dt, .page-foot";
    const text = (await page.$$eval(own, (all) => all.map((one) => one.textContent))).join("\n");
    assert.match(text, /\b\d{1,2}\/\d{1,2}\/20\d\d\b/, "dates");
    assert.doesNotMatch(text, /\b(September|passages?|origins?|articles?|figures?|line|the)\b/, "English words");
    await page.fill("#f-text", "xyz không có");
    await page.waitForSelector("#no-match:visible");
    assert.match(await shown(page), /^Hiện 0 trên \d+ mục$/);
  });
  await open(conflicts, {}, async (page) => {
    const text = await page.evaluate(() => document.body.innerText);
    assert.match(text, /\b\d{1,2} (September|October|November) 20\d\d\b/);
    assert.doesNotMatch(text, /\b1 (passages|origins|articles|figures)\b/, "plural forms");
  });
});

test("no key of the words shows through", async () => {
  for (const name of reports) {
    const body = html(name).split("</style>")[1].split("<script>")[0];
    const shows = body.match(/>[^<]*\b(?:ui|card|count|verdict|slip|kind|modality|confidence|tile|value|date)\.[a-z_-]+[^<]*</g);
    assert.equal(shows, null, name);
  }
});

test("without a script the page still reads whole", async () => {
  await open(conflicts, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.isVisible("#filter"), false);
    assert.equal(await page.isVisible("#theme"), false);
    assert.equal(await page.isVisible("#open-all"), false);
    assert.equal(await page.isVisible(".card.conflict"), true);
    await page.click(".card.conflict .why summary");
    assert.equal(await page.isVisible(".card.conflict .why li"), true);
    await page.click("#source-1 > summary");
    assert.equal(await page.isVisible("#source-1 .article-text p"), true);
  });
});

test("text of an article is text, whatever it says", async () => {
  await open("hostile", {}, async (page) => {
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    const state = await page.evaluate(() => ({
      title: document.title,
      scripts: document.scripts.length,
      styles: document.querySelectorAll("style").length,
      forms: document.forms.length,
      images: document.images.length,
      steering: [...document.querySelectorAll("a")].map((one) => one.href).filter((href) => !/^(file|https?):/.test(href)),
      handlers: [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some((at) => /^on|^style$/i.test(at.name))).length,
      body: document.body.textContent,
      mainEnds: document.querySelector("main").contains(document.querySelector("#source-2")),
    }));
    assert.match(state.title, /Consistency report$/);
    assert.deepEqual(
      [state.scripts, state.styles, state.forms, state.images, state.handlers, state.mainEnds],
      [1, 1, 2, 0, 0, true]);
    assert.deepEqual(state.steering, []);
    assert.doesNotMatch(state.body, /[\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/, "hidden characters");
    for (const text of ["</script><script>", "</style><style>", "\\u{202e}", "\\u{2066}", "{{ 7 * 7 }}", "javascript:document.title"]) {
      assert.ok(state.body.includes(text), `${text} is shown as it is`);
    }
    assert.equal(await page.isVisible("h1"), true);
  });
});

test("the policy of the page lets nothing else run, style or load", async () => {
  await open("seeds-en", {}, async (page) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "h1 { display: none }";
      document.body.append(style);
      await new Promise((done) => setTimeout(done, 50));
      return [window.ran === true, getComputedStyle(document.querySelector("h1")).display === "none"];
    });
    assert.deepEqual(ran, [false, false]);
  }).catch((error) => {
    // The browser tells of what it refused; that is the point.
    if (!/what the page complains of/.test(error.message) || !/Content Security Policy/.test(error.message)) throw error;
  });
});

test("a report of 500 articles shows at once and is filtered at once", async () => {
  // The findings of five articles many times over, with names of their own.
  let copies = 0;
  const repeat = (pattern, times) => (page) => page.replace(pattern, (part) => {
    copies += 1;
    return Array.from({ length: times }, (_, n) => part.replace(/ (id|aria-labelledby)="([^"]*)"/g, ` $1="$2-${n}"`)).join("\n");
  });
  const long = [
    repeat(/<article class="item[^]*?<\/article>/g, 60), repeat(/<tr class="row[^]*?<\/tr>/g, 30),
    repeat(/<li class="item[^]*?<\/li>/g, 30), repeat(/<details class="source"[^]*?<\/details>/g, 100),
  ].reduce((page, more) => more(page), html(conflicts).replace('<html lang="en"', '<html class="long" lang="en"'));
  assert.ok(copies > 90, `${copies} parts to repeat`);
  mkdirSync(new URL("./out/long/", import.meta.url), { recursive: true });
  writeFileSync(new URL("./out/long/page.html", import.meta.url), long);
  // The best of a few tries: other work on the machine is not the page's doing.
  const paints = [];
  for (let at = 0; at < 3; at += 1) {
    await open("long/page", {}, async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
    });
  }
  assert.ok(Math.min(...paints) < 1000, `first paint after ${paints} ms`);
  await open("long/page", {}, async (page) => {
    const choices = [["input[value=conflict]", true], ["input[value=conflict]", false], ["#f-kind", "date"], ["#f-kind", ""],
      ["#f-source", "3"], ["#f-source", ""], ["#f-text", "nguoi"], ["#f-text", ""]];
    const times = await page.evaluate(async (choices) => {
      await new Promise((done) => setTimeout(done, 500));
      const best = {};
      for (let at = 0; at < 6; at += 1) {
        for (const [field, value] of choices) {
          const element = document.querySelector(field);
          if (typeof value === "boolean") element.checked = value;
          else element.value = value;
          const start = performance.now();
          element.dispatchEvent(new Event("change", { bubbles: true }));
          document.body.getBoundingClientRect();
          const took = performance.now() - start;
          best[`${field} ${value}`] = Math.min(took, best[`${field} ${value}`] ?? Infinity);
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
      }
      return best;
    }, choices);
    console.log("# milliseconds", JSON.stringify({ paint: Math.round(Math.min(...paints)), ...times }, (_, n) => typeof n === "number" ? Math.round(n) : n));
    for (const [choice, took] of Object.entries(times)) assert.ok(took < 100, `${choice}: ${took} ms`);
  });
});

test("with nothing to compare the page says so", async () => {
  await open("empty", {}, async (page) => {
    assert.match(await page.textContent("h1"), /nothing to compare/);
    assert.equal(await page.locator("#section-table").count(), 0);
  });
});
