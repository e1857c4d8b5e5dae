//! The program a participant downloads. What the page calls stands in `embed::mount`.
#![forbid(unsafe_code)]

// Named so that its exports are linked in.
use ruimtescan as _;

/// A third of the code of the standard one, which counts: this is downloaded.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
