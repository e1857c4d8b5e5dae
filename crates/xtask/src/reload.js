// Loads the page again when a build is newer than the one it was loaded with.
let seen;
setInterval(async () => {
  try {
    const build = await (await fetch("/reload")).text();
    seen ??= build;
    if (build !== seen) location.reload();
  } catch {
    // The server is gone for now; when it comes back the page goes on looking.
  }
}, 500);
