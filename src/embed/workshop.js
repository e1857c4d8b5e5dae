// The program that makes a participant's code.
import { make } from "the glue";
import { BUILD } from "the build";
import { begin } from "./begin.js";

// The code, and its picture, a line each.
export async function hand(version, digits, nonce, key) {
  await begin();
  return make(version, digits, nonce, key);
}

export { BUILD as build };
