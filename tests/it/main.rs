//! The native tests of the whole, in one program.

#[cfg(test)]
mod budget;
#[cfg(test)]
mod content;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod english;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod language;
#[cfg(test)]
#[path = "../../build/languages.rs"]
mod languages;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod recipes;
#[cfg(test)]
#[path = "../../crates/scan/tests/it/shipped.rs"]
mod shipped;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod views;
