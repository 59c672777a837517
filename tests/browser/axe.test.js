// The HTML report by the rules of axe-core: every page, unfolded, in the light, in the dark and on a telephone.
import { after, test } from "node:test";
import { accessible, close, open, reports, unfolded } from "./browser.js";

after(close);

for (const name of reports) {
  test(`${name}: nothing that axe-core objects to`, async () => {
    await open(name, {}, async (page) => {
      await unfolded(page);
      await accessible(page, name);
    });
  });
}

test("nothing that axe-core objects to in the dark and on a telephone", async () => {
  for (const name of ["01-typhoon", "seeds-vi"]) {
    await open(name, { colorScheme: "dark" }, async (page) => {
      await unfolded(page);
      await accessible(page, `${name}, dark`);
    });
    await open(name, { viewport: { width: 360, height: 740 } }, async (page) => {
      await unfolded(page);
      await accessible(page, `${name}, 360 px`);
    });
  }
});
