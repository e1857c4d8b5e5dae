//! Prints the scan on paper, as a whole page.
#![forbid(unsafe_code)]

fn main() -> anyhow::Result<()> {
    print!("{}", prerender::paper::page()?);
    Ok(())
}
