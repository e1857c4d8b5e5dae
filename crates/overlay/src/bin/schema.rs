//! Prints the JSON Schema of own content.
#![forbid(unsafe_code)]

fn main() {
    println!("{:#}", overlay::schema());
}
