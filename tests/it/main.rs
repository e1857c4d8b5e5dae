//! The native tests of the web side, in one program.

mod views;
