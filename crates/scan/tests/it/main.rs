//! Laws of the scan over the shipped content, so that an editor's change is checked too.

#[cfg(test)]
mod codes;
#[cfg(test)]
mod dice;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod lessons;
#[cfg(test)]
mod noise;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod scores;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod sittings;
