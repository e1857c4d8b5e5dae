// The program that reads a page's own content.
import { lay } from "the glue";
import { BUILD } from "the build";
import { begin } from "./begin.js";

export async function read(language, written) {
  await begin();
  return lay(language, written);
}

export { BUILD as build };
