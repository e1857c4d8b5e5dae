//! Prints the first screens in every language, for the loader.
#![forbid(unsafe_code)]

fn main() -> anyhow::Result<()> {
    println!("{}", prerender::first_screens::all()?);
    Ok(())
}
