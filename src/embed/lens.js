// What reads a picture of the camera, from beside the board, and only when it is asked for.
export const bring = () => import("./ruimtebord-camera.js").then(({ reader }) => reader());
