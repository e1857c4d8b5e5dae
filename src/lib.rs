//! The web side of Ruimtescan.
