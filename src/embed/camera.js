// The program that reads a picture of the camera, for the board.
import { __wbg_reset_state, read } from "the glue";
import { BUILD } from "the build";
import { begin } from "./begin.js";

function look(grey, width, height) {
  try {
    return read(grey, width, height);
  } catch {
    // It trapped on this picture, and starts afresh for the next one.
    __wbg_reset_state();
  }
}

// Gives what reads a picture.
export async function reader() {
  await begin();
  return look;
}

export { BUILD as build };
