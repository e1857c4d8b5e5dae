// A board of its own make, by the description of a sealed code and not by our program: what it opens, any board opens.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function written(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{1,5}/g).map((five) => ALPHABET[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function read(text) {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2));
}

const curve = { name: "ECDH", namedCurve: "P-256" };
let pair, own;

window.board = {
  async make() {
    pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    own = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)).slice(1);
    return written(own);
  },

  async open(text) {
    if (!text.startsWith("RSW1")) throw new Error("no sealed code");
    const bytes = read(text.slice(4));
    const [mark, once, closed] = [bytes.slice(0, 4), bytes.slice(4, 68), bytes.slice(68)];
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", own));
    if (mark.some((byte, place) => byte !== digest[place])) throw new Error("of another board");
    const theirs = await crypto.subtle.importKey("raw", Uint8Array.of(4, ...once), curve, false, []);
    const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
    const info = Uint8Array.of(...new TextEncoder().encode("ruimtescan workshop 1"), ...once, ...own);
    const about = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
    const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey(about, base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, closed);
    return [...new Uint8Array(opened)];
  },
};
